using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace PaperBot.LanguageModels.Decorators;

/// <summary>Ends a call that is silent for too long, at the beginning or in the middle, or that has not ended when its time is up.</summary>
internal sealed class Patience(IChatClient inner, LanguageModelOptions settings, TimeProvider time) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var limit = Limit(options, cancellationToken);
        // All of it comes at once: it may be silent until its time is up.
        return await limit.WithinAsync(token => base.GetResponseAsync(messages, options, token), Timeout.InfiniteTimeSpan).ConfigureAwait(false);
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var limit = Limit(options, cancellationToken);
        var pieces = base.GetStreamingResponseAsync(messages, options, limit.Token).GetAsyncEnumerator(limit.Token);
        await using var _ = pieces.ConfigureAwait(false);
        while (await limit.WithinAsync(_ => pieces.MoveNextAsync().AsTask(), TimeSpan.FromSeconds(settings.SilenceSeconds)).ConfigureAwait(false))
            yield return pieces.Current;
    }

    private TimeLimit Limit(ChatOptions? options, CancellationToken cancellationToken) =>
        new(ModelCall.End(options) ?? time.GetUtcNow().AddSeconds(settings.TimeoutSeconds), settings, time, cancellationToken);
}
