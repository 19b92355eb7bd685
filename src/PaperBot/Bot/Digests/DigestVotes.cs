using PaperBot.Bot.Buttons;
using PaperBot.Bot.Rendering;
using PaperBot.Bot.Replies;
using PaperBot.Digests.Feedback;
using PaperBot.Digests.Subscriptions;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Interaction;

namespace PaperBot.Bot.Digests;

/// <summary>Thumbs and Save under a paper of a digest: kept for the next digests, and acknowledged to the person alone.</summary>
internal sealed class DigestVotes(
    ReplyStore replies, VerdictStore verdicts, SavedPapers saved, SubscriptionStore subscriptions, PaperStore papers, PrivateReplies privately) : IBlockActionHandler
{
    private const int MostSaved = 1_000;

    public Task HandleAsync(BlockAction action, BlockActionRequest request, Delivery delivery, CancellationToken cancellationToken)
    {
        var click = Click.Of(action, request, delivery);
        return privately.TellAsync(NoticeReply.Of(ReplyId.New(), Take(click)), click.Privately, click.ResponseUrl, cancellationToken);
    }

    /// <returns>What to say, in Slack's markup.</returns>
    private string Take(Click click)
    {
        if (click.Value is not ButtonValue.OfItem of || click.Find(replies, of.Reply) is not { } digest
            || DigestThreads.Subscription(digest) is not { } subscription || !digest.Reply.Papers.Contains(of.Key))
            return "I do not have this digest any more.";
        var title = papers.Find(of.Key) is { } paper ? $"“{SafeText.Mrkdwn(PaperLink.Title(paper), 120)}”" : "This paper";
        var person = click.Place.Person;
        switch (click.Action)
        {
            case ReplyButtons.Save:
                var isNew = !saved.Of(person, MostSaved).Contains(of.Key);
                saved.Save(person, of.Key);
                verdicts.Give(subscription, person, of.Key, Verdict.Saved);
                return isNew ? $"Saved: {title}. Your list has it; only you see that." : $"{title} is in your list already.";
            case ReplyButtons.ThumbsUp or ReplyButtons.ThumbsDown when subscriptions.Find(subscription) is null:
                return "This subscription was removed, so that no digest follows which a vote could change.";
            case ReplyButtons.ThumbsUp:
                verdicts.Give(subscription, person, of.Key, Verdict.ThumbsUp);
                return $"👍 noted: the next digests bring more like {title}. {Counts(subscription, of.Key)}";
            default:
                verdicts.Give(subscription, person, of.Key, Verdict.ThumbsDown);
                return $"👎 noted: the next digests bring less like {title}. {Counts(subscription, of.Key)}";
        }
    }

    private string Counts(long subscription, PaperKey paper)
    {
        var given = verdicts.Of(subscription).Where(verdict => verdict.Paper == paper).ToList();
        return $"So far here: 👍 {given.Count(verdict => verdict.Verdict == Verdict.ThumbsUp)}, 👎 {given.Count(verdict => verdict.Verdict == Verdict.ThumbsDown)}.";
    }
}
