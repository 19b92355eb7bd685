using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace PaperBot.Ingestion.Sources;

/// <summary>Which source reads a file. Exactly one of the two is there.</summary>
/// <param name="Reason">One sentence for people: what the file is, and what PaperBot reads.</param>
internal sealed record SourceDetection(IPaperSource? Source, string? Reason);

/// <summary>Tells what a file is from how it begins, and only then from its name.</summary>
internal static partial class SourceFormats
{
    /// <summary>Bytes of a file's beginning that <see cref="Detect"/> wants to see; more than the longest abstract.</summary>
    public const int HeadLength = 1 << 17;

    private const string Readable =
        "PaperBot reads JSON Lines, BibTeX, RIS, CSL-JSON, saved answers of the services it knows, and a trending page saved as text";

    private static readonly char[] Separators = [',', ';', '\t'];

    private static readonly (byte[] Mark, string What)[] Binaries =
    [
        ("%PDF"u8.ToArray(), "is a PDF"),
        ("PK\u0003\u0004"u8.ToArray(), "is a ZIP archive"),
        ("SQLite format 3"u8.ToArray(), "is an SQLite database"),
        ([0x89, 0x50, 0x4E, 0x47], "is an image"),
        ([0xFF, 0xD8, 0xFF], "is an image"),
        ([0x28, 0xB5, 0x2F, 0xFD], "is compressed with Zstandard"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "is compressed with xz"),
        ("BZh"u8.ToArray(), "is compressed with bzip2"),
        ("PAR1"u8.ToArray(), "is a Parquet file"),
        ([0xFF, 0xFE], "is UTF-16 text, which has to be saved as UTF-8"),
        ([0xFE, 0xFF], "is UTF-16 text, which has to be saved as UTF-8"),
        ([0xD0, 0xCF, 0x11, 0xE0], "is an old Office document"),
    ];

    /// <param name="path">Used for its name only.</param>
    /// <param name="head">The file's first <see cref="HeadLength"/> bytes, or all of it.</param>
    public static SourceDetection Detect(string path, ReadOnlySpan<byte> head)
    {
        var name = Path.GetFileName(path);
        if (head.StartsWith(SourceInput.GzipMark))
        {
            if (Decompress(head) is not { } inner)
                return Refuse(name, "is a damaged gzip file");
            head = inner;
            path = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        }

        foreach (var (mark, what) in Binaries)
        {
            if (head.StartsWith(mark))
                return Refuse(name, what);
        }

        if (head[..Math.Min(head.Length, 8192)].Contains((byte)0))
            return Refuse(name, "is no text");
        var text = SourceEncoding.Decode(Whole(head)).TrimStart('\uFEFF').Trim();
        return text.Length == 0 ? Refuse(name, "is empty") : OfText(name, Path.GetExtension(path).ToLowerInvariant(), text);
    }

    private static SourceDetection OfText(string name, string extension, string text)
    {
        var saved = text[0] == '<' ? SavedAnswers.OfXml(text) : text[0] is '{' or '[' && extension != ".bib" ? SavedAnswers.OfJson(text) : null;
        if (saved is not null)
            return new(saved, null);
        switch (text[0])
        {
            case '{' when IsJsonLines(text):
                return new(new JsonLinesSource(), null);
            case '{' when extension != ".bib" && text.Contains('"', StringComparison.Ordinal):
                return Refuse(name, "is one JSON object over many lines, not one on each line");
            case '[' when text.AsSpan(1).TrimStart() is var rest && (rest.IsEmpty || rest[0] is '{' or ']'):
                return new(new JsonArraySource(), null);
            case '<':
                return Refuse(name, Html().IsMatch(text) ? "is a web page" : "is XML");
        }

        if (BibTeX().IsMatch(text))
            return new(new BibTeXSource(), null);
        if (Ris().IsMatch(text))
            return new(new RisSource(), null);
        if (text.StartsWith("PMID-", StringComparison.Ordinal))
            return Refuse(name, "is a PubMed export");
        if (IsTable(text))
            return Refuse(name, "is a table (CSV)");
        if (TrendingPageSource.IsTrendingPage(text))
            return new(new TrendingPageSource(), null);
        return extension switch
        {
            // Its first lines may be the damaged ones; reading it tells which.
            ".jsonl" or ".ndjson" => new(new JsonLinesSource(), null),
            ".bib" or ".bibtex" => new(new BibTeXSource(), null),
            _ => Refuse(name, "is text, but holds no papers that can be told apart"),
        };
    }

    private static SourceDetection Refuse(string name, string what) => new(null, $"{name} {what}; {Readable}.");

    /// <summary>An object on the first line, whole or longer than the head; or at least one on a line of its own.</summary>
    private static bool IsJsonLines(string text)
    {
        var first = true;
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            var line = raw.Trim();
            if (line.StartsWith('{') && line.EndsWith('}'))
                return true;
            if (first && line.Length == text.Length)
                return true;
            first = false;
        }

        return false;
    }

    /// <summary>The same number of separators, two at least, on each of the first lines.</summary>
    private static bool IsTable(string text)
    {
        var lines = text.Split('\n', 6).Take(5).Where(line => line.Trim().Length > 0).ToList();
        return lines.Count > 1 && Separators.Any(separator =>
            Count(lines[0], separator) is >= 2 and var count && lines[0].Length < 1000 && lines.Skip(1).Take(2).All(line => Count(line, separator) == count));
    }

    /// <summary>Separators outside of quotes.</summary>
    private static int Count(string line, char separator)
    {
        var (count, quoted) = (0, false);
        foreach (var c in line)
        {
            quoted ^= c == '"';
            count += c == separator && !quoted ? 1 : 0;
        }

        return count;
    }

    private static byte[]? Decompress(ReadOnlySpan<byte> head)
    {
        using var content = new GZipStream(new MemoryStream(head.ToArray()), CompressionMode.Decompress);
        var text = new byte[HeadLength];
        var length = 0;
        try
        {
            // The head is cut off, so its end is not the file's.
            int read;
            while (length < text.Length && (read = content.Read(text, length, text.Length - length)) > 0)
                length += read;
        }
        catch (InvalidDataException) when (length > 0)
        {
        }
        catch (InvalidDataException)
        {
            return null;
        }

        return text[..length];
    }

    /// <summary>Without the piece of a character that the head may end with.</summary>
    private static ReadOnlySpan<byte> Whole(ReadOnlySpan<byte> head)
    {
        var end = head.Length;
        while (end > 0 && end > head.Length - 4 && (head[end - 1] & 0xC0) == 0x80)
            end--;
        return head.Length < HeadLength || end == 0 || head[end - 1] < 0x80 ? head : head[..(end - 1)];
    }

    [GeneratedRegex(@"^\s*@[A-Za-z]+\s*[{(]", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex BibTeX();

    [GeneratedRegex(@"^<(?:!doctype\s+html|html|head|body|!--)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Html();

    [GeneratedRegex(@"^TY  - ", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Ris();
}
