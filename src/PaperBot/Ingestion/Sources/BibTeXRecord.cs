using System.Globalization;
using System.Text.RegularExpressions;
using PaperBot.Papers;
using PaperBot.Papers.Export;

namespace PaperBot.Ingestion.Sources;

/// <summary>Turns an entry of BibTeX into a paper.</summary>
internal static partial class BibTeXRecord
{
    /// <returns>A paper, or null and the reason.</returns>
    public static (Paper? Paper, string Reason) Read(BibTeXEntry entry)
    {
        var fields = new Dictionary<string, string>(entry.Fields, StringComparer.Ordinal);
        var title = Display(Take(fields, "title"));
        if (Take(fields, "subtitle") is { Length: > 0 } subtitle)
            title = $"{title}: {Display(subtitle)}";
        var summary = BibTeXText.Unprotect(Take(fields, "abstract") ?? "");
        if (SourceText.Objection(title, summary) is { } objection)
            return (null, objection);

        // What is no address of the web stays with the fields that nobody reads.
        var url = BibTeXText.Plain(fields.GetValueOrDefault("url", ""));
        if (PaperUrl.IsWeb(url))
            fields.Remove("url");
        var doi = Doi(fields, url);
        var key = Key(fields, title, doi, url);
        var published = Published(fields);
        var venue = Display(Take(fields, "journal") ?? Take(fields, "journaltitle") ?? Take(fields, "booktitle"));
        return (new Paper
        {
            Key = key,
            Title = title,
            Abstract = summary,
            Authors = Authors(Take(fields, "author") ?? ""),
            Published = published,
            Venue = venue.Length > 0 ? venue : null,
            Doi = doi,
            Url = PaperUrl.IsWeb(url) ? url : PaperUrl.Of(key) ?? (doi is null ? null : $"https://doi.org/{doi}"),
            Source = "bibtex",
            Withdrawn = Withdrawal.IsIn(fields.GetValueOrDefault("note", ""), summary),
            Extra = Extra(entry, fields),
        }, "");
    }

    /// <summary>Names at the outermost level between "and"s; "others", and an "and" too many, stand for nobody.</summary>
    private static IReadOnlyList<string> Authors(string text)
    {
        var names = new List<string>();
        var (depth, start) = (0, 0);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] is '{' or '}')
                depth += text[i] == '{' ? 1 : -1;
            var and = depth <= 0 && i + 5 <= text.Length && text[i] == ' ' && text.AsSpan(i + 1, 4).Equals("and ", StringComparison.OrdinalIgnoreCase);
            if (i < text.Length && !and)
                continue;
            // Two "and"s in a row share a space, and nobody stands between them.
            names.Add(Author(text[Math.Min(start, i)..i].Trim()));
            start = i + 5;
            i += and ? 3 : 0;
        }

        return AuthorNames.Clean(names);
    }

    private static string Author(string name)
    {
        if (name.Equals("others", StringComparison.OrdinalIgnoreCase) || name.Equals("and", StringComparison.OrdinalIgnoreCase))
            return "";

        // A name in braces is one word, of an institution: its commas and "and"s part nothing.
        return name.Length > 1 && name[0] == '{' && name[^1] == '}' && name.IndexOf('}', StringComparison.Ordinal) == name.Length - 1 && name[1] != '\\'
            ? LatexText.ToReadable(name[1..^1])
            : AuthorNames.ReadingOrder(BibTeXText.Unprotect(BibTeXText.RemoveProtection(name)));
    }

    private static string? Doi(Dictionary<string, string> fields, string url)
    {
        if (DoiName.TryParse(BibTeXText.Plain(fields.GetValueOrDefault("doi", "")), out var doi))
        {
            fields.Remove("doi");
            return doi;
        }

        return url.Contains("doi.org/", StringComparison.OrdinalIgnoreCase) && DoiName.TryParse(url, out doi) ? doi : null;
    }

    private static PaperKey Key(Dictionary<string, string> fields, string title, string? doi, string url)
    {
        if (PaperKey.TryParse(Take(fields, BibTeXWriter.KeyField), out var own))
            return own;

        // Google Scholar has arXiv in the journal only: "arXiv preprint arXiv:1906.01539".
        foreach (var field in (ReadOnlySpan<string>)["eprint", "arxivid", "journal", "journaltitle", "number"])
        {
            if (!fields.TryGetValue(field, out var value))
                continue;
            var plain = BibTeXText.Plain(value);
            var text = field is "eprint" or "arxivid" ? plain : ArxivInJournal().Match(plain).Groups["id"].Value;
            if (field == "eprint" && !IsArxiv(fields))
                continue;
            if (PaperReference.ParseExact(text)?.Key is { Scheme: "arxiv" } arxiv)
            {
                if (field is "eprint" or "arxivid")
                {
                    // The other one and the prefix say the same again.
                    foreach (var known in (ReadOnlySpan<string>)["eprint", "arxivid", "archiveprefix", "eprinttype"])
                        fields.Remove(known);
                }

                return arxiv;
            }
        }

        if (PaperUrl.TryRead(url, out var linked, out _) && linked.Scheme == "arxiv")
            return linked;
        if (doi is not null)
            return PaperKey.Doi(doi);
        return linked.Value is not null ? linked : PaperKey.Local(title);
    }

    private static bool IsArxiv(Dictionary<string, string> fields) =>
        (fields.GetValueOrDefault("archiveprefix") ?? fields.GetValueOrDefault("eprinttype") ?? "arxiv").Equals("arxiv", StringComparison.OrdinalIgnoreCase);

    private static PublicationDate? Published(Dictionary<string, string> fields)
    {
        // BibLaTeX has ranges and marks of doubt behind a date; where it begins is what counts.
        if (PublicationDate.TryParse(IsoDate().Match(fields.GetValueOrDefault("date", "")).Value, out var date))
        {
            foreach (var known in (ReadOnlySpan<string>)["date", "year", "month", "day"])
                fields.Remove(known);
            return date;
        }

        if (Year().Match(fields.GetValueOrDefault("year", "")) is not { Success: true } year)
            return null;
        var number = int.Parse(year.ValueSpan, CultureInfo.InvariantCulture);
        var parts = MonthParts().Match(BibTeXText.Plain(fields.GetValueOrDefault("month", "")).Replace('~', ' '));
        int? month = PublicationDate.TryParseMonth(parts.Groups["month"].Value, out var parsed) ? parsed : null;
        var dayText = parts.Groups["day"].Success ? parts.Groups["day"].Value : fields.GetValueOrDefault("day", "");
        int? day = month is not null && int.TryParse(dayText, NumberStyles.None, CultureInfo.InvariantCulture, out var dayNumber) ? dayNumber : null;
        if (!PublicationDate.TryCreate(number, month, day, out date) && !PublicationDate.TryCreate(number, month, null, out date))
            return null;
        fields.Remove("year");
        if (month is not null)
            fields.Remove("month");
        return date;
    }

    private static string? Extra(BibTeXEntry entry, Dictionary<string, string> rest)
    {
        var extra = new ExtraFields();
        extra.Add("entrytype", entry.Type);
        if (entry.CitationKey.Length > 0)
            extra.Add("citationkey", entry.CitationKey);
        foreach (var (name, value) in rest.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            if (value.Length > 0)
                extra.Add(name, value);
        }

        return extra.ToJson();
    }

    private static string Display(string? text) => SourceText.Fold(BibTeXText.Unprotect(BibTeXText.RemoveProtection(text ?? "")));

    private static string? Take(Dictionary<string, string> fields, string name) => fields.Remove(name, out var value) && value.Length > 0 ? value : null;

    [GeneratedRegex(@"^[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?", RegexOptions.CultureInvariant)]
    private static partial Regex IsoDate();

    [GeneratedRegex(@"(?<![0-9])[0-9]{4}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(
        @"^\W*(?:(?<day>[0-9]{1,2})\W+)?(?<month>[A-Za-z]{3,9}|[0-9]{1,2})\b\.?(?:\W+(?<day>[0-9]{1,2}))?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex MonthParts();

    [GeneratedRegex(
        @"\barxiv\s*[:/]\s*(?<id>[a-z.\-]*/?[0-9.]{7,10}(?:v[0-9]+)?)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ArxivInJournal();
}
