using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using PaperBot.Bot.Requests;
using PaperBot.Slack;
using PaperBot.Slack.WebApi;

namespace PaperBot.Bot.Assistant;

/// <summary>Status, titles and prompts: what is nice to have. Where Slack does not take them nothing else is harmed.</summary>
internal sealed class Decoration(ISlackApiClient slack, TimeProvider time, ILogger<Decoration> log)
{
    public const string Working = "is looking through the papers…";

    private const string SeenEmoji = "eyes";

    // Nobody waits for decoration.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, byte> _told = new();

    /// <summary>Shows at once that something is happening: a status, or an emoji on the message where there is no status.</summary>
    /// <param name="thread">The thread, or the message that would begin one.</param>
    public async Task ShowWorkingAsync(string channel, string thread, string message, CancellationToken cancellationToken)
    {
        if (!await TryAsync(token => slack.AssistantThreads.SetStatusAsync(channel, thread, Working, token), cancellationToken).ConfigureAwait(false))
            await TryAsync(token => slack.Reactions.AddAsync(channel, message, SeenEmoji, token), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes the status away where no reply in its thread does.</summary>
    public Task ShowDoneAsync(string channel, string thread, CancellationToken cancellationToken) =>
        TryAsync(token => slack.AssistantThreads.SetStatusAsync(channel, thread, "", token), cancellationToken);

    public Task SetTitleAsync(Place place, string title, CancellationToken cancellationToken) =>
        TryAsync(token => slack.AssistantThreads.SetTitleAsync(place.Channel, place.Thread, title, token), cancellationToken);

    /// <param name="thread">Null for an agent's conversation, which has no thread yet.</param>
    public async Task SuggestAsync(string channel, string? thread, IReadOnlyList<SuggestedPrompt> prompts, CancellationToken cancellationToken)
    {
        if (prompts.Count > 0)
            await TryAsync(
                token => slack.AssistantThreads.SetSuggestedPromptsAsync(channel, thread, "Try one of these", prompts, token), cancellationToken)
                .ConfigureAwait(false);
    }

    private async Task<bool> TryAsync(Func<CancellationToken, Task> call, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            await call(either.Token).ConfigureAwait(false);
            return true;
        }
        catch (SlackException e)
        {
            // Once for each kind: a scope that is missing is missing every time.
            if (_told.TryAdd($"{e.Method} {e.ErrorCode}", 0))
                Log.NotDecorated(log, e.Method, e.ErrorCode);
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
