using PaperBot.Ingestion.Sources;
using PaperBot.Papers;
using PaperBot.Terminal.Output;

namespace PaperBot.Terminal;

/// <summary>A file to ingest, opened, and its format recognized.</summary>
internal sealed record IngestionInput(string Name, IPaperSource Source, Stream Stream) : IAsyncDisposable
{
    /// <exception cref="UsageException">There is no such file, or it is of no format that PaperBot reads.</exception>
    public static async Task<IngestionInput> OpenAsync(string path, TerminalStreams streams, CancellationToken cancellationToken)
    {
        var name = path == InputFile.StandardInput ? "standard input" : path;
        var stream = InputFile.Open(path, streams);
        var head = new byte[SourceFormats.HeadLength];
        var length = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        var detected = SourceFormats.Detect(name, head.AsSpan(0, length));
        if (detected.Source is null)
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            throw new UsageException(PrintableText.Line(detected.Reason ?? $"{name} is of no format that PaperBot reads."));
        }

        if (!stream.CanSeek)
            return new IngestionInput(name, detected.Source, new PrefixedStream(head.AsMemory(0, length), stream));
        stream.Position = 0;
        return new IngestionInput(name, detected.Source, stream);
    }

    public ValueTask DisposeAsync() => Stream.DisposeAsync();
}
