using Microsoft.Extensions.AI;
using OllamaSharp;
using OllamaSharp.Models.Exceptions;

namespace PaperBot.LanguageModels.Providers;

/// <summary>Models on a machine of the team's own. See https://docs.ollama.com/api/chat.</summary>
internal sealed class OllamaProvider : IProvider
{
    private static readonly Uri Local = new("http://127.0.0.1:11434");

    public string Name => "ollama";

    public string? FindMistake(LanguageModelOptions options, string? apiKey) => ProviderMistakes.Model(options, "qwen3:8b");

    public IChatClient Connect(LanguageModelOptions options, string? apiKey, HttpClient http)
    {
        http.BaseAddress = options.Endpoint is { } endpoint ? new Uri(endpoint) : Local;
        // A server behind a proxy, or Ollama's own cloud, may ask for a key.
        if (apiKey is not null)
            http.DefaultRequestHeaders.Authorization = new("Bearer", apiKey);
        return new OllamaApiClient(http, options.Model!);
    }

    public LanguageModelFailure? FailureOf(Exception exception) => exception switch
    {
        ModelDoesNotSupportToolsException => LanguageModelFailure.BadRequest,
        OllamaException => HttpFailure.Of(exception.InnerException) ?? LanguageModelFailure.Unavailable,
        _ => HttpFailure.Of(exception),
    };
}
