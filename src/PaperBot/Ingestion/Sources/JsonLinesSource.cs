using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Unicode;

namespace PaperBot.Ingestion.Sources;

/// <summary>Reads JSON Lines, https://jsonlines.org: one object a line, compressed or not.</summary>
/// <param name="source">What papers are said to come from when their record does not say.</param>
internal sealed class JsonLinesSource(string source = "jsonl") : IPaperSource
{
    private static readonly JsonDocumentOptions Tolerant = new() { MaxDepth = JsonRecord.Deepest, AllowTrailingCommas = true };

    public string Name => "JSON Lines";

    public async IAsyncEnumerable<SourceRecord> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var lines = new LineReader(stream);
        while (await lines.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (lines.TooLong)
                yield return SourceRecord.Rejected(lines.Number, "The line is longer than 1 MiB.");
            else if (lines.Line.Span.ContainsAnyExcept(" \t\r"u8))
                yield return SourceRecord.Guard(lines.Number, () => Parse(lines.Number, lines.Line))!;
        }

        if (lines.Corruption is { } corruption)
            yield return SourceRecord.Rejected(lines.Number, corruption);
    }

    private SourceRecord Parse(int number, ReadOnlyMemory<byte> line)
    {
        if (!Utf8.IsValid(line.Span))
            return SourceRecord.Rejected(number, "The line is not valid UTF-8.");
        try
        {
            using var json = JsonDocument.Parse(line, Tolerant);
            var (paper, reason) = JsonRecord.Read(json.RootElement, source);
            return paper is null ? SourceRecord.Rejected(number, reason) : SourceRecord.Accepted(number, paper);
        }
        catch (JsonException fault)
        {
            return SourceRecord.Rejected(number, $"The line is not valid JSON at byte {fault.BytePositionInLine}.");
        }
    }
}
