using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Caching.Memory;

namespace PaperBot.LanguageModels.Decorators;

/// <summary>
/// Answers that came to their end, kept in memory for a prompt that comes again, word for word and with the same settings, whoever asks.
/// What is said in a thread is part of the prompt, so that it never reaches another.
/// </summary>
internal sealed class CachedAnswers(IChatClient inner, LanguageModelOptions settings) : CachingChatClient(inner)
{
    private readonly MemoryCache _answers = new(new MemoryCacheOptions { SizeLimit = settings.CachedResponses });

    protected override string GetCacheKey(IEnumerable<ChatMessage> messages, ChatOptions? options, params ReadOnlySpan<object?> additionalValues) =>
        AIJsonUtilities.HashDataToString(
            [
                ModelCall.Prompt(options), settings.Provider, settings.Model, settings.Endpoint,
                messages, ModelCall.WithoutNotes(options), Tools(options), .. additionalValues,
            ],
            AIJsonUtilities.DefaultOptions);

    protected override Task<ChatResponse?> ReadCacheAsync(string key, CancellationToken cancellationToken) =>
        Task.FromResult(Read<ChatResponse>(key));

    protected override Task<IReadOnlyList<ChatResponseUpdate>?> ReadCacheStreamingAsync(string key, CancellationToken cancellationToken) =>
        Task.FromResult(Read<IReadOnlyList<ChatResponseUpdate>>(key));

    protected override Task WriteCacheAsync(string key, ChatResponse value, CancellationToken cancellationToken) =>
        Write(key, value, value.FinishReason);

    protected override Task WriteCacheStreamingAsync(string key, IReadOnlyList<ChatResponseUpdate> value, CancellationToken cancellationToken) =>
        Write(key, value, value.LastOrDefault(piece => piece.FinishReason is not null)?.FinishReason);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _answers.Dispose();
        base.Dispose(disposing);
    }

    // As bytes, so that nobody changes what another is given.
    private Task Write<T>(string key, T value, ChatFinishReason? reason)
    {
        if (reason == ChatFinishReason.Stop || reason == ChatFinishReason.ToolCalls)
            _answers.Set(key, JsonSerializer.SerializeToUtf8Bytes(value, AIJsonUtilities.DefaultOptions), new MemoryCacheEntryOptions { Size = 1 });
        return Task.CompletedTask;
    }

    private T? Read<T>(string key) where T : class =>
        _answers.TryGetValue(key, out byte[]? bytes) ? JsonSerializer.Deserialize<T>(bytes, AIJsonUtilities.DefaultOptions) : null;

    // The options' own JSON leaves them out.
    private static IEnumerable<string> Tools(ChatOptions? options) => options?.Tools?.Select(tool => $"{tool.Name}: {tool.Description}") ?? [];
}
