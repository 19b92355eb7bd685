using Microsoft.Extensions.Logging;
using PaperBot.Bot.Requests;
using PaperBot.Slack;
using PaperBot.Slack.WebApi;

namespace PaperBot.Bot.Failures;

/// <summary>Tells one person something. It cannot be looked up afterwards, so after a crash it may be told twice: better than never.</summary>
internal sealed class PrivateNotice(ISlackApiClient slack, ILogger<PrivateNotice> log)
{
    /// <param name="text">In Slack's markup.</param>
    public async Task TellAsync(Place place, string text, CancellationToken cancellationToken)
    {
        try
        {
            await slack.Chat.PostEphemeralAsync(
                place.Person,
                new Message { Channel = place.Channel, ThreadTs = place.ThreadTs, Text = text }, cancellationToken);
        }
        catch (SlackException)
        {
            await TellElsewhereAsync(place, text, cancellationToken);
        }
    }

    /// <summary>Tells it in the direct conversation with the person; where not even that works, the log has it.</summary>
    public async Task TellElsewhereAsync(Place place, string text, CancellationToken cancellationToken)
    {
        try
        {
            var conversation = await slack.Conversations.OpenAsync(place.Person, cancellationToken);
            await slack.Chat.PostMessageAsync(new Message { Channel = conversation, Text = text }, cancellationToken);
        }
        catch (SlackException e)
        {
            Log.NotTold(log, e.Method, e.ErrorCode);
        }
    }
}
