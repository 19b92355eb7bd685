using System.Buffers;
using System.Text;

namespace PaperBot.Papers.Export;

/// <summary>Papers as a table for spreadsheets: RFC 4180, with a heading.</summary>
internal static class CsvWriter
{
    private static readonly SearchValues<char> Separators = SearchValues.Create("\",;\t\r\n");

    public static void Write(TextWriter output, IEnumerable<Paper> papers)
    {
        Row(output, ["key", "title", "authors", "published", "venue", "categories", "doi", "url", "source", "withdrawn", "abstract"]);
        foreach (var paper in papers)
        {
            Row(output,
            [
                paper.Key.Value, paper.Title, string.Join("; ", paper.Authors), paper.Published?.ToString() ?? "", paper.Venue ?? "",
                string.Join("; ", paper.Categories), paper.Doi ?? "", paper.Url ?? "", paper.Source, paper.Withdrawn ? "true" : "false", paper.Abstract,
            ]);
        }
    }

    /// <summary>
    /// One field, quoted where it must be. A text that a spreadsheet would take for a formula gets an apostrophe in front, as OWASP
    /// recommends against CSV injection: titles and abstracts are strangers' texts.
    /// </summary>
    public static string Field(string value)
    {
        var formula = value.StartsWith('\t') || value.StartsWith('\r') ||
            (value.TrimStart() is { Length: > 0 } trimmed && trimmed[0] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠');
        var text = formula ? $"'{value}" : value;
        return text.AsSpan().ContainsAny(Separators) || text.StartsWith(' ') || text.EndsWith(' ')
            ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : text;
    }

    private static void Row(TextWriter output, ReadOnlySpan<string> fields)
    {
        var row = new StringBuilder();
        foreach (var field in fields)
            row.Append(row.Length > 0 ? "," : "").Append(Field(field));
        output.Write(row.Append("\r\n"));
    }
}
