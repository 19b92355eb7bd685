using Microsoft.Extensions.Options;
using PaperBot.Bot.Rendering;
using PaperBot.Bot.Replies;
using PaperBot.Bot.Requests;
using PaperBot.Digests.Subscriptions;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Slack;
using PaperBot.Slack.WebApi;

namespace PaperBot.Bot.Digests;

/// <summary>Makes subscriptions of what people wish, and says what was made. The same wish in the same place makes one.</summary>
internal sealed class NewSubscriptions(
    SubscriptionStore store, SubscriptionDeeds deeds, PersonTimeZone zones, PaperFinder finder, ISlackApiClient slack, BotIdentity identity,
    IOptions<BotOptions> options, TimeProvider time)
{
    public const int UsualMost = 5;

    // As many as a list shows: what nobody can see, nobody takes away again.
    private const int MostOfAPlace = SubscriptionReply.Most;

    private const string UsualTiming = "weekdays 09:00";

    // The first digest has something to show: what came in the week before.
    private static readonly TimeSpan Before = TimeSpan.FromDays(7);

    private readonly Wording _wording = new(options.Value.Command);

    public async Task<Reply> MakeAsync(string id, SubscriptionWish wish, Place place, CancellationToken cancellationToken)
    {
        var zone = await zones.FindAsync(place.Person, cancellationToken).ConfigureAwait(false);
        var reading = TimingReader.Read(wish.When.Length > 0 ? wish.When : UsualTiming, zone);
        if (reading.Timing is not { } timing)
            return NoticeReply.Of(id, SafeText.Mrkdwn(reading.Problem ?? "", 1_000));
        var seeds = new List<PaperKey>();
        foreach (var reference in wish.Likes)
        {
            if (finder.Find(reference) is not PaperLookup.Found found)
                return NoticeReply.Of(id, _wording.On(finder.Find(reference)));
            seeds.Add(found.Paper.Key);
        }

        var interest = new Interest(wish.Topics, wish.Authors, wish.Categories, [.. seeds.Distinct()]);
        return await MakeAsync(id, interest, timing, wish, place, cancellationToken).ConfigureAwait(false);
    }

    /// <param name="place">Where it comes, and who made it.</param>
    public async Task<Reply> MakeAsync(
        string id, Interest interest, Timing timing, SubscriptionWish wish, Place place, CancellationToken cancellationToken)
    {
        var where = place.IsDirect ? place.Person : place.Channel;
        var wanted = new Subscription(
            0, where, place.Person, interest, timing, wish.Most ?? UsualMost, MatchLevelText.Score(wish.Level ?? MatchLevel.Good), time.GetUtcNow() - Before, Paused: null);
        var there = store.OfPlace(where);
        var same = there.FirstOrDefault(known => IsSame(known, wanted));
        if (same is null && there.Count >= MostOfAPlace)
            return NoticeReply.Of(id, $"{MostOfAPlace} subscriptions come here already, and no more fit. {_wording.Form("subscriptions")} shows them; one can have up to ten topics.");
        var subscription = same ?? store.Add(wanted);
        var note = place.IsDirect ? "" : await NoteAsync(place.Channel, cancellationToken).ConfigureAwait(false);
        return deeds.Card(id, same is null || same.Owner == place.Person ? "Subscribed." : "This is subscribed to already.", subscription, place, note);
    }

    private static bool IsSame(Subscription known, Subscription wanted) =>
        known.Timing == wanted.Timing && known.Most == wanted.Most && known.MinimumScore.Equals(wanted.MinimumScore)
        && Same(known.Interest.Topics, wanted.Interest.Topics) && Same(known.Interest.Authors, wanted.Interest.Authors)
        && Same(known.Interest.Categories, wanted.Interest.Categories) && known.Interest.Seeds.SequenceEqual(wanted.Interest.Seeds);

    private static bool Same(IReadOnlyList<string> one, IReadOnlyList<string> other) => one.SequenceEqual(other, StringComparer.OrdinalIgnoreCase);

    /// <summary>A command can be typed where the bot is no member, and a digest could not come there.</summary>
    private async Task<string> NoteAsync(string channel, CancellationToken cancellationToken)
    {
        try
        {
            if (await slack.Conversations.InfoAsync(channel, cancellationToken).ConfigureAwait(false) is { IsMember: true } or { IsMpim: true })
                return "";
        }
        catch (SlackException e)
        {
            // A private channel that the bot is not in cannot be found; anything else tells nothing.
            if (e.ErrorCode != "channel_not_found")
                return "";
        }

        var self = await identity.GetAsync(cancellationToken).ConfigureAwait(false);
        return $":warning: I am not in this channel yet, so nothing can come here. Type `/invite` <@{self.UserId}>.";
    }
}
