using PaperBot.Bot.Deliveries;
using PaperBot.Bot.Home;
using PaperBot.Bot.Rendering;
using PaperBot.Bot.Replies;
using PaperBot.Bot.Requests;
using PaperBot.Bot.Shortcuts;
using PaperBot.Digests.Subscriptions;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Interaction;
using PaperBot.Slack.WebApi;

namespace PaperBot.Bot.Digests;

/// <summary>Keeps what was filled in: a new subscription, or a changed one; and says so to the person, where the digest will come or directly.</summary>
internal sealed class SubscribeSubmission(
    SubscriptionStore store, NewSubscriptions made, SubscriptionDeeds deeds, SubscriptionRights rights, ShortcutReplies replies, ReplyDelivery deliver,
    ISlackApiClient slack, PaperStore papers, HomePublisher home) : IViewSubmissionHandler
{
    public ViewSubmissionResponse Answer(ViewSubmission submission) =>
        SubscribeModal.Mistakes(submission.View.State) is { Count: > 0 } mistakes
            ? new ViewSubmissionResponse.Errors(mistakes) : new ViewSubmissionResponse.Close();

    public async Task HandleAsync(ViewSubmission submission, Delivery delivery, CancellationToken cancellationToken)
    {
        var (state, person) = (submission.View.State, submission.User.Id);
        var wish = SubscribeModal.Read(state);
        var interest = new Interest(
            wish.Topics, wish.Authors, wish.Categories, [.. wish.Likes.Select(value => PaperOption.Find(value, papers)).OfType<Paper>().Select(paper => paper.Key)]);
        if (SubscribeModal.Edited(submission.View) is { } id)
        {
            await TellAsync(person, delivery, (place, token) => ChangeAsync(id, interest, wish, state, place, token), cancellationToken).ConfigureAwait(false);
        }
        else if (SubscribeModal.Place(state) is { } channel && submission.ResponseUrls is [var target, ..])
        {
            var place = new Place(delivery.TeamId, channel, Thread: "", person, IsPrivate: true);
            await replies.ShowAsync(
                token => made.MakeAsync(ReplyId.New(), interest, SubscribeModal.ReadTiming(state, before: null), wish, place, token), place, words: "",
                target.ResponseUrl, delivery, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await TellAsync(
                person, delivery,
                (place, token) => made.MakeAsync(ReplyId.New(), interest, SubscribeModal.ReadTiming(state, before: null), wish, place, token), cancellationToken)
                .ConfigureAwait(false);
        }

        await home.PublishAsync(person, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Reply> ChangeAsync(
        long id, Interest interest, SubscriptionWish wish, ViewState state, Place place, CancellationToken cancellationToken)
    {
        if (store.Find(id) is not { } before || !MayName(before, place.Person))
            return NoticeReply.Of(ReplyId.New(), SubscriptionDeeds.Gone);
        if (await rights.ProblemAsync(place.Person, before, cancellationToken).ConfigureAwait(false) is { } problem)
            return NoticeReply.Of(ReplyId.New(), problem);
        // A paper that the library has no more cannot be shown in the form, and stays.
        var gone = before.Interest.Seeds.Where(seed => papers.Find(seed) is null);
        store.Change(before with
        {
            Interest = interest with { Seeds = [.. interest.Seeds.Concat(gone).Distinct()] },
            Timing = SubscribeModal.ReadTiming(state, before.Timing),
            Most = wish.Most ?? before.Most,
            MinimumScore = wish.Level is { } level && level != MatchLevelText.Nearest(before.MinimumScore) ? MatchLevelText.Score(level) : before.MinimumScore,
        });
        return deeds.Card(ReplyId.New(), "Changed.", before, place);
    }

    // A form's own data comes back from outside; who may change the channel's settings is asked next.
    private static bool MayName(Subscription subscription, string person) =>
        !SubscriptionReply.IsPerson(subscription.Place) || subscription.Place == person || subscription.Owner == person;

    private async Task TellAsync(string person, Delivery delivery, Func<Place, CancellationToken, Task<Reply>> make, CancellationToken cancellationToken)
    {
        var direct = await slack.Conversations.OpenAsync(person, cancellationToken).ConfigureAwait(false);
        var place = new Place(delivery.TeamId, direct, Thread: "", person, IsPrivate: false);
        await deliver.SendAsync(
            new Outgoing(delivery.Id, place, Outgoing.Before(delivery.ReceivedAt)), async (_, token) => new Made(await make(place, token).ConfigureAwait(false), ""),
            cancellationToken).ConfigureAwait(false);
    }
}
