using System.CommandLine;
using System.Text.RegularExpressions;
using PaperBot.Ingestion;
using PaperBot.Ingestion.Fetching;
using PaperBot.Terminal.Json;
using PaperBot.Terminal.Views;

namespace PaperBot.Terminal.Verbs;

/// <summary>Takes papers from files and from services on the web into the library, then embeds them.</summary>
internal sealed partial class IngestVerb : Verb
{
    private readonly Argument<string[]> _paths;
    private readonly Option<int> _limit;
    private readonly Option<bool> _noEmbed;

    public IngestVerb()
        : base(
            "ingest", "Add papers to the library: from files, or fetched by an identifier, an address or a query",
            "paperbot ingest papers.jsonl",
            "paperbot ingest 2111.08566 https://doi.org/10.1145/3366423.3380281",
            "paperbot ingest arxiv:\"cat:cs.IR AND ti:retrieval\" --limit 50",
            "paperbot ingest hf:daily",
            "paperbot ingest library.bib abstracts.jsonl.gz --no-embed",
            "zcat abstracts.jsonl.gz | paperbot ingest - --json")
    {
        _paths = AddWords(
            "PATH|REF...",
            "Files, - is standard input; or references such as arxiv:…, doi:…, hf:…. Run again, it adds only what is new or changed");
        _limit = AddCount("--limit", standard: 200, most: 100_000, "Of each query at most so many papers; Sources:MostPapers sets another standard");
        _noEmbed = AddFlag("--no-embed", "Store only; `paperbot embed` embeds later");
    }

    public override async Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var paths = run.Values(_paths);
        if (paths.Count == 0)
            throw Missing("a file or a reference");
        var reports = new List<(string File, IngestionReport Report)>();
        var exitCode = ExitCode.Ok;
        foreach (var path in paths)
        {
            try
            {
                var (name, report, isWhole) = Reference(path) is { } reference
                    ? await FetchAsync(run, reference, cancellationToken).ConfigureAwait(false)
                    : await ReadAsync(run, path, cancellationToken).ConfigureAwait(false);
                IngestionView.WriteRejections(run.Output, name, report);
                reports.Add((name, report));
                exitCode = isWhole ? exitCode : ExitCode.Fault;
            }
            catch (UsageException e)
            {
                // The others are as good as before.
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

    /// <summary>A file that is there is what is meant, whatever its name looks like.</summary>
    private static SourceReference? Reference(string path) => path == InputFile.StandardInput || File.Exists(path) ? null : PaperSources.Read(path);

    private static async Task<(string, IngestionReport, bool)> ReadAsync(VerbRun run, string path, CancellationToken cancellationToken)
    {
        if (Scheme().Match(path) is { Success: true } typed && !File.Exists(path))
            throw new UsageException(
                $"There is no source {typed.Groups["scheme"].Value}. Papers are fetched with {string.Join(", ", SourceReference.Known)}, a DOI or an address.");
        await using var input = await IngestionInput.OpenAsync(path, run.Output.Streams, cancellationToken).ConfigureAwait(false);
        var report = await run.Get<IngestionRun>().RunAsync(input.Name, input.Source, input.Stream, cancellationToken).ConfigureAwait(false);
        return (input.Name, report, true);
    }

    private async Task<(string, IngestionReport, bool)> FetchAsync(VerbRun run, SourceReference reference, CancellationToken cancellationToken)
    {
        var report = await run.Get<FetchRun>().RunAsync(reference, run.IsGiven(_limit) ? run.Value(_limit) : null, cancellationToken)
            .ConfigureAwait(false);
        return (reference.ToString(), report.Counts, report.Problem is null);
    }

    // One letter is a drive.
    [GeneratedRegex(@"^(?<scheme>[A-Za-z][A-Za-z0-9]{1,15}):(?![\\/])", RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();

    private static async Task<long> EmbedAsync(EmbeddingRun embedding, CancellationToken cancellationToken) =>
        await embedding.EnsureModelAsync(cancellationToken).ConfigureAwait(false) is not null
            ? await embedding.CatchUpAsync(cancellationToken).ConfigureAwait(false)
            : 0;
}
