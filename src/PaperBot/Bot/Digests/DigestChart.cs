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
internal sealed class DigestChart(TopicCharts charts, ReplyDelivery delivery, TimeProvider time, ILogger<DigestChart> log)
{
    // A part of what a post may take altogether.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(45);

    /// <param name="thread">The thread of the digest's message.</param>
    public async Task FollowAsync(Digest digest, Place thread, CancellationToken cancellationToken)
    {
        var interest = digest.Subscription.Interest;
        if (digest.Items.Count == 0 || interest.Topics.Count == 0 || WeeklyTimes.Of(digest.Subscription.Timing.Cron) is not { Days: [_] })
            return;
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            if (await charts.TrendAsync(interest.Topics, new SearchFilter { Categories = interest.Categories }, either.Token) is not { } picture)
                return;
            var reply = NoticeReply.Of(ReplyId.New(), SafeText.Typed(picture.Title, 300)) with
            {
                File = new ReplyFile(picture.FileName, picture.Title, picture.Png, picture.AltText),
            };
            await delivery.SendAsync(
                new Outgoing($"chart:{digest.Id}", thread, thread.Thread), (_, _) => Task.FromResult(new Made(reply, "")), either.Token);
        }
        catch (SlackException e)
        {
            Log.NoChart(log, e.Method, e.ErrorCode);
        }
#pragma warning disable CA1031 // It is told in the log: a machine that cannot draw still posts digests.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.ChartFailed(log, e);
        }
    }
}
