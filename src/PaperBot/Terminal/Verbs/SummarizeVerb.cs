using System.CommandLine;
using PaperBot.Answering;
using PaperBot.Terminal.Json;
using PaperBot.Terminal.Views;

namespace PaperBot.Terminal.Verbs;

/// <summary>Says what a paper is about, in its own words.</summary>
internal sealed class SummarizeVerb : Verb
{
    private readonly Argument<string[]> _reference;

    public SummarizeVerb()
        : base(
            "summarize", "Say in one sentence what a paper is about, then its problem, approach, data, results and limits",
            "paperbot summarize 2111.08566",
            "paperbot summarize spann nearest neighbor",
            "paperbot summarize --json https://arxiv.org/abs/2111.08566")
    {
        _reference = AddWords("REF", "An arXiv id, a DOI, an address, or words of the title");
    }

    public override async Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var reference = run.Text(_reference) ?? throw Missing("a paper");
        await run.Get<SampleLibrary>().LoadWhenEmptyAsync(cancellationToken).ConfigureAwait(false);
        var paper = run.Find(reference);
        var summary = (await run.Get<Summarize>().OfAsync([paper], person: "", cancellationToken).ConfigureAwait(false))[0];
        if (run.Output.IsJson)
            run.Output.WriteJson(SummaryDocument.Of(summary), TerminalJson.Documents.SummaryDocument);
        else
            SummaryView.Write(run.Output, summary);
        return ExitCode.Ok;
    }
}
