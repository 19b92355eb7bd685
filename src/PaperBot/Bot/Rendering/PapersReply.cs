using System.Globalization;
using PaperBot.Answering;
using PaperBot.Bot.Replies;
using PaperBot.Papers;
using PaperBot.Slack.Blocks;

namespace PaperBot.Bot.Rendering;

/// <summary>A paper of a list.</summary>
/// <param name="Tldr">One sentence of its abstract; empty when there is none.</param>
/// <param name="Why">Why it is there; empty when that is plain.</param>
internal sealed record ListedPaper(Paper Paper, string Tldr, string Why);

/// <summary>Papers in a numbered list, each with a button that opens it.</summary>
internal static class PapersReply
{
    /// <param name="heading">In Slack's markup.</param>
    /// <param name="first">The number of the first paper.</param>
    /// <param name="more">Finds the papers behind these; null when there are none.</param>
    /// <param name="note">In Slack's markup; null when there is none.</param>
    public static Reply Of(
        string id, ReplyKind kind, string heading, IReadOnlyList<ListedPaper> papers, int first = 1, ButtonValue? more = null,
        string? note = null) => new(
        id, kind,
        string.Join('\n', [heading, .. papers.Select((listed, i) => Text(listed, first + i)), .. new[] { note }.OfType<string>()]),
        [
            .. Lines.Plain(heading),
            .. papers.Select((listed, i) => Item(listed, first + i)),
            .. Buttons(id, kind == ReplyKind.Papers ? papers.Count : 0, more),
            .. Lines.Small(note ?? ""),
        ],
        [.. papers.Select(listed => listed.Paper.Key)], []);

    private static SectionBlock Item(ListedPaper listed, int number) => new()
    {
        Text = new Mrkdwn(string.Join('\n', new[]
        {
            $"*{Number(number)}* {PaperLink.Mrkdwn(listed.Paper)}",
            SafeText.Mrkdwn(PaperFacts.Short(listed.Paper), 400),
            SafeText.Mrkdwn(listed.Tldr, 700),
            listed.Why.Length > 0 ? $"_{SafeText.Mrkdwn(listed.Why, 400)}_" : "",
        }.Where(line => line.Length > 0)))
        { Verbatim = true },
        Accessory = ReplyButtons.ShowPaper(number, listed.Paper),
    };

    private static IEnumerable<ActionsBlock> Buttons(string id, int count, ButtonValue? more)
    {
        var row = new[]
        {
            more is null ? null : ReplyButtons.ShowMore(more),
            count >= Compare.FewestPapers ? ReplyButtons.Of(ReplyButtons.Compare, "Compare…", new ButtonValue.OfReply(id)) : null,
            count > 0 ? ReplyButtons.Of(ReplyButtons.BibTeX, "BibTeX", new ButtonValue.OfReply(id)) : null,
        }.OfType<Button>().ToList();
        if (row.Count > 0)
            yield return ReplyButtons.Row(row);
    }

    private static string Text(ListedPaper listed, int number) => string.Join(
        " ", new[] { Number(number), AnswerReply.PlainSource(listed.Paper), SafeText.Mrkdwn(listed.Tldr, 700), SafeText.Mrkdwn(listed.Why, 400) }
            .Where(part => part.Length > 0));

    private static string Number(int number) => string.Create(CultureInfo.InvariantCulture, $"{number}.");
}
