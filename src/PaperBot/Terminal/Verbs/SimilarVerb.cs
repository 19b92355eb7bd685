using System.CommandLine;
using PaperBot.Retrieval;
using PaperBot.Terminal.Json;
using PaperBot.Terminal.Views;

namespace PaperBot.Terminal.Verbs;

/// <summary>Finds papers that are close to a paper.</summary>
internal sealed class SimilarVerb : Verb
{
    private readonly Argument<string[]> _reference;
    private readonly Option<int> _limit;

    public SimilarVerb()
        : base(
            "similar", "Find papers that are close to a paper of the library",
            "paperbot similar 2111.08566",
            "paperbot similar --limit 5 spann nearest neighbor")
    {
        _reference = AddWords("REF", "An arXiv id, a DOI, an address, or words of the title");
        _limit = AddCount("--limit", standard: 10, most: 1000, "At most so many papers", "-n");
    }

    public override async Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var reference = run.Text(_reference) ?? throw Missing("a paper");
        var canFindByMeaning = await run.Get<FirstUse>().PrepareAsync(cancellationToken).ConfigureAwait(false);
        var paper = run.Find(reference);
        var found = await run.Get<Retriever>().SimilarAsync(paper, SearchFilter.None, run.Value(_limit), cancellationToken).ConfigureAwait(false);
        if (canFindByMeaning && Advice.On(found.Notice) is { } notice)
            run.Output.Notice(notice);
        if (run.Output.IsJson)
            run.Output.WriteJson(HitsDocument.Of(paper.Key.Value, found.Hits, run.ElapsedMs), TerminalJson.Documents.HitsDocument);
        else if (found.Hits.Count > 0)
            HitsView.Write(run.Output, found.Hits);
        else
            run.Output.Notice("The library has no other paper like it.");
        return ExitCode.Ok;
    }
}
