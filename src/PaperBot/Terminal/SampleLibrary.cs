using PaperBot.Ingestion.Sources;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Terminal.Output;

namespace PaperBot.Terminal;

/// <summary>The papers that PaperBot brings along, so that there is something to ask about before anything was ingested.</summary>
internal sealed class SampleLibrary(PaperStore papers, IngestionRun ingestion, TerminalOutput output)
{
    private static readonly string Path = System.IO.Path.Combine(AppContext.BaseDirectory, "config", "sample-library.jsonl");

    public async Task LoadWhenEmptyAsync(CancellationToken cancellationToken)
    {
        if (papers.Count() > 0 || !File.Exists(Path))
            return;
        using var file = File.OpenRead(Path);
        var report = await ingestion.RunAsync("the sample library", new JsonLinesSource("sample"), file, cancellationToken).ConfigureAwait(false);
        output.Notice($"The library was empty, so the sample library was loaded: {Plural.Of(report.Added, "paper")}. `paperbot ingest FILE` adds your own.");
    }
}
