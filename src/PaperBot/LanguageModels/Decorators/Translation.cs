using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using PaperBot.LanguageModels.Providers;

namespace PaperBot.LanguageModels.Decorators;

/// <summary>
/// The innermost: turns what a provider's client throws, and answers that are none, into a <see cref="LanguageModelException"/>.
/// The exception itself is not kept, for its message may hold the key or a text.
/// </summary>
internal sealed class Translation(IChatClient inner, Func<Exception, LanguageModelFailure?> failureOf, LanguageModelOptions settings, ILogger log)
    : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var response = await TranslateAsync(
            () => base.GetResponseAsync(messages, ModelCall.WithoutNotes(options), cancellationToken), begun: false, cancellationToken)
            .ConfigureAwait(false);
        if (Declines(response.FinishReason, response.Messages.SelectMany(message => message.Contents)))
            throw Failure(LanguageModelFailure.Declined);
        return response;
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var pieces = base.GetStreamingResponseAsync(messages, ModelCall.WithoutNotes(options), cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        await using var _ = pieces.ConfigureAwait(false);
        var (begun, finished) = (false, false);
        while (await TranslateAsync(() => pieces.MoveNextAsync().AsTask(), begun, cancellationToken).ConfigureAwait(false))
        {
            var piece = pieces.Current;
            if (Declines(piece.FinishReason, piece.Contents))
                throw Failure(LanguageModelFailure.Declined);
            begun = true;
            finished |= piece.FinishReason is not null;
            yield return piece;
        }

        // Some clients just end the stream when they are cancelled, and some providers when they are in trouble.
        cancellationToken.ThrowIfCancellationRequested();
        if (!finished)
            throw Failure(begun ? LanguageModelFailure.Interrupted : LanguageModelFailure.Unreadable);
    }

    private async Task<T> TranslateAsync<T>(Func<Task<T>> step, bool begun, CancellationToken cancellationToken)
    {
        try
        {
            return await step().ConfigureAwait(false);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // Clients throw all kinds of things when they are cancelled.
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception e) when (e is not LanguageModelException)
        {
            var failure = failureOf(e) ?? Usual(e);
            if (begun && failure is LanguageModelFailure.Unreachable or LanguageModelFailure.Unavailable)
                failure = LanguageModelFailure.Interrupted;
            Log.Thrown(log, e.GetType().FullName, failure);
            throw Failure(failure);
        }
    }

    private LanguageModelException Failure(LanguageModelFailure failure) => new(failure, FailureText.Of(failure, settings));

    // A refusal that is spelled out comes as an error beside the text.
    private static bool Declines(ChatFinishReason? reason, IEnumerable<AIContent> contents) =>
        reason == ChatFinishReason.ContentFilter || reason?.Value == "refusal"
        || contents.Any(content => content is ErrorContent { ErrorCode: "Refusal" });

    private static LanguageModelFailure Usual(Exception e) => HttpFailure.Of(e) ?? e switch
    {
        TimeoutException or OperationCanceledException => LanguageModelFailure.TimedOut,
        { InnerException: { } inner } => Usual(inner),
        _ => LanguageModelFailure.Unreadable,
    };
}
