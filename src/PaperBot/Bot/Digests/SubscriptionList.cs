using System.Globalization;
using PaperBot.Bot.Rendering;
using PaperBot.Bot.Requests;
using PaperBot.Digests.Subscriptions;
using PaperBot.Retrieval;

namespace PaperBot.Bot.Digests;

/// <summary>The subscriptions that a person sees in a place, in an order by which they can be named.</summary>
internal sealed class SubscriptionList(SubscriptionStore store, PaperStore papers)
{
    /// <returns>A channel's, and where nobody else sees it, the person's own. Direct messages have all that the person made.</returns>
    public IReadOnlyList<Subscription> In(Place place) =>
    [
        .. (place.IsDirect ? OfPerson(place.Person)
            : place.IsPrivate ? store.OfPlace(place.Channel).Concat(store.OfPlace(place.Person))
            : store.OfPlace(place.Channel)).DistinctBy(subscription => subscription.Id),
    ];

    /// <returns>What comes to a person, and what they made for channels.</returns>
    public IReadOnlyList<Subscription> OfPerson(string person) =>
        [.. store.OfPlace(person).Concat(store.OfOwner(person)).DistinctBy(subscription => subscription.Id)];

    public ToldSubscription Told(Subscription subscription) =>
        new(subscription, Schedule.Describe(subscription.Timing), subscription.Paused is null ? store.NextAt(subscription.Id) : null);

    /// <param name="which">Its number in the list, or words of it; empty where there is only one.</param>
    /// <returns>All that it fits.</returns>
    public IReadOnlyList<Subscription> Named(string which, IReadOnlyList<Subscription> all)
    {
        if (which.Length == 0)
            return all;
        if (int.TryParse(which, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number >= 1 && number <= all.Count ? [all[number - 1]] : [];
        var exact = all.Where(subscription => Words(subscription).Equals(which, StringComparison.OrdinalIgnoreCase)).ToList();
        return exact.Count > 0 ? exact : [.. all.Where(subscription => Words(subscription).Contains(which, StringComparison.OrdinalIgnoreCase))];
    }

    private string Words(Subscription subscription) => InterestText.Plain(subscription.Interest, papers.Find);
}
