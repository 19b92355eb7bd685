using System.CommandLine;
using PaperBot.Retrieval;
using PaperBot.Terminal.Json;
using PaperBot.Terminal.Views;

namespace PaperBot.Terminal.Verbs;

/// <summary>Lists papers of the library.</summary>
internal sealed class ListVerb : Verb
{
    private readonly Argument<string[]> _conditions;
    private readonly Option<int> _limit;

    public ListVerb()
        : base(
            "list", "List the papers of the library, newest first",
            "paperbot list",
            "paperbot list since:2023 category:cs.IR",
            "paperbot list --limit 100 --json")
    {
        _conditions = AddWords("CONDITION", "Only papers that meet it: author:, since:, until:, venue:, category:, source:");
        _limit = AddCount("--limit", standard: 20, most: 100_000, "At most so many papers", "-n");
    }

    public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var query = SearchQuery.Parse(run.Text(_conditions) ?? "", out var problem);
        if (problem is not null)
            throw new UsageException(problem);
        if (query.Text.Length > 0)
            throw new UsageException($"`paperbot list` takes conditions such as since:2023 only. To find papers by words, type: paperbot search \"{query.Text}\"");
        var store = run.Get<PaperStore>();
        var papers = store.List(query.Filter, run.Value(_limit));
        var total = papers.Count < run.Value(_limit) ? papers.Count : query.Filter.IsEmpty ? store.Count() : store.List(query.Filter, int.MaxValue).Count;
        if (run.Output.IsJson)
            run.Output.WriteJson(new ListDocument([.. papers.Select(ListedDocument.Of)], total), TerminalJson.Documents.ListDocument);
        else if (papers.Count > 0)
            ListView.Write(run.Output, papers, total);
        else
            run.Output.Notice(store.Count() == 0 ? Advice.EmptyLibrary : "No paper of the library meets the conditions.");
        return Task.FromResult(ExitCode.Ok);
    }
}
