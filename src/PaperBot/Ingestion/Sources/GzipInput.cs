namespace PaperBot.Ingestion.Sources;

/// <summary>
/// The compressed bytes on their way into a <see cref="System.IO.Compression.GZipStream"/>, which takes a file that was cut off for
/// a whole one. RFC 1952 ends each member with its length modulo 2^32; this keeps the last four bytes to compare.
/// </summary>
/// <param name="head">What was already read from <paramref name="rest"/> to recognize the format.</param>
internal sealed class GzipInput(byte[] head, Stream rest) : Stream
{
    private int _given;
    private uint _last;
    private bool _members;

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
