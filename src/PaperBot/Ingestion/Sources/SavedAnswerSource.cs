using System.Runtime.CompilerServices;
using PaperBot.Ingestion.Sources.Web;

namespace PaperBot.Ingestion.Sources;

/// <summary>Reads what a service answered, saved as a file.</summary>
/// <param name="name">Whose answer it is.</param>
internal sealed class SavedAnswerSource(string name, Func<ReadOnlyMemory<byte>, SourcePage> read) : IPaperSource
{
    /// <summary>An answer is held in memory as a whole.</summary>
    private const int LargestMegabytes = 256;

    public string Name => name;

    public async IAsyncEnumerable<SourceRecord> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var record in await AllAsync(stream, cancellationToken).ConfigureAwait(false))
            yield return record;
    }

    private async Task<IReadOnlyList<SourceRecord>> AllAsync(Stream stream, CancellationToken cancellationToken)
    {
        var (content, _) = await SourceInput.OpenAsync(stream, cancellationToken).ConfigureAwait(false);
        await using var input = content;
        var body = new MemoryStream();
        var buffer = new byte[1 << 16];
        try
        {
            for (int count; (count = await input.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
            {
                body.Write(buffer, 0, count);
                if (body.Length > LargestMegabytes * 1024L * 1024L)
                    return [SourceRecord.Rejected(1, $"The file is larger than {LargestMegabytes} MB; save the answer in parts.")];
            }

            return read(body.GetBuffer().AsMemory(0, (int)body.Length)).Records;
        }
        catch (InvalidDataException)
        {
            return [SourceRecord.Rejected(1, LineReader.Damaged)];
        }
        catch (SourceException e)
        {
            return [SourceRecord.Rejected(1, e.Failure == SourceFailure.ChangedFormat
                ? $"The file is damaged or cut off, or {name} answers in another form now." : e.Message)];
        }
    }
}
