using PaperBot.Bot.Home.Settings;
using PaperBot.Bot.Rendering;
using PaperBot.Bot.Requests;
using PaperBot.Digests.Subscriptions;

namespace PaperBot.Bot.Digests;

/// <summary>Who may see a subscription, and who may change it: whoever made it, and in a channel those who may change the channel's settings.</summary>
internal sealed class SubscriptionRights(SettingsRights settings)
{
    /// <summary>Whether a person may see it where they are: theirs everywhere, a channel's in the channel.</summary>
    public static bool MaySee(Subscription subscription, Place place) =>
        subscription.Owner == place.Person || subscription.Place == place.Person || subscription.Place == place.Channel;

    /// <returns>Null for somebody who may change it; otherwise why not, in Slack's markup.</returns>
    /// <exception cref="Slack.SlackException">Slack could not be asked.</exception>
    public async Task<string?> ProblemAsync(string person, Subscription subscription, CancellationToken cancellationToken)
    {
        if (person == subscription.Owner || person == subscription.Place)
            return null;
        if (SubscriptionReply.IsPerson(subscription.Place))
            return "That subscription is somebody else's.";
        return await settings.ProblemAsync(person, subscription.Place, cancellationToken).ConfigureAwait(false) is null
            ? null : $"<@{subscription.Owner}> made this subscription. Only they, whoever made the channel, and admins and owners of the workspace can change it.";
    }
}
