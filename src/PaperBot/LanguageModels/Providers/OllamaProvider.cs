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
        // Paths are appended to the last slash.
        http.BaseAddress = string.IsNullOrWhiteSpace(options.Endpoint) ? Local : new Uri(options.Endpoint.TrimEnd('/') + '/');
        // A server behind a proxy, or Ollama's own cloud, may ask for a key.
        if (apiKey is not null)
            http.DefaultRequestHeaders.Authorization = new("Bearer", apiKey);
        return new OllamaApiClient(http, options.Model!);
    }

    public LanguageModelFailure? FailureOf(Exception exception) => exception switch
    {
        ResponseError => LanguageModelFailure.Unavailable,
        // Thrown for the status 400 alone.
        OllamaException => LanguageModelFailure.BadRequest,
        _ => HttpFailure.Of(exception),
    };
}
