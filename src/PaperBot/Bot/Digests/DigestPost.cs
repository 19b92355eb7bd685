using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using PaperBot.Bot.Deliveries;
using PaperBot.Bot.Rendering;
using PaperBot.Bot.Replies;
using PaperBot.Bot.Requests;
using PaperBot.Bot.Threads;
using PaperBot.Digests.Delivery;
using PaperBot.Digests.Subscriptions;
using PaperBot.Retrieval;
using PaperBot.Slack;
using PaperBot.Slack.WebApi;

namespace PaperBot.Bot.Digests;

/// <summary>
/// Posts digests as replies are posted: kept before they are sent, and looked for before they are sent again. What is said in a digest's thread needs
/// no mention of the bot.
/// </summary>
internal sealed class DigestPost(
    ISlackApiClient slack, ReplyDelivery delivery, ReplyStore replies, ThreadStore threads, DigestChart chart, PaperStore papers, IOptions<BotOptions> options, TimeProvider time) : IDigestPost
{
    private readonly Wording _wording = new(options.Value.Command);

    public async Task<PostOutcome> PostAsync(Digest digest, bool mayBePosted, CancellationToken cancellationToken)
    {
        var subscription = digest.Subscription;
        try
        {
            if (await OpenAsync(subscription.Place, cancellationToken) is not { } channel)
                return new PostOutcome.Closed("I cannot write to this person any more.");
            var place = new Place("", channel, "", SubscriptionReply.IsPerson(subscription.Place) ? subscription.Place : "", IsPrivate: false);
            var key = DigestThreads.Delivery(subscription.Id, digest.Id);
            // Nothing from before it was first made can be it, and a digest that is caught up with was due long ago.
            var since = replies.FindByDelivery(key)?.At ?? (mayBePosted ? digest.DueAt : time.GetUtcNow());
            var outgoing = new Outgoing(key, place, Outgoing.Before(since));
            if (mayBePosted)
                Remember(outgoing);
            var sent = await delivery.SendAsync(
                outgoing,
                (_, _) => Task.FromResult(new Made(DigestReply.Of(ReplyId.New(), digest, Schedule.Describe(subscription.Timing), _wording, papers.Find), "")),
                cancellationToken);
            if (sent is Sent.Unreachable unreachable)
                return new PostOutcome.Closed(WhyClosed(subscription.Place, unreachable.Code));
            var message = replies.FindByDelivery(outgoing.Delivery)?.Message ?? "";
            threads.Join(channel, message);
            await chart.FollowAsync(digest, place with { Thread = message }, cancellationToken);
            return new PostOutcome.Posted(message);
        }
        catch (SlackException e)
        {
            throw new DigestPostException($"Slack's {e.Method} answered {e.ErrorCode}.", e);
        }
    }

    public async Task TellPausedAsync(Subscription subscription, string why, CancellationToken cancellationToken)
    {
        try
        {
            if (await OpenAsync(subscription.Owner, cancellationToken) is not { } channel)
                return;
            var now = time.GetUtcNow();
            // It may be paused again another day, for the same reason.
            var key = string.Create(CultureInfo.InvariantCulture, $"paused:{subscription.Id}:{now:yyyy-MM-dd}:{Short(why)}");
            var told = new ToldSubscription(subscription with { Paused = subscription.Paused ?? why }, Schedule.Describe(subscription.Timing), null);
            await delivery.SendAsync(
                new Outgoing(key, new Place("", channel, "", subscription.Owner, IsPrivate: false), Outgoing.Before(now.AddDays(-1))),
                (_, _) => Task.FromResult(new Made(
                    SubscriptionReply.Of(ReplyId.New(), "I paused a subscription of yours.", told, place: "", papers.Find, "Once that is mended, Resume brings it back."), "")),
                cancellationToken);
        }
        catch (SlackException e)
        {
            throw new DigestPostException($"Slack's {e.Method} answered {e.ErrorCode}.", e);
        }
    }

    /// <summary>An earlier try, of another host perhaps, may have been seen: the message is looked for before it is sent.</summary>
    private void Remember(Outgoing outgoing)
    {
        if (replies.FindByDelivery(outgoing.Delivery) is { } saved)
            replies.BeginSending(saved.Reply.Id);
        else if (!replies.IsBegun(outgoing.Delivery))
            replies.Begin(outgoing.Place, outgoing.Delivery);
    }

    /// <returns>The conversation; null when there is nobody to write to.</returns>
    private async Task<string?> OpenAsync(string place, CancellationToken cancellationToken)
    {
        if (!SubscriptionReply.IsPerson(place))
            return place;
        try
        {
            return await slack.Conversations.OpenAsync(place, cancellationToken);
        }
        catch (SlackException e) when (e.ErrorCode is "user_not_found" or "user_disabled" or "user_not_visible" or "cannot_dm_bot" or "channel_not_found")
        {
            return null;
        }
    }

    private static string WhyClosed(string place, string code) => code switch
    {
        "is_archived" => "The channel is archived.",
        "channel_not_found" => "I was taken out of the channel, or it is gone.",
        _ when code.StartsWith("restricted_action", StringComparison.Ordinal) => "I am not allowed to write there.",
        _ when SubscriptionReply.IsPerson(place) => "I cannot write to this person any more.",
        _ => "I was taken out of the channel.",
    };

    private static string Short(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 4));
}
