using System.CommandLine;
using PaperBot.Answering.Evaluation;
using PaperBot.Answering.Extractive.Summaries;
using PaperBot.Terminal.Json;
using PaperBot.Terminal.Views;

namespace PaperBot.Terminal.Verbs;

/// <summary>Measures one-sentence summaries against those that people wrote.</summary>
internal sealed class EvalSummariesVerb : Verb
{
    private readonly Argument<string[]> _file;

    public EvalSummariesVerb()
        : base(
            "summaries", "Measure one-sentence summaries against those that people wrote, in SciTLDR's format",
            "paperbot eval summaries scitldr/dev.jsonl",
            "paperbot eval summaries scitldr/dev.jsonl --json")
    {
        _file = AddWords("FILE", "{\"source\": [sentences], \"target\": [summaries]} a line");
    }

    public override async Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var path = run.Text(_file) ?? throw Missing("a file");
        await InputFile.Open(path, run.Output.Streams).DisposeAsync().ConfigureAwait(false);
        var quality = await new SummaryEvaluation(new Summarizer()).RunAsync(path, cancellationToken).ConfigureAwait(false);
        foreach (var (line, reason) in quality.Rejected)
            run.Output.Notice($"{path}, line {line}: {reason}");
        if (quality.Papers == 0)
            throw new InvalidDataException($"{path} has no line with \"source\" and \"target\", so there is nothing to measure.");
        if (run.Output.IsJson)
            run.Output.WriteJson(SummaryFiguresDocument.Of(quality), TerminalJson.Documents.SummaryFiguresDocument);
        else
            FiguresView.Write(
                run.Output, ("Papers", quality.Papers, "0"), ("ROUGE-1", quality.Rouge1, "0.00"), ("ROUGE-2", quality.Rouge2, "0.00"), ("ROUGE-L", quality.RougeL, "0.00"));
        return ExitCode.Ok;
    }
}
