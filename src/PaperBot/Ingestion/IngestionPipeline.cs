using PaperBot.Ingestion.Sources;
using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Ingestion;

/// <summary>
/// Takes records from a source into the library. Papers are stored a few hundred at a time, each batch a transaction, so that a process that dies
/// loses at most the last batch, and the same command run again goes on where it stopped: what is stored already is unchanged.
/// </summary>
internal sealed class IngestionPipeline(PaperStore papers)
{
    private const int BatchSize = 256;

    /// <summary>Stores every paper of a source and reports every record that is none.</summary>
    /// <param name="progress">Told after each batch, with the counts so far.</param>
    public async Task<IngestionReport> RunAsync(
        IAsyncEnumerable<SourceRecord> records, IProgress<IngestionReport>? progress, CancellationToken cancellationToken)
    {
        var report = new IngestionReport();
        await RunAsync(records, report, progress, cancellationToken).ConfigureAwait(false);
        return report;
    }

    /// <summary>Stores every paper of one of several sources or pages, and adds to what was counted of the others.</summary>
    public Task AddAsync(IAsyncEnumerable<SourceRecord> records, IngestionReport report, CancellationToken cancellationToken) =>
        RunAsync(records, report, progress: null, cancellationToken);

    private async Task RunAsync(
        IAsyncEnumerable<SourceRecord> records, IngestionReport report, IProgress<IngestionReport>? progress, CancellationToken cancellationToken)
    {
        var batch = new List<Paper>(BatchSize);
        await foreach (var record in records.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            // A source looks up only when it reads on, which can be thousands of records later.
            cancellationToken.ThrowIfCancellationRequested();
            if (record.Paper is { } paper)
                batch.Add(paper);
            else if (record.Rejection is { } rejection)
                report.Reject(rejection);
            if (batch.Count == BatchSize)
                Store();
        }

        Store();

        void Store()
        {
            report.Count(papers.Store(batch));
            batch.Clear();
            progress?.Report(report);
        }
    }
}
