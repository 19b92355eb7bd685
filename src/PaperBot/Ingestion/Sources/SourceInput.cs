using System.IO.Compression;

namespace PaperBot.Ingestion.Sources;

/// <summary>
/// The bytes of a file as they lie on the disk. Where they are compressed they go into a <see cref="GZipStream"/>, which takes a file
/// that was cut off for a whole one. RFC 1952 ends each member with its length modulo 2^32; this keeps the last four bytes to compare.
/// </summary>
/// <param name="head">What was already read from <paramref name="rest"/> to recognize the format.</param>
internal sealed class SourceInput(byte[] head, Stream rest) : Stream
{
    public static readonly byte[] GzipMark = [0x1F, 0x8B];

    private int _given;
    private uint _last;
    private bool _members;

    /// <summary>Looks at the beginning of a file and undoes its compression. Disposing the content leaves <paramref name="stream"/> open.</summary>
    /// <returns>What to read, and the compressed input where there is one.</returns>
    public static async ValueTask<(Stream Content, SourceInput? Compressed)> OpenAsync(Stream stream, CancellationToken cancellationToken)
    {
        var head = new byte[GzipMark.Length];
        var read = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        var input = new SourceInput(head[..read], stream);
        return head.AsSpan(0, read).SequenceEqual(GzipMark) ? (new GZipStream(input, CompressionMode.Decompress), input) : (input, null);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Whether the compressed bytes end as a file does that decompresses to <paramref name="length"/> bytes.</summary>
    // Members can follow one another; then only the last one's length is here, and it is no more than the whole.
    public bool EndsWith(long length) => _last == (uint)length || (_members && _last <= length);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_given < head.Length && buffer.Length > 0)
        {
            var count = Math.Min(head.Length - _given, buffer.Length);
            head.AsMemory(_given, count).CopyTo(buffer);
            _given += count;
            return count;
        }

        var read = await rest.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        Watch(buffer.Span[..read]);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private void Watch(ReadOnlySpan<byte> bytes)
    {
        _members |= bytes.IndexOf((ReadOnlySpan<byte>)[0x1F, 0x8B, 0x08]) >= 0;
        foreach (var b in bytes.Length > 4 ? bytes[^4..] : bytes)
            _last = (_last >> 8) | ((uint)b << 24);
    }
}
