using System.CommandLine;
using PaperBot.Answering;
using PaperBot.Terminal.Json;
using PaperBot.Terminal.Views;

namespace PaperBot.Terminal.Verbs;

/// <summary>Sets papers side by side, in their own words.</summary>
internal sealed class CompareVerb : Verb
{
    private readonly Argument<string[]> _references;
    private readonly Option<string[]> _aspects;

    public CompareVerb()
        : base(
            "compare", "Set papers side by side: problem, approach, data, results and limits, each with its quote",
            "paperbot compare 2009.10819 2001.09769",
            "paperbot compare \"spann\" \"wide and deep neural networks\" --on \"memory, training cost\"",
            "paperbot compare 2009.10819 2001.09769 2312.01020 --json")
    {
        _references = AddWords("REF REF...", $"{Compare.FewestPapers} to {Compare.MostPapers} papers: arXiv ids, DOIs, addresses, or words of a title in quotes");
        _aspects = new Option<string[]>("--on")
        {
            HelpName = "ASPECT",
            Description = $"Compare on this instead; several with commas. Default: {string.Join(", ", Compare.UsualAspects)}",
        };
        Add(_aspects);
    }

    public override async Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var references = run.Values(_references);
        if (references.Count < Compare.FewestPapers)
            throw Missing(references.Count == 0 ? "two papers" : "another paper");
        if (references.Count > Compare.MostPapers)
            throw new UsageException($"`paperbot compare` takes up to {Compare.MostPapers} papers; {references.Count} were named. A title of several words goes in quotes.");
        await run.Get<SampleLibrary>().LoadWhenEmptyAsync(cancellationToken).ConfigureAwait(false);
        var outcome = await run.Get<Compare>().OfAsync(
            [.. references.Select(run.Find)], Compare.ReadAspects(run.Value(_aspects) ?? []), person: "", cancellationToken).ConfigureAwait(false);
        var comparison = outcome switch
        {
            CompareOutcome.Compared compared => compared.Comparison,
            CompareOutcome.NamedTwice twice => throw new UsageException($"{twice.Paper.Key.Value} is named twice; name different papers."),
            _ => throw new InvalidOperationException($"The papers were counted before: {outcome}."),
        };
        if (run.Output.IsJson)
            run.Output.WriteJson(ComparisonDocument.Of(comparison), TerminalJson.Documents.ComparisonDocument);
        else
            ComparisonView.Write(run.Output, comparison);
        return ExitCode.Ok;
    }
}
