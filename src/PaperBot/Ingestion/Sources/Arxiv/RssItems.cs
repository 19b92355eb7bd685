using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using PaperBot.Ingestion.Sources.Web;

namespace PaperBot.Ingestion.Sources.Arxiv;

/// <summary>Reads arXiv's RSS of the day, https://info.arxiv.org/help/rss.html.</summary>
internal static partial class RssItems
{
    /// <exception cref="SourceException">It is no RSS.</exception>
    public static SourcePage Read(ReadOnlyMemory<byte> body)
    {
        var root = SourceXml.Load(body, ArxivSource.SiteName).Root!;
        if (root.Name.LocalName != "rss" || root.Child("channel") is not { } channel)
            throw SourceException.Changed(ArxivSource.SiteName, "it is no RSS");
        return new SourcePage([.. channel.Children("item").Select(item => SourceRecord.Guard(item.Line(), () => Record(item))!)]);
    }

    // The day in a feed is that of the announcement, so the month of the identifier is all that is said of the submission.
    private static SourceRecord Record(XElement item)
    {
        var head = Head().Match(item.Text("description"));
        var id = item.Text("guid").Replace("oai:arXiv.org:", "", StringComparison.OrdinalIgnoreCase);
        return new ArxivRecord
        {
            Line = item.Line(),
            Id = id.Length > 0 ? id : item.Text("link").Split("/abs/")[^1],
            Title = item.Text("title"),
            Abstract = SourceText.Fold(item.Text("description")[head.Length..]),
            // One element with commas between the names, where older feeds had one element a name.
            Authors = [.. item.Children("creator").SelectMany(creator => AuthorNames.Split(creator.Value))],
            Categories = [.. item.Children("category").Select(category => category.Value.Trim()).Where(ArxivCategory.IsCategory)],
            JournalReference = item.Text("journal_reference"),
            Doi = item.Text("DOI"),
            Version = int.TryParse(head.Groups["version"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                ? version : null,
        }.ToRecord();
    }

    [GeneratedRegex(@"^arXiv:\S{5,40}?(?:v(?<version>[0-9]{1,4}))? Announce Type: \S+ Abstract: ",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Head();
}
