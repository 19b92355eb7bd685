using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using PaperBot.LanguageModels.Usage;
using PaperBot.Storage;

namespace PaperBot.LanguageModels.Decorators;

/// <summary>Counts what every call took and gave, however it ended, and notes why one failed.</summary>
internal sealed class Accounts(IChatClient inner, LanguageModelOptions settings, UsageStore usage, ILogger log) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var asked = messages as IReadOnlyCollection<ChatMessage> ?? [.. messages];
        var tally = new Tally(asked);
        try
        {
            var response = await tally.WatchAsync(() => base.GetResponseAsync(asked, options, cancellationToken)).ConfigureAwait(false);
            tally.Add(response);
            return response;
        }
        finally
        {
            Record(tally, options);
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var asked = messages as IReadOnlyCollection<ChatMessage> ?? [.. messages];
        var tally = new Tally(asked);
        try
        {
            var pieces = base.GetStreamingResponseAsync(asked, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
            await using var _ = pieces.ConfigureAwait(false);
            while (await tally.WatchAsync(() => pieces.MoveNextAsync().AsTask()).ConfigureAwait(false))
            {
                tally.Add(pieces.Current.Contents);
                yield return pieces.Current;
            }
        }
        finally
        {
            Record(tally, options);
        }
    }

    private void Record(Tally tally, ChatOptions? options)
    {
        if (tally.Failure is { } failure)
            Log.NotAnswered(log, failure.Failure, failure.Message);
        try
        {
            usage.Record(ModelCall.Person(options), options?.ModelId ?? settings.Model ?? "", tally.InputTokens, tally.OutputTokens, tally.Failure);
        }
        catch (Exception e) when (LibraryException.IsFault(e))
        {
            // An answer that is there is not withheld because its cost could not be written down.
            Log.NotCounted(log, e.Message);
        }
    }
}
