namespace PaperBot.Host.Chat;

/// <summary>A file as a terminal shows it: how it begins, and how to get the rest.</summary>
internal static class FileBeginning
{
    private const int MostCharacters = 1_500;
    private const int MostLines = 15;

    /// <param name="name">Its ending tells the format: <c>papers.bib</c>.</param>
    public static string Of(string text, string name)
    {
        var lines = text.TrimEnd().Split('\n');
        var (shown, length) = (0, 0);
        while (shown < Math.Min(lines.Length, MostLines) && (length += lines[shown].Length + 1) <= MostCharacters)
            shown++;
        if (shown == lines.Length)
            return text;
        var format = Path.GetExtension(name) switch { ".bib" => "bibtex", ".csv" => "csv", _ => "jsonl" };
        return $"{string.Join('\n', lines.Take(shown))}\n… {lines.Length - shown:N0} lines more. In Slack this is a file; here `paperbot export {format} > {name}` writes the library to one.";
    }
}
