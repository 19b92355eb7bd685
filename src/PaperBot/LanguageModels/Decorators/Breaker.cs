using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Polly;
using Polly.CircuitBreaker;

namespace PaperBot.LanguageModels.Decorators;

/// <summary>Leaves a provider alone that fails again and again; then one call finds out whether it is well. The others fail at once.</summary>
internal sealed class Breaker : DelegatingChatClient
{
    private const int RestSeconds = 30;

    private readonly CircuitBreakerStateProvider _state = new();
    private readonly ResiliencePipeline<BreakerVerdict> _circuit;
    private volatile string _reason = "";

    public Breaker(IChatClient inner, TimeProvider time)
        : base(inner) => _circuit = new ResiliencePipelineBuilder<BreakerVerdict> { TimeProvider = time }
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<BreakerVerdict>
            {
                FailureRatio = 0.5,
                MinimumThroughput = 5,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = TimeSpan.FromSeconds(RestSeconds),
                ShouldHandle = arguments => ValueTask.FromResult(IsFailed(arguments.Outcome.Result)),
                StateProvider = _state,
            })
            .Build();

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var passage = await EnterAsync().ConfigureAwait(false);
        await using var _ = passage.ConfigureAwait(false);
        return await passage.WatchAsync(() => base.GetResponseAsync(messages, options, cancellationToken)).ConfigureAwait(false);
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var passage = await EnterAsync().ConfigureAwait(false);
        await using var _ = passage.ConfigureAwait(false);
        var pieces = base.GetStreamingResponseAsync(messages, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var __ = pieces.ConfigureAwait(false);
        while (await passage.WatchAsync(() => pieces.MoveNextAsync().AsTask()).ConfigureAwait(false))
            yield return pieces.Current;
    }

    private async Task<BreakerPassage> EnterAsync()
    {
        try
        {
            return await BreakerPassage.EnterAsync(_circuit, failure => _reason = failure.Message).ConfigureAwait(false);
        }
        catch (BrokenCircuitException)
        {
            throw new LanguageModelException(
                LanguageModelFailure.BreakerOpen, $"The model failed so often that it is left alone for {RestSeconds} seconds, at last: {_reason}");
        }
    }

    // A probe that nobody waited for proves nothing, so that it opens the circuit anew. Otherwise who goes away harms nobody.
    private bool IsFailed(BreakerVerdict verdict) =>
        verdict == BreakerVerdict.Failed || (verdict == BreakerVerdict.Unproven && _state.CircuitState == CircuitState.HalfOpen);
}
