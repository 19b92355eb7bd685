using Microsoft.Extensions.AI;

namespace PaperBot.LanguageModels.Providers;

internal sealed class OpenAIProvider : IProvider
{
    public string Name => "openai";

    public string? FindMistake(LanguageModelOptions options, string? apiKey) =>
        ProviderMistakes.Model(options, "gpt-4.1-mini") ?? ProviderMistakes.Key(options, apiKey);

    public IChatClient Connect(LanguageModelOptions options, string? apiKey, HttpClient http) =>
        OpenAIWire.Connect(options.Model!, apiKey, string.IsNullOrWhiteSpace(options.Endpoint) ? null : new Uri(options.Endpoint), http);

    public LanguageModelFailure? FailureOf(Exception exception) => OpenAIWire.FailureOf(exception);
}
