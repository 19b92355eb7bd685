using System.Text.Json;
using System.Text.RegularExpressions;
using PaperBot.Ingestion.Sources.Web;
using PaperBot.Papers;

namespace PaperBot.Ingestion.Sources;

/// <summary>Reads CSL-JSON, https://docs.citationstyles.org, as reference managers and Zotero's API give it.</summary>
internal static partial class CslItems
{
    public const string Source = "csl";

    private static readonly string[] MayNameArxiv = ["note", "number", "archive_location", "container-title", "publisher"];

    /// <param name="source">What the papers are said to come from.</param>
    /// <param name="sender">Who sent them, for people.</param>
    /// <exception cref="SourceException">It is no list of items.</exception>
    public static SourcePage Read(ReadOnlyMemory<byte> body, string source, string sender)
    {
        var json = SourceJson.Load(body, sender);
        var items = json.ValueKind == JsonValueKind.Array ? json : json.Get("items");
        return items.ValueKind == JsonValueKind.Array
            ? new SourcePage(items.Records((number, item) => Record(number, item, source)))
            : throw SourceException.Changed(sender, "it is no list of items");
    }

    private static SourceRecord Record(int number, JsonElement item, string source)
    {
        var (paper, reason) = JsonRecord.Read(item, source);
        if (paper is null)
            return SourceRecord.Rejected(number, $"Record {number}: {reason}");
        // Items have a field of this name too: where the reference manager found them.
        paper = paper with { Source = source };
        var arxiv = MayNameArxiv.Select(field => Arxiv().Match(item.Text(field)).Groups["id"].Value)
            .FirstOrDefault(id => ArxivId.TryParse(id, out _, out _));
        if (arxiv is not null && paper.Key.Scheme != "arxiv")
            paper = paper with { Key = PaperKey.Arxiv(arxiv), Url = paper.Url ?? PaperUrl.Of(PaperKey.Arxiv(arxiv)) };
        // A preprint's "journal" is where it lies.
        return SourceRecord.Accepted(number, paper.Venue is { } venue && venue.StartsWith("arXiv", StringComparison.OrdinalIgnoreCase)
            ? paper with { Venue = null } : paper);
    }

    [GeneratedRegex(@"\barxiv\s*[:/]\s*(?<id>[a-z.\-]*/?[0-9.]{7,10}(?:v[0-9]+)?)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Arxiv();
}
