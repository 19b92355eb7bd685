using System.CommandLine;
using PaperBot.Retrieval;
using PaperBot.Terminal.Json;
using PaperBot.Terminal.Views;

namespace PaperBot.Terminal.Verbs;

/// <summary>Finds papers by words, meaning and conditions.</summary>
internal sealed class SearchVerb : Verb
{
    private readonly Argument<string[]> _query;
    private readonly Option<int> _limit;

    public SearchVerb()
        : base(
            "search", "Find papers by their words, their meaning and conditions",
            "paperbot search \"approximate nearest neighbour search on disk\"",
            "paperbot search \"graph neural networks author:leskovec since:2020 category:cs.LG\"",
            "paperbot search --limit 3 --json \"protein folding\"")
    {
        _query = AddWords("QUERY", "Words, and conditions among them: author:, since:, until:, venue:, category:, source:");
        _limit = AddCount("--limit", standard: 10, most: 1000, "At most so many papers", "-n");
    }

    public override async Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var typed = run.Text(_query) ?? throw Missing("something to search for");
        var query = SearchQuery.Parse(typed, out var problem);
        if (problem is not null)
            throw new UsageException(problem);
        var canFindByMeaning = await run.Get<FirstUse>().PrepareAsync(cancellationToken).ConfigureAwait(false);
        var found = await run.Get<Retriever>().SearchAsync(query, run.Value(_limit), SearchMode.Hybrid, cancellationToken).ConfigureAwait(false);
        if (canFindByMeaning && Advice.On(found.Notice) is { } notice)
            run.Output.Notice(notice);
        if (run.Output.IsJson)
            run.Output.WriteJson(HitsDocument.Of(typed, found.Hits, run.ElapsedMs), TerminalJson.Documents.HitsDocument);
        else if (found.Hits.Count > 0)
            HitsView.Write(run.Output, found.Hits);
        else
            run.Output.Notice("No paper of the library matches. Try fewer or other words, or drop a condition.");
        return ExitCode.Ok;
    }
}
