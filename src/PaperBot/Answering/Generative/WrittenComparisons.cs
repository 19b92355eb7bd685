using System.Text.RegularExpressions;
using PaperBot.Answering.Extractive.Comparisons;
using PaperBot.Answering.Support;
using PaperBot.LanguageModels.Prompts;
using PaperBot.Papers;

namespace PaperBot.Answering.Generative;

/// <summary>Has the language model compare papers, cell by cell; where a cell does not stand or is missing, the abstract speaks.</summary>
internal sealed partial class WrittenComparisons(Writing writing, Proof proof)
{
    private const int MostAspects = 5, MostRelations = 3;
    private const string ByTheModel = "choose";

    /// <param name="aspects">As a person names them; empty leaves the choice to the model.</param>
    public async Task<Comparison> WriteAsync(IReadOnlyList<Paper> papers, IReadOnlyList<string> aspects, string person, CancellationToken cancellationToken)
    {
        var shown = new ShownPapers(string.Join('\n', papers.Select(paper => paper.Key.Value)));
        var values = new Dictionary<string, string>
        {
            ["aspects"] = aspects.Count > 0 ? PrintableText.Line(string.Join(", ", aspects)) : ByTheModel,
            ["sources"] = shown.Show(papers),
            ["fence"] = shown.Fence,
        };
        var written = await writing.WriteAsync(PromptName.Comparison, values, person, cancellationToken).ConfigureAwait(false);
        var (cells, relations) = await ReadAsync(written, papers, aspects, shown, cancellationToken).ConfigureAwait(false);
        if (cells.Count == 0 && relations.Count == 0)
            return Comparer.Compare(papers, aspects, cancellationToken);
        var rows = aspects.Count > 0 ? aspects : cells.Select(cell => cell.Aspect).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostAspects).ToList();
        var local = Comparer.Compare(papers, rows, cancellationToken);
        return local with
        {
            Mode = writing.Mode,
            Rows = [.. local.Rows.Select(row => row with { Cells = [.. row.Cells.Select(cell => Cell(row, cell, cells))] })],
            Shared = [.. relations.Where(relation => relation.IsAgreement).Select(relation => relation.Text), .. local.Shared],
            Differ = [.. relations.Where(relation => !relation.IsAgreement).Select(relation => relation.Text), .. local.Differ],
        };
    }

    private static ComparisonCell Cell(ComparisonRow row, ComparisonCell local, List<WrittenCell> cells) =>
        cells.Find(cell => cell.Paper == local.Paper && cell.Aspect.Equals(row.Aspect, StringComparison.OrdinalIgnoreCase)) is { } written
            ? local with { Quote = written.Quote, Text = written.Text } : local;

    private async Task<(List<WrittenCell> Cells, List<Relation> Relations)> ReadAsync(
        string written, IReadOnlyList<Paper> papers, IReadOnlyList<string> aspects, ShownPapers shown, CancellationToken cancellationToken)
    {
        var (cells, relations) = (new List<WrittenCell>(), new List<Relation>());
        foreach (var line in written.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = line.Trim('|', ' ', '-', '*').Split('|', StringSplitOptions.TrimEntries);
            if (parts is ["agree" or "contradict", var one, var other] && relations.Count < MostRelations)
            {
                if (await ProveAsync(one, shown, cancellationToken).ConfigureAwait(false) is { } first && await ProveAsync(other, shown, cancellationToken).ConfigureAwait(false) is { } second
                    && Between(parts[0] == "agree", first, second) is { } relation)
                    relations.Add(relation);
            }
            else if (parts is [var aspect, var said] && Aspect(aspect, aspects, papers) is { } named && await ProveAsync(said, shown, cancellationToken).ConfigureAwait(false) is { } proven)
            {
                cells.Add(new WrittenCell(named, proven.Bearers[0].Paper.Key, proven.Text, proven.Bearers[0].Quote));
            }
        }

        return (cells, relations);
    }

    /// <summary>Both quotes, so that everybody sees what the model's word for it rests on; they must be of one matter.</summary>
    private static Relation? Between(bool isAgreement, ProvenSentence one, ProvenSentence other)
    {
        var ((first, quote), (second, otherQuote)) = (one.Bearers[0], other.Bearers[0]);
        var matter = Stems(quote);
        matter.IntersectWith(Stems(otherQuote));
        return first.Key == second.Key || matter.Count == 0 ? null : new Relation(
            isAgreement, $"{(isAgreement ? "They agree" : "They seem to contradict each other")}: *{first.Title}* “{quote}”; *{second.Title}* “{otherQuote}”");
    }

    private static HashSet<string> Stems(string quote) => ClaimWords.Of(LatexText.ToReadable(quote)).Where(word => word.Weight >= 1).Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);

    private async Task<ProvenSentence?> ProveAsync(string written, ShownPapers shown, CancellationToken cancellationToken)
    {
        var reader = new SentenceReader();
        return reader.Add(written).Concat(reader.End()).ToList() is [var only] && (await proof.OfAsync(only, shown, cancellationToken).ConfigureAwait(false)).Proven is { Bearers.Count: 1 } proven
            ? proven : null;
    }

    /// <returns>The aspect as the person named it, or one of the model's that is a few words of the papers' own; null for others.</returns>
    private static string? Aspect(string written, IReadOnlyList<string> asked, IReadOnlyList<Paper> papers)
    {
        if (asked.Count > 0)
            return asked.FirstOrDefault(aspect => aspect.Equals(written, StringComparison.OrdinalIgnoreCase));
        if (Comparer.UsualAspects.Contains(written, StringComparer.OrdinalIgnoreCase))
            return written.ToLowerInvariant();
        var words = ClaimWords.Of(written);
        return FewWords().IsMatch(written) && words.All(word => papers.Any(paper => new Abstract(paper).Stems.Contains(word.Stem)) || word.Weight is > 0 and < 1)
            ? written.ToLowerInvariant() : null;
    }

    [GeneratedRegex(@"^\p{L}[\p{L}-]*(?: \p{L}[\p{L}-]*){0,3}$")]
    private static partial Regex FewWords();

    private sealed record WrittenCell(string Aspect, PaperKey Paper, string Text, string Quote);

    private sealed record Relation(bool IsAgreement, string Text);
}
