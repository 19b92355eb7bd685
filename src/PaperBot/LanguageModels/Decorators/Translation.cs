using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

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

        // Some providers just close the connection when they are in trouble.
        if (!finished)
            throw Failure(LanguageModelFailure.Interrupted);
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
            throw Failure(failure, RetryAfter.Of(e));
        }
    }

    private LanguageModelException Failure(LanguageModelFailure failure, TimeSpan? retryAfter = null) =>
        new(failure, FailureText.Of(failure, settings)) { RetryAfter = retryAfter };

    // A refusal that is spelled out comes as an error beside the text.
    private static bool Declines(ChatFinishReason? reason, IEnumerable<AIContent> contents) =>
        reason == ChatFinishReason.ContentFilter || reason?.Value == "refusal"
        || contents.Any(content => content is ErrorContent { ErrorCode: "Refusal" });

    private static LanguageModelFailure Usual(Exception e) => e switch
    {
        HttpRequestException { StatusCode: { } status } => OfStatus(status),
        HttpRequestException => LanguageModelFailure.Unreachable,
        TimeoutException or OperationCanceledException => LanguageModelFailure.TimedOut,
        IOException => LanguageModelFailure.Interrupted,
        { InnerException: { } inner } and not JsonException => Usual(inner),
        _ => LanguageModelFailure.Unreadable,
    };

    private static LanguageModelFailure OfStatus(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => LanguageModelFailure.WrongKey,
        HttpStatusCode.NotFound => LanguageModelFailure.UnknownModel,
        HttpStatusCode.TooManyRequests => LanguageModelFailure.RateLimited,
        HttpStatusCode.RequestTimeout => LanguageModelFailure.TimedOut,
        >= HttpStatusCode.InternalServerError => LanguageModelFailure.Unavailable,
        _ => LanguageModelFailure.BadRequest,
    };
}
