using System.Globalization;
using System.Text;

namespace PaperBot.Papers.Export;

/// <summary>Papers as BibTeX. LaTeX in texts stays; signs that would break an entry or a document are protected.</summary>
internal static class BibTeXWriter
{
    /// <summary>Where a key goes that no field of BibTeX gives back; programs ignore fields they do not know.</summary>
    public const string KeyField = "paperbot";

    private static readonly string[] Meetings = ["proceedings", "conference", "workshop", "symposium", "meeting"];

    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public static void Write(TextWriter output, IEnumerable<Paper> papers)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        var first = true;
        foreach (var paper in papers)
        {
            if (!first)
                output.Write('\n');
            first = false;
            Entry(output, paper, Unique(CitationKey(paper), used));
        }
    }

    /// <summary>First author, year, first telling word of the title: <c>lovelace1843notes</c>.</summary>
    public static string CitationKey(Paper paper)
    {
        var author = paper.Authors.Count > 0 ? Letters(paper.Authors[0].Split(' ')[^1]) : "";
        var word = TitleText.Normalize(paper.Title).Split(' ').Select(Letters).FirstOrDefault(word => word.Length > 3) ?? "paper";
        return $"{(author.Length > 0 ? author : "anonymous")}{paper.Published?.Year.ToString(CultureInfo.InvariantCulture)}{word}";
    }

    private static void Entry(TextWriter output, Paper paper, string citationKey)
    {
        var meeting = paper.Venue is { } venue && (paper.Key.Scheme == "acl" || IsMeeting(venue));
        output.Write($"@{(paper.Venue is null ? "misc" : meeting ? "inproceedings" : "article")}{{{citationKey},\n");
        Field(output, "title", BibTeXEscaping.Text(paper.Title));
        Field(output, "author", string.Join(" and ", paper.Authors.Select(BibTeXEscaping.Name)));
        if (paper.Published is { } published)
        {
            Field(output, "year", published.Year.ToString("0000", CultureInfo.InvariantCulture));
            if (published.Month is { } month)
                output.Write($"  month = {Months[month - 1]},\n");
            if (published is { Month: not null, Day: { } day })
                Field(output, "day", day.ToString(CultureInfo.InvariantCulture));
        }

        Field(output, meeting ? "booktitle" : "journal", BibTeXEscaping.Text(paper.Venue ?? ""));
        Field(output, "doi", BibTeXEscaping.Address(paper.Doi ?? ""));
        Field(output, "url", BibTeXEscaping.Address(paper.Url ?? ""));
        if (paper.Key.Scheme == "arxiv")
        {
            Field(output, "eprint", paper.Key.Id);
            Field(output, "archiveprefix", "arXiv");
        }
        else if (paper.Key.Scheme != "doi" || paper.Doi != paper.Key.Id)
        {
            Field(output, KeyField, paper.Key.Value);
        }

        Field(output, "abstract", BibTeXEscaping.Text(paper.Abstract));
        output.Write("}\n");
    }

    private static void Field(TextWriter output, string name, string value)
    {
        if (value.Length > 0)
            output.Write($"  {name} = {{{value}}},\n");
    }

    private static bool IsMeeting(string venue) =>
        Meetings.Any(word => venue.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static string Unique(string key, HashSet<string> used)
    {
        var unique = key;
        for (var number = 2; !used.Add(unique); number++)
            unique = $"{key}-{number.ToString(CultureInfo.InvariantCulture)}";
        return unique;
    }

    /// <summary>Plain letters, for keys end up in commands.</summary>
    private static string Letters(string word)
    {
        var letters = new StringBuilder(word.Length);
        foreach (var c in TitleText.Normalize(word))
        {
            if (char.IsAsciiLetterOrDigit(c))
                letters.Append(c);
        }

        return letters.ToString();
    }
}
