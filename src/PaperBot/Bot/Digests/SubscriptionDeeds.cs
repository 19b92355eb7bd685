using PaperBot.Bot.Rendering;
using PaperBot.Bot.Replies;
using PaperBot.Bot.Requests;
using PaperBot.Digests.Delivery;
using PaperBot.Digests.Subscriptions;
using PaperBot.Retrieval;

namespace PaperBot.Bot.Digests;

/// <summary>Does what a person asks for with a subscription that there is, by words or by a button, and says so.</summary>
internal sealed class SubscriptionDeeds(SubscriptionStore store, SubscriptionList list, SubscriptionRights rights, DigestRunner runner, PaperStore papers)
{
    /// <param name="request">The same when this is done again after a restart.</param>
    /// <exception cref="Slack.SlackException">Slack could not be asked whether the person may.</exception>
    public async Task<Reply> DoAsync(
        string id, SubscriptionDeed deed, Subscription subscription, Place place, string request, CancellationToken cancellationToken)
    {
        if (!SubscriptionRights.MaySee(subscription, place))
            return NoticeReply.Of(id, Gone);
        if (deed == SubscriptionDeed.Preview)
            return await PreviewAsync(id, subscription, cancellationToken).ConfigureAwait(false);
        if (await rights.ProblemAsync(place.Person, subscription, cancellationToken).ConfigureAwait(false) is { } problem)
            return NoticeReply.Of(id, problem);
        switch (deed)
        {
            case SubscriptionDeed.Pause:
                var isNew = store.Pause(subscription.Id, SubscriptionReply.IsPerson(subscription.Place) ? "You paused it." : "Somebody of the channel paused it.");
                return Card(id, isNew ? "Paused." : "It was paused already.", subscription, place);
            case SubscriptionDeed.Resume:
                store.Resume(subscription.Id);
                return Card(id, subscription.Paused is null ? "It was not paused." : "It comes again.", subscription, place);
            case SubscriptionDeed.Remove:
                store.Remove(subscription.Id);
                return NoticeReply.Of(id, $"Removed: {InterestText.Of(subscription.Interest, papers.Find)}. Nothing of it comes any more.");
            case SubscriptionDeed.Now:
                return await PostAsync(id, subscription, place, request, cancellationToken).ConfigureAwait(false);
            default:
                return Card(id, "Edit opens a form with all of it.", subscription, place);
        }
    }

    public const string Gone = "There is no such subscription any more.";

    /// <summary>The subscription as it is now.</summary>
    public Reply Card(string id, string sentence, Subscription subscription, Place place, string note = "") => store.Find(subscription.Id) is { } now
        ? SubscriptionReply.Of(id, sentence, list.Told(now), place.IsDirect ? place.Person : place.Channel, papers.Find, note) : NoticeReply.Of(id, Gone);

    private async Task<Reply> PreviewAsync(string id, Subscription subscription, CancellationToken cancellationToken)
    {
        var draft = await runner.PreviewAsync(subscription, cancellationToken).ConfigureAwait(false);
        return DigestReply.Preview(id, subscription, draft.Items, draft.Candidates, papers.Find);
    }

    private async Task<Reply> PostAsync(string id, Subscription subscription, Place place, string request, CancellationToken cancellationToken)
    {
        var where = SubscriptionReply.IsPerson(subscription.Place) ? "in direct messages" : subscription.Place == place.Channel ? "here" : $"in <#{subscription.Place}>";
        return NoticeReply.Of(id, await runner.PostNowAsync(subscription, request, cancellationToken).ConfigureAwait(false) switch
        {
            NowOutcome.Posted => $"Posted {where}. The next one comes when it is due.",
            NowOutcome.NothingNew nothing => DigestReply.Nothing(subscription.Interest, nothing.Candidates, papers.Find),
            NowOutcome.Paused paused => $"It is paused: {SafeText.Mrkdwn(paused.Why, 300)} Resume brings it back.",
            NowOutcome.Removed => Gone,
            NowOutcome.Busy => "One is being posted just now.",
            _ => "Slack does not answer well just now; it comes as soon as it does.",
        });
    }
}
