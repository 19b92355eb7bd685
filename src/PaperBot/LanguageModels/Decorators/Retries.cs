using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Polly;
using Polly.Retry;

namespace PaperBot.LanguageModels.Decorators;

/// <summary>Tries again what failed before its first piece and may soon succeed. What anybody may have seen is never begun anew.</summary>
internal sealed class Retries(IChatClient inner, LanguageModelOptions settings, TimeProvider time) : DelegatingChatClient(inner)
{
    // Somebody waits for the answer, which the abstracts have ready.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly ResiliencePipeline _pipeline = Pipeline(settings.Retries, time);

    public override Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        _pipeline.ExecuteAsync(token => new ValueTask<ChatResponse>(base.GetResponseAsync(messages, options, token)), cancellationToken).AsTask();

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var (pieces, isThereOne) = await _pipeline.ExecuteAsync(token => BeginAsync(messages, options, token), cancellationToken)
            .ConfigureAwait(false);
        await using var _ = pieces.ConfigureAwait(false);
        for (; isThereOne; isThereOne = await pieces.MoveNextAsync().ConfigureAwait(false))
            yield return pieces.Current;
    }

    private async ValueTask<(IAsyncEnumerator<ChatResponseUpdate> Pieces, bool IsThereOne)> BeginAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        var pieces = base.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        try
        {
            return (pieces, await pieces.MoveNextAsync().ConfigureAwait(false));
        }
        catch
        {
            await pieces.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static ResiliencePipeline Pipeline(int most, TimeProvider time) => most == 0
        ? ResiliencePipeline.Empty
        : new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = most,
                Delay = TimeSpan.FromMilliseconds(400),
                MaxDelay = Longest,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = arguments => ValueTask.FromResult(MaySoonSucceed(arguments.Outcome.Exception)),
                DelayGenerator = arguments => ValueTask.FromResult((arguments.Outcome.Exception as LanguageModelException)?.RetryAfter),
            })
            .Build();

    private static bool MaySoonSucceed(Exception? exception) => exception is LanguageModelException
    {
        Failure: LanguageModelFailure.Unavailable or LanguageModelFailure.Unreachable or LanguageModelFailure.RateLimited,
    } e && (e.RetryAfter is { } wait ? wait <= Longest : e.Failure != LanguageModelFailure.RateLimited);
}
