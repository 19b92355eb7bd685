using Microsoft.Extensions.AI;

namespace PaperBot.LanguageModels.Providers;

/// <summary>vLLM, LM Studio, llama.cpp and whoever else speaks OpenAI's chat completions, by their address.</summary>
internal sealed class OpenAICompatibleProvider : IProvider
{
    public string Name => "openai-compatible";

    public string? FindMistake(LanguageModelOptions options, string? apiKey) =>
        ProviderMistakes.Endpoint(options, "http://127.0.0.1:8000/v1") ?? ProviderMistakes.Model(options, "Qwen/Qwen3-8B");

    public IChatClient Connect(LanguageModelOptions options, string? apiKey, HttpClient http) =>
        OpenAIWire.Connect(options.Model!, apiKey, new Uri(options.Endpoint!), http);

    public LanguageModelFailure? FailureOf(Exception exception) => OpenAIWire.FailureOf(exception);
}
