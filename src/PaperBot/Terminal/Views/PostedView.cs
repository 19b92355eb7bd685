using System.Globalization;
using PaperBot.Digests.Delivery;
using PaperBot.Papers;
using PaperBot.Terminal.Output;
using Spectre.Console;

namespace PaperBot.Terminal.Views;

/// <summary>What became of digests, a line each.</summary>
internal static class PostedView
{
    public static void Write(TerminalOutput output, IReadOnlyList<(long Subscription, NowOutcome Outcome)> outcomes)
    {
        foreach (var (subscription, outcome) in outcomes)
            output.Write(new Paragraph(string.Create(CultureInfo.InvariantCulture, $"Subscription {subscription}: {Line(outcome)}\n")));
    }

    private static string Line(NowOutcome outcome) => outcome switch
    {
        NowOutcome.Posted { Digest.Items.Count: 0 } => "posted, that there is nothing worth anybody's time.",
        NowOutcome.Posted posted => $"posted, with {Plural.Of(posted.Digest.Items.Count, "paper")}.",
        NowOutcome.NothingNew nothing => $"nothing new is worth a post; {Plural.Of(nothing.Candidates, "paper")} looked at.",
        NowOutcome.Paused paused => $"paused. {PrintableText.Line(paused.Why)}",
        NowOutcome.Busy => "another process is posting it at this moment.",
        NowOutcome.Delayed => "it could not be posted now; the bot tries it again.",
        _ => "it was removed.",
    };
}
