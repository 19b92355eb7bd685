using System.Globalization;
using PaperBot.Answering;
using PaperBot.Bot.Replies;
using PaperBot.Papers;
using PaperBot.Slack;
using PaperBot.Slack.Blocks;

namespace PaperBot.Bot.Rendering;

/// <summary>An answer as Slack shows it: sentences with their numbers, the papers that the numbers stand for, what can be done with them.</summary>
internal static class AnswerReply
{
    private const int LongestSentence = 1_000;

    public static Reply Of(string id, Answer answer)
    {
        var papers = answer.Citations.DistinctBy(citation => citation.Number).OrderBy(citation => citation.Number).ToList();
        var linked = papers.ToDictionary(citation => citation.Number, citation => citation.Paper);
        var notes = new[]
        {
            answer.IsFromOtherPapers ? NoticeText.OtherPapers : null, NoticeText.Of(answer.Notice), ModeText.Of(answer),
        }.OfType<string>().ToList();
        return new Reply(
            id, ReplyKind.Answer, Text(answer.Sentences, papers, notes),
            [
                new RichTextBlock { Elements = [new RichTextSection([.. answer.Sentences.SelectMany(sentence => Parts(sentence, linked))])] },
                .. Lines.Small(papers.Select(citation => $"[{citation.Number}] {Source(citation.Paper)}")),
                ReplyButtons.Row(
                    ReplyButtons.Of(ReplyButtons.Sources, "Sources", new ButtonValue.OfReply(id)),
                    ReplyButtons.Of(ReplyButtons.Summarize, "Summarize", new ButtonValue.OfReply(id)),
                    ReplyButtons.Of(ReplyButtons.Similar, "Similar", new ButtonValue.OfReply(id)),
                    ReplyButtons.Of(ReplyButtons.Compare, "Compare…", new ButtonValue.OfReply(id)),
                    ReplyButtons.Of(ReplyButtons.BibTeX, "BibTeX", new ButtonValue.OfReply(id))),
                .. Lines.Small(string.Join(' ', notes)),
                ReplyButtons.FeedbackRow(id),
            ],
            [.. papers.Select(citation => citation.Paper.Key)],
            [.. answer.Sentences.Select(sentence => Statement(sentence, answer.Citations))])
        {
            SpokenBlocks = 1,
        };
    }

    /// <summary>A sentence as it is said, alone or in its answer.</summary>
    public static Statement Statement(AnswerSentence sentence, IReadOnlyList<Citation> citations) =>
        new(SafeText.Line(sentence.Text, LongestSentence), Quotes(sentence, citations));

    /// <summary>"Title · Ada Lovelace et al. · 2021", the title linked.</summary>
    public static string Source(Paper paper)
    {
        var facts = PaperFacts.Short(paper);
        return facts.Length > 0 ? $"{PaperLink.Mrkdwn(paper)} · {SafeText.Mrkdwn(facts, 400)}" : PaperLink.Mrkdwn(paper);
    }

    /// <summary>The same for those who hear it or see a notification.</summary>
    public static string PlainSource(Paper paper) => string.Join(
        " · ",
        new[]
        {
            SafeText.Mrkdwn(PaperLink.Title(paper), 400), SafeText.Mrkdwn(PaperFacts.Short(paper), 400),
            SlackText.Escape(PaperLink.Address(paper)?.AbsoluteUri ?? ""),
        }.Where(part => part.Length > 0));

    private static IEnumerable<RichTextPart> Parts(AnswerSentence sentence, Dictionary<int, Paper> papers)
    {
        yield return new RichText(SafeText.Line(sentence.Text, LongestSentence) + " ");
        foreach (var number in sentence.Citations)
            yield return papers.TryGetValue(number, out var paper) ? PaperLink.Rich(paper, Number(number)) : new RichText(Number(number));
        yield return new RichText(" ");
    }

    // A sentence that is a quote rests on that quote alone; another one on all that its papers gave.
    private static List<Quotation> Quotes(AnswerSentence sentence, IReadOnlyList<Citation> citations)
    {
        var cited = citations.Where(citation => citation.Quote.Length > 0 && sentence.Citations.Contains(citation.Number)).ToList();
        var same = cited.Where(citation => sentence.Quotes.Contains(citation.Quote) || LatexText.ToReadable(citation.Quote) == sentence.Text).ToList();
        return [.. (same.Count > 0 ? same : cited).Select(citation => new Quotation(citation.Number, citation.Paper.Key, citation.Quote))];
    }

    private static string Text(IReadOnlyList<AnswerSentence> sentences, List<Citation> papers, List<string> notes) => string.Join('\n',
    [
        string.Join(' ', sentences.Select(sentence =>
            $"{SafeText.Mrkdwn(sentence.Text, LongestSentence)} {string.Concat(sentence.Citations.Select(Number))}")),
        "Sources:",
        .. papers.Select(citation => $"[{citation.Number}] {PlainSource(citation.Paper)}"),
        .. notes,
    ]);

    private static string Number(int number) => string.Create(CultureInfo.InvariantCulture, $"[{number}]");
}
