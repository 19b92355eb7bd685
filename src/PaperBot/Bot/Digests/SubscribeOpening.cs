using PaperBot.Bot.Requests;
using PaperBot.Bot.Shortcuts;
using PaperBot.Digests.Subscriptions;
using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Bot.Digests;

/// <summary>Opens the form for a subscription.</summary>
internal sealed class SubscribeOpening(ModalOpening opening, PersonTimeZone zones, PaperStore papers)
{
    /// <param name="place">Where it is opened; a channel is offered as the place of the digest.</param>
    public async Task OpenNewAsync(string trigger, Place place, CancellationToken cancellationToken)
    {
        var zone = await zones.FindAsync(place.Person, cancellationToken).ConfigureAwait(false);
        var channel = place.Channel.Length > 0 && !place.IsDirect ? place.Channel : null;
        await opening.OpenAsync(trigger, place.Person, SubscribeModal.New(zone, channel), cancellationToken).ConfigureAwait(false);
    }

    public Task OpenAsync(string trigger, string person, Subscription subscription, CancellationToken cancellationToken) => opening.OpenAsync(
        trigger, person, SubscribeModal.Edit(subscription, [.. subscription.Interest.Seeds.Select(papers.Find).OfType<Paper>()]), cancellationToken);
}
