using System.Runtime.CompilerServices;
using PaperBot.Papers;

namespace PaperBot.Ingestion.Sources;

/// <summary>Reads BibTeX and BibLaTeX as reference managers export it and as people mend it by hand.</summary>
internal sealed class BibTeXSource : IPaperSource
{
    /// <summary>Macros a file may define; a bound, because they are held to its end.</summary>
    private const int MostMacros = 10_000;

    /// <summary>Characters of all macros together, for the same reason.</summary>
    private const int LongestMacros = 4_000_000;

    public string Name => "BibTeX";

    public async IAsyncEnumerable<SourceRecord> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var lines = new LineReader(stream);
        var macros = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        await foreach (var block in BibTeXBlocks.ReadAsync(lines, cancellationToken).ConfigureAwait(false))
        {
            if (SourceRecord.Guard(block.Line, () => Read(block, macros)) is { } record)
                yield return record;
        }

        if (lines.Corruption is { } corruption)
            yield return SourceRecord.Rejected(lines.Number, corruption);
    }

    private static SourceRecord? Read(BibTeXBlock block, Dictionary<string, string> macros)
    {
        if (block.Text.Length == 0)
            return SourceRecord.Rejected(block.Line, "The entry is longer than 1 MiB.");

        var entry = BibTeXEntry.Parse(block, macros, escapes: false);
        if (!entry.IsWhole)
        {
            // Braces do not balance as BibTeX counts them. If they do where \{ is none, the file means that.
            entry = BibTeXEntry.Parse(block, macros, escapes: true);
            if (!entry.IsWhole)
            {
                return entry.Type is "comment" or "preamble" or "string"
                    ? null
                    : SourceRecord.Rejected(block.Line, $"A brace or a quote of the entry{Named(entry)} is never closed.");
            }
        }

        if (entry.Type is "comment" or "preamble")
            return null;
        if (entry.IsTooLong)
            return SourceRecord.Rejected(block.Line, $"The macros of the entry{Named(entry)} stand for more than 50,000 characters.");
        switch (entry.Type)
        {
            case "string":
                foreach (var (name, value) in entry.Fields)
                {
                    if (macros.Count < MostMacros && macros.Values.Sum(text => (long)text.Length) + value.Length <= LongestMacros)
                        macros[name] = value;
                }

                return null;
        }

        var (paper, objection) = BibTeXRecord.Read(entry);
        return paper is not null
            ? SourceRecord.Accepted(block.Line, paper)
            : SourceRecord.Rejected(block.Line, $"{objection.TrimEnd('.')} in the entry{Named(entry)}.");
    }

    private static string Named(BibTeXEntry entry) => entry.CitationKey.Length is > 0 and < 100 ? $" '{entry.CitationKey}'" : "";
}
