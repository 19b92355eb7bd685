using System.Runtime.CompilerServices;
using System.Text;
using PaperBot.Ingestion.Sources;
using PaperBot.Papers;

namespace PaperBot.Ingestion;

/// <summary>Takes records that a person pasted into the library, and embeds them at once where that is a matter of seconds.</summary>
internal sealed class PastedPapers(IngestionPipeline pipeline, PromptEmbedding embedding)
{
    /// <summary>What is more comes as a file, not out of a clipboard.</summary>
    public const int MostRecords = 200;

    /// <returns>Null when the text holds no records of a format that can be read.</returns>
    public async Task<PastedReport?> StoreAsync(string text, CancellationToken cancellationToken)
    {
        var bytes = Encoding.UTF8.GetBytes(text.StartsWith('{') || text.StartsWith('[') ? text.Replace('“', '"').Replace('”', '"') : text);
        if (SourceFormats.Detect("paste", bytes.AsSpan(0, Math.Min(bytes.Length, SourceFormats.HeadLength))).Source is not { } source)
            return null;
        using var stream = new MemoryStream(bytes, writable: false);
        var taken = new Taken();
        var records = TakeAsync(source.ReadAsync(stream, cancellationToken), taken, cancellationToken);
        var report = await pipeline.RunAsync(records, progress: null, cancellationToken).ConfigureAwait(false);
        return new PastedReport(report, taken.Papers, taken.HasMore, await embedding.RunAsync(cancellationToken).ConfigureAwait(false));
    }

    private static async IAsyncEnumerable<SourceRecord> TakeAsync(
        IAsyncEnumerable<SourceRecord> records, Taken taken, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var record in records.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (count++ == MostRecords)
            {
                taken.HasMore = true;
                yield break;
            }

            if (record.Paper is { } paper)
                taken.Papers.Add(paper);
            yield return record;
        }
    }

    private sealed class Taken
    {
        public List<Paper> Papers { get; } = [];

        public bool HasMore { get; set; }
    }
}

/// <summary>What became of pasted records.</summary>
/// <param name="Papers">As the records have them, in their order.</param>
/// <param name="HasMore">Whether there were more records than are taken at once.</param>
/// <param name="IsEmbedded">Whether they can be found by meaning already.</param>
internal sealed record PastedReport(IngestionReport Report, IReadOnlyList<Paper> Papers, bool HasMore, bool IsEmbedded);
