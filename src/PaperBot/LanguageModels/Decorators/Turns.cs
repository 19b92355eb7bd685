using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace PaperBot.LanguageModels.Decorators;

/// <summary>So many calls at the same time; more wait for their turn, and their wait counts to their time.</summary>
internal sealed class Turns(IChatClient inner, LanguageModelOptions settings, TimeProvider time) : DelegatingChatClient(inner)
{
    private readonly SemaphoreSlim _free = new(settings.ConcurrentCalls);

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var until = Until(options);
        await WaitAsync(until, cancellationToken).ConfigureAwait(false);
        try
        {
            return await base.GetResponseAsync(messages, ModelCall.WithEnd(options, until), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _free.Release();
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var until = Until(options);
        await WaitAsync(until, cancellationToken).ConfigureAwait(false);
        try
        {
            var pieces = base.GetStreamingResponseAsync(messages, ModelCall.WithEnd(options, until), cancellationToken);
            await foreach (var piece in pieces.ConfigureAwait(false))
                yield return piece;
        }
        finally
        {
            _free.Release();
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _free.Dispose();
        base.Dispose(disposing);
    }

    // A call that is one of several for the same answer has no more time than is left for it.
    private DateTimeOffset Until(ChatOptions? options)
    {
        var own = time.GetUtcNow().AddSeconds(settings.TimeoutSeconds);
        return ModelCall.End(options) is { } end && end < own ? end : own;
    }

    private async Task WaitAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        using var limit = new TimeLimit(until, settings, time, cancellationToken);
        await limit.WithinAsync(
            async token =>
            {
                await _free.WaitAsync(token).ConfigureAwait(false);
                return true;
            },
            Timeout.InfiniteTimeSpan).ConfigureAwait(false);
    }
}
