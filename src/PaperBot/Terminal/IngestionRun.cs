using PaperBot.Ingestion;
using PaperBot.Ingestion.Sources;
using PaperBot.Terminal.Output;

namespace PaperBot.Terminal;

/// <summary>Takes one file into the library, telling how far it is.</summary>
internal sealed class IngestionRun(IngestionPipeline pipeline, ProgressDisplay progress)
{
    /// <param name="name">What the person calls the file.</param>
    /// <param name="stream">From its start. Where it has a length, that tells how much is left.</param>
    public Task<IngestionReport> RunAsync(string name, IPaperSource source, Stream stream, CancellationToken cancellationToken)
    {
        var whole = stream.CanSeek ? stream.Length : 0;
        return progress.RunAsync(told => pipeline.RunAsync(
            source.ReadAsync(stream, cancellationToken),
            new Told<IngestionReport>(told, report => new ProgressState($"Reading {name}", report.Records, "papers", whole > 0 ? (double)stream.Position / whole : null)),
            cancellationToken));
    }
}
