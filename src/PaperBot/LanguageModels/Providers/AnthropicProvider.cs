using Anthropic;
using Anthropic.Core;
using Anthropic.Exceptions;
using Microsoft.Extensions.AI;

namespace PaperBot.LanguageModels.Providers;

/// <summary>See https://docs.claude.com/en/api/messages.</summary>
internal sealed class AnthropicProvider : IProvider
{
    private const string Production = "https://api.anthropic.com";

    public string Name => "anthropic";

    public string? FindMistake(LanguageModelOptions options, string? apiKey) =>
        ProviderMistakes.Model(options, "claude-sonnet-4-5") ?? ProviderMistakes.Key(options, apiKey);

    public IChatClient Connect(LanguageModelOptions options, string? apiKey, HttpClient http)
    {
        // Whoever has the client's own variables set, ANTHROPIC_BASE_URL among them, sends no key elsewhere: with a key said it reads no other
        // credential, and the address is said always.
        var settings = new ClientOptions
        {
            ApiKey = apiKey,
            BaseUrl = string.IsNullOrWhiteSpace(options.Endpoint) ? Production : options.Endpoint.TrimEnd('/'),
            HttpClient = http,
            MaxRetries = 0,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        return new AnthropicClient(settings).AsIChatClient(options.Model!, options.MaxOutputTokens);
    }

    public LanguageModelFailure? FailureOf(Exception exception) => exception switch
    {
        // An error event within the stream, which is how it tells of being overloaded when it has begun.
        AnthropicSseException => LanguageModelFailure.Unavailable,
        AnthropicInvalidDataException => LanguageModelFailure.Unreadable,
        AnthropicException => HttpFailure.Of(exception.InnerException) ?? LanguageModelFailure.Unavailable,
        _ => HttpFailure.Of(exception),
    };
}
