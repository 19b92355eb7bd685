using PaperBot.Bot.Rendering;
using PaperBot.Bot.Replies;
using PaperBot.Retrieval;

namespace PaperBot.Bot.Withdrawals;

/// <summary>Tells a thread that a paper which was cited in it was taken back.</summary>
internal static class WithdrawalReply
{
    public static Reply Of(string id, TakenBackPaper taken) => NoticeReply.Of(
        id,
        $"A word of care: {PaperLink.Mrkdwn(taken.Paper)}, which I cited here, has been {(taken.IsRetracted ? "retracted" : "withdrawn")} since, "
        + "so please look again at what rests on it.");
}
