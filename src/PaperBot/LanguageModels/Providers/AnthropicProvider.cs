using Anthropic;
using Anthropic.Core;
using Anthropic.Exceptions;
using Microsoft.Extensions.AI;

namespace PaperBot.LanguageModels.Providers;

/// <summary>See https://docs.claude.com/en/api/messages.</summary>
internal sealed class AnthropicProvider : IProvider
{
    public string Name => "anthropic";

    public string? FindMistake(LanguageModelOptions options, string? apiKey) =>
        ProviderMistakes.Model(options, "claude-sonnet-4-5") ?? ProviderMistakes.Key(options, apiKey);

    public IChatClient Connect(LanguageModelOptions options, string? apiKey, HttpClient http)
    {
        var settings = new ClientOptions { ApiKey = apiKey, HttpClient = http, MaxRetries = 0, Timeout = Timeout.InfiniteTimeSpan };
        if (options.Endpoint is { } endpoint)
            settings = settings with { BaseUrl = endpoint.TrimEnd('/') };
        return new AnthropicClient(settings).AsIChatClient(options.Model!, options.MaxOutputTokens);
    }

    public LanguageModelFailure? FailureOf(Exception exception) => exception switch
    {
        AnthropicApiException refused => HttpFailure.OfStatus((int)refused.StatusCode),
        AnthropicSseException => LanguageModelFailure.Interrupted,
        AnthropicInvalidDataException => LanguageModelFailure.Unreadable,
        AnthropicException => HttpFailure.Of(exception.InnerException) ?? LanguageModelFailure.Unavailable,
        _ => HttpFailure.Of(exception),
    };
}
