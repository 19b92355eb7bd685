using System.CommandLine;
using PaperBot.Embedding;
using PaperBot.Ingestion;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Retrieval.Evaluation;
using PaperBot.Terminal.Json;
using PaperBot.Terminal.Output;
using PaperBot.Terminal.Views;

namespace PaperBot.Terminal.Verbs;

/// <summary>Measures the search on a test collection.</summary>
internal sealed class EvalRetrievalVerb : Verb
{
    private readonly Argument<string[]> _folder;
    private readonly Option<string?> _qrels, _mode;

    public EvalRetrievalVerb()
        : base(
            "retrieval", "Measure the search on a test collection in BEIR's layout, in a temporary library",
            "paperbot eval retrieval scifact --qrels train",
            "paperbot eval retrieval scifact --qrels train --mode keyword --json")
    {
        _folder = AddWords("DIR", "A folder with corpus.jsonl, queries.jsonl and qrels/NAME.tsv");
        _qrels = AddText("--qrels", "NAME", "Which judgements. Default: test");
        _mode = AddText("--mode", "MODE", "hybrid, vector or keyword. Default: hybrid");
    }

    public override async Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var folder = run.Text(_folder) ?? throw Missing("a folder");
        var mode = ReadMode(run.Value(_mode));
        var dataset = BeirDataset.Open(folder, run.Value(_qrels) ?? "test");
        if (mode != SearchMode.Keyword && await run.Get<EmbeddingRun>().EnsureModelAsync(cancellationToken).ConfigureAwait(false) is null)
            throw new EmbeddingModelException("Without an embedding model only --mode keyword can be measured.");
        var cache = Path.Combine(run.Get<ModelStore>().Folder, "evaluation-embeddings.db");
        var figures = await run.Get<ProgressDisplay>().RunAsync(told => run.Get<RetrievalEvaluation>().RunAsync(
            dataset, mode, cache, new Told<EmbeddingProgress>(told, EmbeddingRun.State), cancellationToken)).ConfigureAwait(false);
        if (run.Output.IsJson)
            run.Output.WriteJson(RetrievalFiguresDocument.Of(figures), TerminalJson.Documents.RetrievalFiguresDocument);
        else
            FiguresView.Write(
                run.Output,
                ("Queries", figures.Queries, "0"), ("nDCG@10", figures.NdcgAt10, "0.0000"), ("Recall@10", figures.RecallAt10, "0.0000"),
                ("Recall@100", figures.RecallAt100, "0.0000"), ("MRR@10", figures.ReciprocalRankAt10, "0.0000"),
                ("Median time, ms", figures.MedianMilliseconds, "0.0"), ("95% within, ms", figures.P95Milliseconds, "0.0"));
        return ExitCode.Ok;
    }

    private static SearchMode ReadMode(string? typed) => typed?.ToLowerInvariant() switch
    {
        null or "hybrid" => SearchMode.Hybrid,
        "vector" => SearchMode.Vector,
        "keyword" => SearchMode.Keyword,
        _ => throw new UsageException($"--mode takes hybrid, vector or keyword, not \"{PrintableText.Line(typed)}\"."),
    };
}
