using System.Runtime.CompilerServices;
using System.Text.Json;

namespace PaperBot.Ingestion.Sources;

/// <summary>
/// Reads one JSON array of records, as reference managers export it. The array is streamed, so a record's line is not known:
/// <see cref="SourceRecord.Line"/> counts the records from 1, and rejections say so.
/// </summary>
internal sealed class JsonArraySource(string source = "json") : IPaperSource
{
    private static readonly JsonSerializerOptions Tolerant = new() { MaxDepth = JsonRecord.Deepest + 1, AllowTrailingCommas = true };

    public string Name => "a JSON array";

    public async IAsyncEnumerable<SourceRecord> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var (content, _) = await SourceInput.OpenAsync(stream, cancellationToken).ConfigureAwait(false);
        await using var input = content;
        var elements = JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(input, Tolerant, cancellationToken);
        await using var records = elements.GetAsyncEnumerator(cancellationToken);
        for (var number = 1; ; number++)
        {
            string? fault = null;
            try
            {
                if (!await records.MoveNextAsync().ConfigureAwait(false))
                    yield break;
            }
            catch (JsonException)
            {
                fault = $"The array is not valid JSON from record {number} on.";
            }
            catch (InvalidDataException)
            {
                fault = LineReader.Damaged;
            }

            if (fault is not null)
            {
                yield return SourceRecord.Rejected(number, fault);
                yield break;
            }

            yield return SourceRecord.Guard(number, () => Read(number, records.Current))!;
        }
    }

    private SourceRecord Read(int number, JsonElement record)
    {
        var (paper, reason) = JsonRecord.Read(record, source);
        return paper is null ? SourceRecord.Rejected(number, $"Record {number} of the array: {reason}") : SourceRecord.Accepted(number, paper);
    }
}
