using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using PaperBot.Papers;

namespace PaperBot.Ingestion.Sources;

/// <summary>Reads RIS, https://en.wikipedia.org/wiki/RIS_(file_format), as publishers and reference managers export it.</summary>
internal sealed partial class RisSource : IPaperSource
{
    // Lines of one record; a file without the ends of its records must not be held in memory.
    private const int MostLines = 5_000;

    public string Name => "RIS";

    public async IAsyncEnumerable<SourceRecord> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var lines = new LineReader(stream);
        List<(string Tag, string Value)>? record = null;
        var start = 0;
        while (await lines.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var text = SourceEncoding.Decode(lines.Line.Span).TrimEnd('\r').TrimStart('\uFEFF');
            var field = Field().Match(text);
            var tag = field.Groups["tag"].Value;
            if (tag == "TY")
            {
                // The one before has no end.
                if (record is not null)
                    yield return Guarded(start, record);
                (record, start) = ([], lines.Number);
            }

            if (record is null)
                continue;
            if (field.Success)
                record.Add((tag, field.Groups["value"].Value));
            else if (record.Count > 0 && text.Trim().Length > 0)
                record[^1] = (record[^1].Tag, $"{record[^1].Value} {text}");
            if (tag != "ER" && record.Count <= MostLines)
                continue;
            yield return Guarded(start, record);
            record = null;
        }

        if (record is not null)
            yield return Guarded(start, record);
        if (lines.Corruption is { } corruption)
            yield return SourceRecord.Rejected(lines.Number, corruption);
    }

    private static SourceRecord Guarded(int line, List<(string Tag, string Value)> record) =>
        SourceRecord.Guard(line, () => Read(line, record.ToLookup(field => field.Tag, field => SourceText.Fold(field.Value))))!;

    private static SourceRecord Read(int line, ILookup<string, string> fields)
    {
        var (title, summary) = (First(fields, "TI", "T1", "CT", "BT"), First(fields, "AB", "N2"));
        if (SourceText.Objection(title, summary) is { } objection)
            return SourceRecord.Rejected(line, objection);
        var doi = DoiName.TryParse(First(fields, "DO", "M3"), out var parsed) ? parsed : null;
        var url = fields["UR"].Concat(fields["L2"]).FirstOrDefault(PaperUrl.IsWeb);
        var key = PaperUrl.TryRead(url, out var linked, out _) && linked.Scheme is "arxiv" or "acl" ? linked
            : doi is not null ? PaperKey.Doi(doi) : PaperKey.Local(title);
        return SourceRecord.Accepted(line, new Paper
        {
            Key = key,
            Title = title,
            Abstract = summary,
            Authors = AuthorNames.Clean(fields["AU"].Concat(fields["A1"]).Select(AuthorNames.ReadingOrder)),
            Published = Date(First(fields, "DA", "PY", "Y1")) ?? Date(First(fields, "PY", "Y1")),
            Venue = First(fields, "JO", "JF", "T2", "JA", "J2") is { Length: > 0 } venue
                && !venue.StartsWith("arXiv", StringComparison.OrdinalIgnoreCase) ? venue : null,
            Doi = doi,
            Url = url ?? PaperUrl.Of(key),
            Source = "ris",
            Withdrawn = Withdrawal.IsIn(First(fields, "N1"), summary),
            Signals = fields["KW"].Any() ? new PaperSignals { Keywords = [.. fields["KW"].Where(word => word.Length is > 0 and < 200)] } : null,
        });
    }

    /// <summary><c>2021/11/15/</c>, with empty places where less is known.</summary>
    private static PublicationDate? Date(string text)
    {
        var parts = text.Split('/').TakeWhile(part => part.Length > 0).Take(3).ToArray();
        return PublicationDate.TryParse(string.Join('/', parts), out var date) || PublicationDate.TryParse(parts.FirstOrDefault(), out date)
            ? date : null;
    }

    private static string First(ILookup<string, string> fields, params ReadOnlySpan<string> tags)
    {
        foreach (var tag in tags)
        {
            if (fields[tag].FirstOrDefault(value => value.Length > 0) is { } value)
                return value;
        }

        return "";
    }

    [GeneratedRegex(@"^(?<tag>[A-Z][A-Z0-9])  ?-(?: (?<value>.*)|(?<value>))$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Field();
}
