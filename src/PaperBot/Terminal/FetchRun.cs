using System.Globalization;
using PaperBot.Ingestion.Fetching;
using PaperBot.Papers;
using PaperBot.Terminal.Output;

namespace PaperBot.Terminal;

/// <summary>Fetches papers by one reference into the library, telling how far it is, and then what is worth knowing about it.</summary>
internal sealed class FetchRun(PaperSources sources, ProgressDisplay progress, TerminalOutput output)
{
    /// <param name="most">Papers at most; null is what the settings say.</param>
    public async Task<FetchReport> RunAsync(SourceReference reference, int? most, CancellationToken cancellationToken)
    {
        var report = await progress.RunAsync(told => sources.FetchAsync(
            reference, new FetchLimits(most),
            new Told<FetchProgress>(told, state => new ProgressState(
                $"Fetching from {state.Source}", state.Taken, "papers", state.Total > 0
                    ? Math.Min(1, (double)state.Taken / Math.Min(state.Total.Value, most ?? long.MaxValue)) : null)),
            cancellationToken)).ConfigureAwait(false);
        if (report.Problem is { } problem)
            output.Failure(PrintableText.Line(problem));
        else if (report.IsEmpty)
            output.Notice(PrintableText.Line($"{report.Source} has nothing for {reference}."));
        else if (report.Total > report.Counts.Records)
            output.Notice(string.Create(CultureInfo.InvariantCulture,
                $"{report.Source} has {report.Total:N0} papers for this; --limit N takes more of them."));
        return report;
    }
}
