using System.CommandLine;
using PaperBot.Answering.Extractive.Comparisons;
using PaperBot.Papers;
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
        _references = AddWords("REF REF...", $"{Comparer.FewestPapers} to {Comparer.MostPapers} papers: arXiv ids, DOIs, addresses, or words of a title in quotes");
        _aspects = new Option<string[]>("--on")
        {
            HelpName = "ASPECT",
            Description = $"Compare on this instead; several with commas. Default: {string.Join(", ", Comparer.UsualAspects)}",
        };
        Add(_aspects);
    }

    public override async Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var references = run.Values(_references);
        if (references.Count < Comparer.FewestPapers)
            throw Missing(references.Count == 0 ? "two papers" : "another paper");
        if (references.Count > Comparer.MostPapers)
            throw new UsageException($"`paperbot compare` takes up to {Comparer.MostPapers} papers; {references.Count} were named. A title of several words goes in quotes.");
        await run.Get<SampleLibrary>().LoadWhenEmptyAsync(cancellationToken).ConfigureAwait(false);
        var papers = Find(run.Get<PaperFinder>(), references);
        var aspects = (run.Value(_aspects) ?? []).SelectMany(aspect => aspect.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        var comparison = Comparer.Compare(papers, [.. aspects], cancellationToken);
        if (run.Output.IsJson)
            run.Output.WriteJson(ComparisonDocument.Of(comparison), TerminalJson.Documents.ComparisonDocument);
        else
            ComparisonView.Write(run.Output, comparison);
        return ExitCode.Ok;
    }

    private static List<Paper> Find(PaperFinder finder, IReadOnlyList<string> references)
    {
        var papers = new List<Paper>();
        foreach (var reference in references)
        {
            var paper = finder.Find(reference);
            if (papers.Exists(known => known.Key == paper.Key))
                throw new UsageException($"{paper.Key.Value} is named twice; name different papers.");
            papers.Add(paper);
        }

        return papers;
    }
}
