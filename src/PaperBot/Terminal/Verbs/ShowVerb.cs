using System.CommandLine;
using PaperBot.Terminal.Json;
using PaperBot.Terminal.Views;

namespace PaperBot.Terminal.Verbs;

/// <summary>Shows one paper.</summary>
internal sealed class ShowVerb : Verb
{
    private readonly Argument<string[]> _reference;

    public ShowVerb()
        : base(
            "show", "Show one paper with its abstract",
            "paperbot show 2111.08566",
            "paperbot show https://arxiv.org/abs/2111.08566",
            "paperbot show spann nearest neighbor")
    {
        _reference = AddWords("REF", "An arXiv id, a DOI, an address, or words of the title");
    }

    public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var paper = run.Find(run.Text(_reference) ?? throw Missing("a paper"));
        if (run.Output.IsJson)
            run.Output.WriteJson(PaperDocument.Of(paper), TerminalJson.Documents.PaperDocument);
        else
            PaperView.Write(run.Output, paper);
        return Task.FromResult(ExitCode.Ok);
    }
}
