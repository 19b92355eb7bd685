using System.CommandLine;
using PaperBot.Retrieval;
using PaperBot.Terminal.Json;
using PaperBot.Terminal.Views;
using Spectre.Console;

namespace PaperBot.Terminal.Verbs;

/// <summary>Takes one paper out of the library.</summary>
internal sealed class RemoveVerb : Verb
{
    private readonly Argument<string[]> _reference;
    private readonly Option<bool> _yes;

    public RemoveVerb()
        : base("remove", "Take one paper out of the library", "paperbot remove 2111.08566", "paperbot remove --yes spann nearest neighbor")
    {
        _reference = AddWords("REF", "An arXiv id, a DOI, an address, or words of the title");
        _yes = AddFlag("--yes", "Do not ask first", "-y");
    }

    public override async Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var paper = run.Find(run.Text(_reference) ?? throw Missing("a paper"));
        var asks = run.Output.Streams is { InIsTerminal: true, ErrorIsTerminal: true } && !run.Value(_yes);
        if (asks && !await run.Output.Error.ConfirmAsync($"Remove \"{Markup.Escape(PaperText.TitleAndYear(paper))}\"?", defaultValue: false, cancellationToken).ConfigureAwait(false))
        {
            run.Output.Notice("Nothing was removed.");
            return ExitCode.Ok;
        }

        run.Get<PaperStore>().Remove(paper.Key);
        if (run.Output.IsJson)
            run.Output.WriteJson(new RemovalDocument(paper.Key.Value, PaperText.Title(paper)), TerminalJson.Documents.RemovalDocument);
        else
            run.Output.Write(new Paragraph($"Removed {paper.Key.Value}: {PaperText.TitleAndYear(paper)}\n"));
        return ExitCode.Ok;
    }
}
