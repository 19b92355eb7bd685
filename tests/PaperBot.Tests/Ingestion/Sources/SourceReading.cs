using System.IO.Compression;
using System.Text;
using PaperBot.Ingestion.Sources;
using PaperBot.Papers;

namespace PaperBot.Tests.Ingestion.Sources;

/// <summary>Reads a source from a text or bytes, through a stream that gives a few bytes at a time.</summary>
internal static class SourceReading
{
    public static Task<List<SourceRecord>> ReadAsync(this IPaperSource source, string text) => source.ReadAsync(Encoding.UTF8.GetBytes(text));

    public static async Task<List<SourceRecord>> ReadAsync(this IPaperSource source, byte[] bytes, int atOnce = 7)
    {
        var records = new List<SourceRecord>();
        await foreach (var record in source.ReadAsync(new DrippingStream(bytes, atOnce)))
            records.Add(record);
        return records;
    }

    public static async Task<Paper> ReadOneAsync(this IPaperSource source, string text)
    {
        var record = Assert.Single(await source.ReadAsync(text));
        Assert.Null(record.Rejection);
        return record.Paper!;
    }

    public static async Task<string> RejectOneAsync(this IPaperSource source, string text)
    {
        var record = Assert.Single(await source.ReadAsync(text));
        Assert.Null(record.Paper);
        return record.Rejection!.Reason;
    }

    /// <summary>What every source owes: exactly one of the two, a line, and a sentence.</summary>
    public static bool AreSound(IEnumerable<SourceRecord> records) => records.All(record =>
        record.Line > 0 && (record.Paper is null) != (record.Rejection is null) &&
        (record.Rejection is null || (record.Rejection.Line == record.Line && record.Rejection.Reason.EndsWith('.') && record.Rejection.Reason.Length < 400)) &&
        (record.Paper is null || (record.Paper.Title.Length > 0 && PaperKey.TryParse(record.Paper.Key.Value, out _))));

    public static byte[] Gzip(string text)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return buffer.ToArray();
    }

    private sealed class DrippingStream(byte[] bytes, int atOnce) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, atOnce)], cancellationToken);
    }
}
