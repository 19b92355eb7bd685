using PaperBot.Bot.Requests;
using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Bot.Withdrawals;

/// <summary>A thread in which the bot cited a paper before it was taken back.</summary>
/// <param name="Thread">The thread's first message; empty for a direct conversation outside of threads.</param>
internal sealed record CitingThread(string Channel, string Thread, TakenBackPaper TakenBack)
{
    public PaperKey Paper => TakenBack.Paper.Key;

    /// <summary>The same after a restart; stays with the message.</summary>
    public string Delivery => $"withdrawal:{Channel}:{Thread}:{Paper.Value}";

    public Place Place => new("", Channel, Thread, "", IsPrivate: false);
}
