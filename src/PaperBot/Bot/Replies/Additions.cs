using PaperBot.Bot.Rendering;
using PaperBot.Ingestion;
using PaperBot.Ingestion.Fetching;
using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Bot.Replies;

/// <summary>Adds papers that a person pasted or named, or says how to.</summary>
internal sealed class Additions(PastedPapers pasted, Fetches fetches, PaperFinder finder, PaperStore papers)
{
    private const int MostProblems = 5;

    // What is longer, or has lines, is pasted.
    private const int LongestReference = 300;

    public async Task<Reply> AddAsync(string id, string text, Wording wording, CancellationToken cancellationToken)
    {
        if (PaperReference.ParseExact(text)?.Key is { } key && papers.Find(key) is { } known)
            return AlreadyThere(id, known);
        var isShort = text.Length <= LongestReference && !text.Contains('\n', StringComparison.Ordinal);
        if (text.StartsWith("folder:", StringComparison.OrdinalIgnoreCase))
            return NoticeReply.Of(id, "A folder is read only where whoever runs me listed it. Paste records here, or name papers.");
        if (References(text) is { Count: > 0 } references)
            return await fetches.FetchAsync(id, references, cancellationToken);
        if (await pasted.StoreAsync(text, cancellationToken) is { } report)
            return Added(id, report);
        if (isShort)
            return Named(text) is { Count: > 0 } named ? await fetches.FetchAsync(id, named, cancellationToken)
                : finder.Find(text) is PaperLookup.Found found ? AlreadyThere(id, found.Paper)
                : Unknown(id, text, wording);
        return NoticeReply.Of(
            id,
            "I could not read papers from this. I take BibTeX records and JSON Lines; for example: "
            + wording.Form("add @article{key, title = {…}, author = {…}, abstract = {…}}"));
    }

    /// <summary>The text is a reference to a source, or nothing but several of them.</summary>
    private static List<SourceReference> References(string text)
    {
        var words = text.Split([' ', ',', ';', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var each = words.Length > 1 ? words.Select(PaperSources.Read).OfType<SourceReference>().ToList() : [];
        return each.Count > 0 && each.Count == words.Length ? [.. each.Distinct()] : PaperSources.Read(text) is { } one ? [one] : [];
    }

    /// <summary>References among words: "the paper https://…, please".</summary>
    private static List<SourceReference> Named(string text) =>
        [.. PaperReference.FindAll(text).Select(found => found.Key is { } key ? PaperSources.Read(key.Value) : null).OfType<SourceReference>()];

    private static Reply AlreadyThere(string id, Paper paper)
    {
        var card = PaperCard.Of(id, paper);
        const string sentence = "This paper is in the library already.";
        return card with { Text = $"{sentence}\n{card.Text}", Blocks = [.. Lines.Small(sentence), .. card.Blocks] };
    }

    private static Reply Unknown(string id, string reference, Wording wording) => NoticeReply.Of(
        id,
        $"“{SafeText.Typed(reference, LongestReference)}” names no paper or source that I can fetch from, so nothing is added.",
        $"I take, for example, {string.Join(", ", Fetches.Examples.Select(example => wording.Form($"add {example}")))}, addresses of papers as pasted, "
        + $"and BibTeX: {wording.Form("add @article{…}")}");

    private Reply Added(string id, PastedReport report)
    {
        var counts = report.Report;
        var told = counts.Rejections.Take(MostProblems).Select(rejection => $"Line {rejection.Line}: {SafeText.Mrkdwn(rejection.Reason, 400)}")
            .Concat(counts.Rejected > MostProblems ? [$"{counts.Rejected - MostProblems} more records could not be read."] : [])
            .Concat(report.HasMore ? [$"I took the first {PastedPapers.MostRecords} records; longer lists are for whoever runs me to ingest."] : []);
        return AddedReply.Of(id, counts, [.. report.Papers.Select(Stored).DistinctBy(paper => paper.Key)], [.. told], report.IsEmbedded);
    }

    // A record may have been taken for a paper that the library knows under another key.
    private Paper Stored(Paper paper) =>
        papers.Find(paper.Key)
        ?? papers.FindByTitle(paper.Title, 1).FirstOrDefault(known => TitleText.Normalize(known.Title) == TitleText.Normalize(paper.Title))
        ?? paper;
}
