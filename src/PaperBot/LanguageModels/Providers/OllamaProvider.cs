using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using OllamaSharp;
using OllamaSharp.Models;
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
        return new FreeCaller(new HungUpWhenCancelled(http, options.Model!));
    }

    public LanguageModelFailure? FailureOf(Exception exception) => exception switch
    {
        ResponseError => LanguageModelFailure.Unavailable,
        _ => HttpFailure.Of(exception),
    };

    /// <summary>OllamaSharp waits for the next line of a stream where it hears no cancellation: to close the response is what wakes it.</summary>
    private sealed class HungUpWhenCancelled(HttpClient http, string model) : OllamaApiClient(http, model)
    {
        protected override async Task<HttpResponseMessage> SendToOllamaAsync(
            HttpRequestMessage requestMessage, OllamaRequest? ollamaRequest, HttpCompletionOption completionOption, CancellationToken cancellationToken)
        {
            var response = await base.SendToOllamaAsync(requestMessage, ollamaRequest, completionOption, cancellationToken).ConfigureAwait(false);
            // The token lives as long as the call does.
            cancellationToken.UnsafeRegister(static response => ((HttpResponseMessage)response!).Dispose(), response);
            return response;
        }
    }

    /// <summary>It also keeps the thread that waits; the caller's own may have a clock to watch.</summary>
    private sealed class FreeCaller(IChatClient inner) : DelegatingChatClient(inner)
    {
        public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            var pieces = base.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
            await using var _ = pieces.ConfigureAwait(false);
            while (await Task.Run(() => pieces.MoveNextAsync().AsTask(), CancellationToken.None).ConfigureAwait(false))
                yield return pieces.Current;
        }
    }
}
