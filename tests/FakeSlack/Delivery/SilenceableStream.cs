using Microsoft.AspNetCore.Http.Features;

namespace FakeSlack;

/// <summary>
/// A connection that can fall silent without closing: from then on what the app sends is read and thrown away, and nothing that the
/// server writes leaves, pongs and pings included. To the app it looks like a dead peer behind a live connection.
/// </summary>
internal sealed class SilenceableStream(Stream inner) : Stream
{
    private volatile bool _silent;

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public void FallSilent() => _silent = true;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int read;
        do
            read = await inner.ReadAsync(buffer, cancellationToken);
        while (_silent && read > 0);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        _silent ? ValueTask.CompletedTask : inner.WriteAsync(buffer, cancellationToken);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => _silent ? Task.CompletedTask : inner.FlushAsync(cancellationToken);

    public override void Flush()
    {
        if (!_silent)
            inner.Flush();
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}

/// <summary>Puts a <see cref="SilenceableStream"/> under the web socket that the framework makes of an upgraded connection.</summary>
internal sealed class SilenceableUpgrade(IHttpUpgradeFeature inner) : IHttpUpgradeFeature
{
    public SilenceableStream? Stream { get; private set; }

    public bool IsUpgradableRequest => inner.IsUpgradableRequest;

    public async Task<Stream> UpgradeAsync() => Stream = new SilenceableStream(await inner.UpgradeAsync());
}
