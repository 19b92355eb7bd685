using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using PaperBot.Ingestion.Sources.Web;
using PaperBot.Papers;

namespace PaperBot.Ingestion.Sources.PubMed;

/// <summary>Reads articles of PubMed, https://dtd.nlm.nih.gov/ncbi/pubmed/doc/out/250101/.</summary>
internal static partial class PubMedArticles
{
    public const string Source = "pubmed";

    /// <exception cref="SourceException">It is no such answer.</exception>
    public static SourcePage Read(ReadOnlyMemory<byte> body)
    {
        // Every answer names its DTD, which is passed over unread.
        var root = SourceXml.Load(body, PubMedSource.SiteName, DtdProcessing.Ignore).Root!;
        return root.Name.LocalName == "PubmedArticleSet"
            ? new SourcePage([.. root.Children("PubmedArticle").Select(article => SourceRecord.Guard(article.Line(), () => Record(article))!)])
            : throw SourceException.Changed(PubMedSource.SiteName, "it is no set of articles");
    }

    private static SourceRecord Record(XElement record)
    {
        var line = record.Line();
        if (record.Child("MedlineCitation") is not { } citation || citation.Child("Article") is not { } article)
            return SourceRecord.Rejected(line, "The record has no article.");
        var title = Title(article);
        // The labels of its parts are no part of its sentences.
        var summary = SourceText.Fold(string.Join(' ', article.Child("Abstract")?.Children("AbstractText").Select(part => part.Value) ?? []));
        if (SourceText.Objection(title, summary) is { } objection)
            return SourceRecord.Rejected(line, objection);
        var doi = Doi(record, article);
        if (doi is null && citation.Text("PMID").Length == 0)
            return SourceRecord.Rejected(line, "The record has no identifier.");
        var isRetracted = (article.Child("PublicationTypeList")?.Children("PublicationType") ?? [])
            .Any(type => type.Attribute("UI")?.Value == "D016441" || type.Value.Trim() == "Retracted Publication");
        return SourceRecord.Accepted(line, new Paper
        {
            Key = doi is null ? PaperKey.LocalId($"pubmed-{citation.Text("PMID")}") : PaperKey.Doi(doi),
            Title = title,
            Abstract = summary,
            Authors = AuthorNames.Clean((article.Child("AuthorList")?.Children("Author") ?? []).Select(Author)),
            Published = Date(article.Child("ArticleDate")) ?? Date(article.Child("Journal")?.Child("JournalIssue")?.Child("PubDate")),
            Venue = article.Child("Journal")?.Text("Title") is { Length: > 0 } journal ? journal : null,
            Doi = doi,
            Url = doi is null ? $"https://pubmed.ncbi.nlm.nih.gov/{citation.Text("PMID")}/" : $"https://doi.org/{doi}",
            Source = Source,
            Withdrawn = isRetracted || Withdrawal.IsIn("", summary),
            Signals = new PaperSignals
            {
                Keywords = [.. citation.Children("KeywordList").SelectMany(list => list.Children("Keyword"))
                    .Select(word => SourceText.Fold(word.Value)).Where(word => word.Length is > 0 and < 200)],
                Retracted = isRetracted,
            },
        });
    }

    /// <summary>Without the full stop that PubMed puts behind every title, and the brackets around translated ones.</summary>
    private static string Title(XElement article)
    {
        var title = article.Text("ArticleTitle");
        title = title.EndsWith('.') && !title.EndsWith("..", StringComparison.Ordinal) ? title[..^1] : title;
        return title.StartsWith('[') && title.EndsWith(']') ? title[1..^1] : title;
    }

    // Direct children only: the works that it cites have such lists as well.
    private static string? Doi(XElement record, XElement article)
    {
        var names = (record.Child("PubmedData")?.Child("ArticleIdList")?.Children("ArticleId") ?? [])
            .Where(id => id.Attribute("IdType")?.Value == "doi")
            .Concat(article.Children("ELocationID").Where(id => id.Attribute("EIdType")?.Value == "doi"));
        foreach (var name in names)
        {
            if (DoiName.TryParse(name.Value, out var doi))
                return doi;
        }

        return null;
    }

    private static string Author(XElement author) => author.Text("CollectiveName") is { Length: > 0 } together
        ? together : SourceText.Fold(string.Join(' ', author.Text("ForeName"), author.Text("LastName"), author.Text("Suffix")));

    private static PublicationDate? Date(XElement? date)
    {
        if (date is null)
            return null;
        // "2019 Nov-Dec": where it begins.
        var text = Season().Match(date.Text("MedlineDate"));
        if (!int.TryParse(text.Success ? text.Groups["year"].Value : date.Text("Year"), NumberStyles.None, CultureInfo.InvariantCulture,
            out var year))
            return null;
        int? month = PublicationDate.TryParseMonth(text.Success ? text.Groups["month"].Value : date.Text("Month"), out var parsed) ? parsed : null;
        int? day = month is not null && int.TryParse(date.Text("Day"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : null;
        return PublicationDate.TryCreate(year, month, day, out var known) || PublicationDate.TryCreate(year, month, null, out known) ? known : null;
    }

    [GeneratedRegex(@"^(?<year>[0-9]{4})(?: (?<month>[A-Za-z]{3,9}))?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Season();
}
