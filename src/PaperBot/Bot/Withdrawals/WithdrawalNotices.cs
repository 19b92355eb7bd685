using System.Runtime.ExceptionServices;
using PaperBot.Bot.Deliveries;
using PaperBot.Bot.Replies;
using PaperBot.Retrieval;
using PaperBot.Slack;

namespace PaperBot.Bot.Withdrawals;

/// <summary>Tells each thread that cited a paper, once, when the paper was withdrawn or retracted afterwards.</summary>
internal sealed class WithdrawalNotices(
    SignalStore signals, WithdrawalStore notices, ReplyStore replies, ReplyDelivery delivery, TimeProvider time)
{
    /// <summary>Of one run: when a source takes back many at once, the threads hear of it little by little.</summary>
    public const int MostOfARun = 20;

    // What happened longer ago than any bot stands still.
    private static readonly TimeSpan Looked = TimeSpan.FromDays(90);

    /// <returns>How many threads were told.</returns>
    /// <exception cref="SlackException">Slack could not be reached, or some of the threads, of which this is the last, could not be told.</exception>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var (told, refused) = (0, (ExceptionDispatchInfo?)null);
        foreach (var thread in notices.Untold(signals.TakenBack(time.GetUtcNow() - Looked), MostOfARun))
        {
            try
            {
                if (notices.Claim(thread) && await TellAsync(thread, cancellationToken).ConfigureAwait(false))
                    told++;
            }
            catch (SlackException e) when (!SlackFailure.IsTemporary(e))
            {
                // One place that takes nothing keeps the word of care from no other.
                refused = ExceptionDispatchInfo.Capture(e);
            }
        }

        refused?.Throw();
        return told;
    }

    private async Task<bool> TellAsync(CitingThread thread, CancellationToken cancellationToken)
    {
        try
        {
            // Nothing that was said before the notice was first made is the notice.
            var from = replies.FindByDelivery(thread.Delivery)?.At ?? time.GetUtcNow();
            var sent = await delivery.SendAsync(
                new Outgoing(thread.Delivery, thread.Place, Outgoing.Before(from)),
                (_, _) => Task.FromResult(new Made(WithdrawalReply.Of(ReplyId.New(), thread.TakenBack), Request: "")), cancellationToken)
                .ConfigureAwait(false);
            if (sent is Sent.Delivered)
            {
                notices.Told(thread);
                return true;
            }

            // A channel that is closed to the bot is nobody's trouble.
            notices.GiveUp(thread);
            return false;
        }
        catch
        {
            notices.Release(thread);
            throw;
        }
    }
}
