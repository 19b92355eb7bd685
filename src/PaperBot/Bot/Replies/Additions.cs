using PaperBot.Bot.Rendering;
using PaperBot.Ingestion;
using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Bot.Replies;

/// <summary>Adds papers that a person pasted, or says how to.</summary>
internal sealed class Additions(PastedPapers pasted, PaperFinder finder, PaperStore papers)
{
    // Those of a longer list are in the library as well.
    private const int MostShown = 6;

    private const int MostProblems = 5;

    public async Task<Reply> AddAsync(string id, string text, Wording wording, CancellationToken cancellationToken)
    {
        if (PaperReference.ParseExact(text)?.Key is { } key)
            return papers.Find(key) is { } known ? AlreadyThere(id, known) : CannotFetch(id, key.Value, wording);
        if (await pasted.StoreAsync(text, cancellationToken) is { } report)
            return Added(id, report);
        // A reference among words, or words of a title.
        if (text.Length < 300 && !text.Contains('\n', StringComparison.Ordinal))
            return finder.Find(text) is PaperLookup.Found found ? AlreadyThere(id, found.Paper) : CannotFetch(id, text, wording);
        return NoticeReply.Of(
            id,
            "I could not read papers from this. I take BibTeX records and JSON Lines; for example: "
            + wording.Form("add @article{key, title = {…}, author = {…}, abstract = {…}}"));
    }

    private static Reply AlreadyThere(string id, Paper paper)
    {
        var card = PaperCard.Of(id, paper);
        const string sentence = "This paper is in the library already.";
        return card with { Text = $"{sentence}\n{card.Text}", Blocks = [.. Lines.Small(sentence), .. card.Blocks] };
    }

    private static Reply CannotFetch(string id, string reference, Wording wording) => NoticeReply.Of(
        id,
        $"I cannot fetch papers by a reference yet, so {SafeText.Mrkdwn(reference, 300)} is not added.",
        $"Its page has a BibTeX export; paste that, best with the abstract: {wording.Form("add @article{…}")}");

    private Reply Added(string id, PastedReport report)
    {
        var counts = report.Report;
        var sentence = string.Join(", ", new[]
        {
            Told(counts.Added, "added"), Told(counts.Updated, "updated"), Told(counts.Unchanged, "known already"),
        }.Where(told => told.Length > 0));
        var problems = counts.Rejections.Take(MostProblems).Select(rejection => $"Line {rejection.Line}: {SafeText.Mrkdwn(rejection.Reason, 400)}")
            .Concat(counts.Rejected > MostProblems ? [$"{counts.Rejected - MostProblems} more records could not be read."] : []).ToList();
        if (counts.Added + counts.Updated + counts.Unchanged == 0)
            return NoticeReply.Of(id, ["No paper could be read from this.", .. problems]);

        var shown = report.Papers.DistinctBy(paper => paper.Key).Take(MostShown).Select(Stored).ToList();
        var notes = new[]
        {
            report.Papers.Count > shown.Count ? $"Shown are the first {shown.Count}." : "",
            report.HasMore ? $"I took the first {PastedPapers.MostRecords} records; longer lists are for whoever runs me to ingest." : "",
            report.Papers.Any(paper => paper.Abstract.Length == 0) ? "A paper without an abstract can be found, but not quoted." : "",
            report.IsEmbedded ? "" : "They are found by their words for now; finding them by meaning follows.",
        }.Where(note => note.Length > 0);
        return PapersReply.Of(
            id, ReplyKind.Papers, string.Join('\n', [$"{Plural.Of(report.Papers.Count, "paper")}: {sentence}.", .. problems]),
            [.. shown.Select(paper => new ListedPaper(paper, "", ""))], note: string.Join(' ', notes) is { Length: > 0 } note ? note : null);
    }

    // A record may have been taken for a paper that the library knows under another key.
    private Paper Stored(Paper paper) =>
        papers.Find(paper.Key)
        ?? papers.FindByTitle(paper.Title, 1).FirstOrDefault(known => TitleText.Normalize(known.Title) == TitleText.Normalize(paper.Title))
        ?? paper;

    private static string Told(int count, string what) => count > 0 ? $"{count:N0} {what}" : "";
}
