using System.ClientModel;
using System.ClientModel.Primitives;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;

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
        return new StreamedRefusals(new OpenAIClient(new ApiKeyCredential(apiKey ?? NoKey), options).GetChatClient(model).AsIChatClient());
    }

    public static LanguageModelFailure? FailureOf(Exception exception) => exception switch
    {
        ClientResultException => HttpFailure.Of(exception.InnerException) ?? LanguageModelFailure.Unreachable,
        // Known JSON with unknown values.
        ArgumentOutOfRangeException or InvalidOperationException or KeyNotFoundException or FormatException => LanguageModelFailure.Unreadable,
        _ => HttpFailure.Of(exception),
    };

    /// <summary>Tells of a refusal in a stream as its client tells of one in a whole answer; else it would be an answer without a word.</summary>
    private sealed class StreamedRefusals(IChatClient inner) : DelegatingChatClient(inner)
    {
        public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<Microsoft.Extensions.AI.ChatMessage> messages, ChatOptions? options = null,
            [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await foreach (var piece in base.GetStreamingResponseAsync(messages, options, cancellationToken).ConfigureAwait(false))
            {
                if (piece.RawRepresentation is StreamingChatCompletionUpdate { RefusalUpdate.Length: > 0 } raw)
                    piece.Contents.Add(new ErrorContent(raw.RefusalUpdate) { ErrorCode = nameof(ChatCompletion.Refusal) });
                yield return piece;
            }
        }
    }
}
