using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace PaperBot.LanguageModels.Decorators;

/// <summary>
/// Asks without functions where a model takes none, and from then on. Small local models are like that, and say so with the same error
/// as for any other request that they do not like.
/// </summary>
internal sealed class OptionalFunctions(IChatClient inner) : DelegatingChatClient(inner)
{
    private volatile bool _takesNone;

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (!Offers(options))
            return await base.GetResponseAsync(messages, Without(options), cancellationToken).ConfigureAwait(false);
        try
        {
            return await base.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        }
        catch (LanguageModelException e) when (e.Failure == LanguageModelFailure.BadRequest)
        {
            var response = await base.GetResponseAsync(messages, Without(options), cancellationToken).ConfigureAwait(false);
            _takesNone = true;
            return response;
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var (pieces, isThereOne) = await BeginAsync(messages, options, cancellationToken).ConfigureAwait(false);
        await using var _ = pieces.ConfigureAwait(false);
        for (; isThereOne; isThereOne = await pieces.MoveNextAsync().ConfigureAwait(false))
            yield return pieces.Current;
    }

    private async Task<(IAsyncEnumerator<ChatResponseUpdate> Pieces, bool IsThereOne)> BeginAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        if (!Offers(options))
            return await MoveAsync(Without(options)).ConfigureAwait(false);
        try
        {
            return await MoveAsync(options).ConfigureAwait(false);
        }
        catch (LanguageModelException e) when (e.Failure == LanguageModelFailure.BadRequest)
        {
            var begun = await MoveAsync(Without(options)).ConfigureAwait(false);
            _takesNone = true;
            return begun;
        }

        async Task<(IAsyncEnumerator<ChatResponseUpdate>, bool)> MoveAsync(ChatOptions? with)
        {
            var pieces = base.GetStreamingResponseAsync(messages, with, cancellationToken).GetAsyncEnumerator(cancellationToken);
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
    }

    private bool Offers(ChatOptions? options) => options?.Tools is { Count: > 0 } && !_takesNone;

    private static ChatOptions? Without(ChatOptions? options)
    {
        if (options?.Tools is null)
            return options;
        var without = options.Clone();
        (without.Tools, without.ToolMode) = (null, null);
        return without;
    }
}
