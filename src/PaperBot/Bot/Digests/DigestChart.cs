using Microsoft.Extensions.Logging;
using PaperBot.Bot.Deliveries;
using PaperBot.Bot.Rendering;
using PaperBot.Bot.Replies;
using PaperBot.Bot.Requests;
using PaperBot.Charts;
using PaperBot.Digests.Delivery;
using PaperBot.Digests.Subscriptions;
using PaperBot.Retrieval;
using PaperBot.Slack;

namespace PaperBot.Bot.Digests;

/// <summary>The chart of its topics that follows a weekly digest in its thread. A digest without it is whole.</summary>
internal sealed class DigestChart(TopicCharts charts, ReplyDelivery delivery, ILogger<DigestChart> log)
{
    /// <param name="thread">The thread of the digest's message.</param>
    public async Task FollowAsync(Digest digest, Place thread, CancellationToken cancellationToken)
    {
        var interest = digest.Subscription.Interest;
        if (digest.Items.Count == 0 || interest.Topics.Count == 0 || WeeklyTimes.Of(digest.Subscription.Timing.Cron) is not { Days: [_] })
            return;
        try
        {
            if (await charts.TrendAsync(interest.Topics, new SearchFilter { Categories = interest.Categories }, cancellationToken) is not { } picture)
                return;
            var reply = NoticeReply.Of(ReplyId.New(), SafeText.Typed(picture.Title, 300)) with
            {
                File = new ReplyFile(picture.FileName, picture.Title, picture.Png, picture.AltText),
            };
            await delivery.SendAsync(
                new Outgoing($"chart:{digest.Id}", thread, thread.Thread), (_, _) => Task.FromResult(new Made(reply, "")), cancellationToken);
        }
        catch (SlackException e)
        {
            Log.NoChart(log, e.Method, e.ErrorCode);
        }
    }
}
