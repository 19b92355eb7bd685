using System.Text.Json;
using PaperBot.Ingestion.Sources.Web;
using PaperBot.Papers;

namespace PaperBot.Ingestion.Sources.HuggingFace;

/// <summary>Reads Hugging Face's daily papers: a list, one paper of it, or what its API says of one paper.</summary>
internal static class DailyPapers
{
    public const string Source = "huggingface";

    /// <exception cref="SourceException">It is no such list.</exception>
    public static SourcePage Read(ReadOnlyMemory<byte> body)
    {
        var json = SourceJson.Load(body, HuggingFaceSource.SiteName);
        return json.ValueKind switch
        {
            JsonValueKind.Array => new SourcePage(json.Records(Record)),
            JsonValueKind.Object when json.Text("id").Length > 0 || json.Get("paper").ValueKind == JsonValueKind.Object =>
                new SourcePage([SourceRecord.Guard(1, () => Record(1, json))!]),
            _ => throw SourceException.Changed(HuggingFaceSource.SiteName, "it is no list of papers"),
        };
    }

    private static SourceRecord Record(int number, JsonElement item)
    {
        var paper = item.Get("paper") is { ValueKind: JsonValueKind.Object } inner ? inner : item;
        var title = paper.TextOrNull("title") ?? item.Text("title");
        var summary = paper.TextOrNull("summary") ?? item.Text("summary");
        if (SourceText.Objection(title, summary) is { } objection)
            return SourceRecord.Rejected(number, objection);
        if (paper.Text("id") is not { Length: > 0 } id)
            return SourceRecord.Rejected(number, "The record has no identifier.");
        // Nearly all are arXiv's.
        var key = ArxivId.TryParse(id, out var arxiv, out _) ? PaperKey.Arxiv(arxiv) : PaperKey.LocalId($"huggingface-{id}");
        return SourceRecord.Accepted(number, new Paper
        {
            Key = key,
            Title = title,
            Abstract = summary,
            Authors = AuthorNames.Clean(paper.Get("authors").Items().Where(author => !author.IsTrue("hidden"))
                .Select(author => AuthorNames.ReadingOrder(author.Text("name")))),
            Published = PublicationDate.TryParse(paper.Text("publishedAt"), out var published) ? published : null,
            Url = PaperUrl.Of(key) ?? $"https://huggingface.co/papers/{Uri.EscapeDataString(id)}",
            Source = Source,
            Withdrawn = Withdrawal.IsIn("", summary),
            Signals = new PaperSignals
            {
                Upvotes = paper.Number("upvotes"),
                Tldr = paper.TextOrNull("ai_summary"),
                Keywords = [.. paper.Get("ai_keywords").Items().Select(keyword => keyword.Text()).Where(keyword => keyword.Length is > 0 and < 200)],
                Code = paper.Text("githubRepo") is var code && PaperUrl.IsWeb(code) ? code : null,
                FeaturedOn = paper.Day("submittedOnDailyAt") ?? item.Day("publishedAt"),
            },
        });
    }
}
