using Microsoft.Extensions.AI;
using OpenAI.Chat;

namespace PaperBot.LanguageModels.Providers;

/// <summary>vLLM, LM Studio, llama.cpp and whoever else speaks OpenAI's chat completions, by their address.</summary>
internal sealed class OpenAICompatibleProvider : IProvider
{
    public string Name => "openai-compatible";

    public string? FindMistake(LanguageModelOptions options, string? apiKey) =>
        ProviderMistakes.Endpoint(options, "http://127.0.0.1:8000/v1") ?? ProviderMistakes.Model(options, "Qwen/Qwen3-8B");

    public IChatClient Connect(LanguageModelOptions options, string? apiKey, HttpClient http) =>
        OpenAIWire.Connect(options.Model!, apiKey, new Uri(options.Endpoint!), http).AsBuilder().ConfigureOptions(UseFormerLimit).Build();

    public LanguageModelFailure? FailureOf(Exception exception) => OpenAIWire.FailureOf(exception);

    // All of them know max_tokens. The name that OpenAI gave it since, which its client sends, some refuse (Mistral) and some pass over
    // (LM Studio, older llama.cpp), so that an answer would have no end.
    private static void UseFormerLimit(ChatOptions call)
    {
        if (call.MaxOutputTokens is not { } most)
            return;
        call.MaxOutputTokens = null;
        call.RawRepresentationFactory = _ =>
        {
            var options = new ChatCompletionOptions();
#pragma warning disable SCME0001 // The client has no other way to a field of a name that it does not know.
            options.Patch.Set("$.max_tokens"u8, most);
#pragma warning restore SCME0001
            return options;
        };
    }
}
