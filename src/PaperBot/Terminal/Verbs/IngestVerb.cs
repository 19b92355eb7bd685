using System.CommandLine;
using PaperBot.Ingestion;
using PaperBot.Terminal.Json;
using PaperBot.Terminal.Views;

namespace PaperBot.Terminal.Verbs;

/// <summary>Takes papers from files into the library, then embeds them.</summary>
internal sealed class IngestVerb : Verb
{
    private readonly Argument<string[]> _paths;
    private readonly Option<bool> _noEmbed;

    public IngestVerb()
        : base(
            "ingest", "Add the papers of files to the library: JSON Lines, BibTeX, or a trending page saved as text",
            "paperbot ingest papers.jsonl",
            "paperbot ingest library.bib abstracts.jsonl.gz --no-embed",
            "zcat abstracts.jsonl.gz | paperbot ingest - --json")
    {
        _paths = AddWords("PATH...", "Files; - is standard input. Run again, it adds only what is new or changed");
        _noEmbed = AddFlag("--no-embed", "Store only; `paperbot embed` embeds later");
    }

    public override async Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var paths = run.Values(_paths);
        if (paths.Count == 0)
            throw Missing("a file");
        var reports = new List<(string File, IngestionReport Report)>();
        var exitCode = ExitCode.Ok;
        foreach (var path in paths)
        {
            try
            {
                await using var input = await IngestionInput.OpenAsync(path, run.Output.Streams, cancellationToken).ConfigureAwait(false);
                var report = await run.Get<IngestionRun>().RunAsync(input.Name, input.Source, input.Stream, cancellationToken).ConfigureAwait(false);
                IngestionView.WriteRejections(run.Output, input.Name, report);
                reports.Add((input.Name, report));
            }
            catch (UsageException e)
            {
                // The other files are as good as before.
                run.Output.Failure(e.Message);
                exitCode = ExitCode.Usage;
            }
        }

        if (reports.Count == 0)
            return exitCode;
        var embedded = run.Value(_noEmbed) ? 0 : await EmbedAsync(run.Get<EmbeddingRun>(), cancellationToken).ConfigureAwait(false);
        if (run.Output.IsJson)
            run.Output.WriteJson(IngestionDocument.Of(reports, severalFiles: paths.Count > 1, embedded, run.ElapsedMs), TerminalJson.Documents.IngestionDocument);
        else
            IngestionView.Write(run.Output, [.. reports.Select(file => file.Report)], embedded);
        return exitCode;
    }

    private static async Task<long> EmbedAsync(EmbeddingRun embedding, CancellationToken cancellationToken) =>
        await embedding.EnsureModelAsync(cancellationToken).ConfigureAwait(false) is not null
            ? await embedding.CatchUpAsync(cancellationToken).ConfigureAwait(false)
            : 0;
}
