using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using OpenAI;

namespace PaperBot.LanguageModels.Providers;

/// <summary>The chat completions of OpenAI, which many servers speak. See https://platform.openai.com/docs/api-reference/chat.</summary>
internal static class OpenAIWire
{
    // The client wants one; servers that need none pass over it.
    private const string NoKey = "none";

    /// <param name="endpoint">Null is OpenAI's own.</param>
    public static IChatClient Connect(string model, string? apiKey, Uri? endpoint, HttpClient http)
    {
        var options = new OpenAIClientOptions
        {
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
        };
        if (endpoint is not null)
            options.Endpoint = endpoint;
        return new OpenAIClient(new ApiKeyCredential(apiKey ?? NoKey), options).GetChatClient(model).AsIChatClient();
    }

    public static LanguageModelFailure? FailureOf(Exception exception) => exception switch
    {
        ClientResultException { Status: > 0 } refused => HttpFailure.OfStatus(refused.Status),
        ClientResultException => HttpFailure.Of(exception.InnerException) ?? LanguageModelFailure.Unreachable,
        // Known JSON with unknown values.
        ArgumentOutOfRangeException or InvalidOperationException or KeyNotFoundException or FormatException => LanguageModelFailure.Unreadable,
        _ => HttpFailure.Of(exception),
    };
}
