using PaperBot.Slack;
using PaperBot.Slack.WebApi;

namespace PaperBot.Bot.Home.Settings;

/// <summary>Who may change a channel's settings: admins and owners of the workspace, and whoever made the channel.</summary>
internal sealed class SettingsRights(ISlackApiClient slack)
{
    /// <returns>Null for somebody who may; otherwise why not, in Slack's markup.</returns>
    /// <exception cref="SlackException">Slack could not be asked.</exception>
    public async Task<string?> ProblemAsync(string person, string channel, CancellationToken cancellationToken)
    {
        try
        {
            var conversation = await slack.Conversations.InfoAsync(channel, cancellationToken).ConfigureAwait(false);
            if (conversation is { IsIm: true } or { IsMpim: true })
                return "Direct messages have no settings; choose a channel.";
            if (conversation.Creator == person)
                return null;
            var who = await slack.Users.InfoAsync(person, cancellationToken).ConfigureAwait(false);
            if (who is { IsAdmin: true } or { IsOwner: true })
                return null;
            var creator = conversation.Creator is { Length: > 0 } id ? $"<@{id}>, who made it," : "whoever made it";
            return $"Only admins and owners of the workspace and {creator} can change how I answer in <#{channel}>. Please ask one of them.";
        }
        catch (SlackException e) when (e.ErrorCode is "channel_not_found" or "missing_scope" or "method_not_supported_for_channel_type")
        {
            return "I cannot see that channel. Invite me to it first, then try again.";
        }
    }
}
