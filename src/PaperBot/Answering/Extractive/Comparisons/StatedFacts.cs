using System.Text.RegularExpressions;
using PaperBot.Answering.Extractive.Summaries;
using PaperBot.Papers;

namespace PaperBot.Answering.Extractive.Comparisons;

/// <summary>What can be read off a paper letter by letter, and so said of it without understanding it.</summary>
/// <param name="Data">Names and counts of data, as the sentences on data write them: "ImageNet", "three billion-scale datasets".</param>
/// <param name="Kinds">Families of methods in the title and the sentences on the approach, each with its words there.</param>
/// <param name="Metrics">What the sentences on results measure: "accuracy".</param>
/// <param name="Figure">A verbatim clause that reports a number; null when there is none.</param>
internal sealed partial record StatedFacts(
    IReadOnlyList<string> Data,
    IReadOnlyList<(string Family, string Words)> Kinds,
    IReadOnlyList<string> Metrics,
    string? Figure)
{
    /// <summary>A sentence up to this many characters is quoted whole.</summary>
    private const int ShortSentence = 170;

    private const int FewestWords = 6;

    public static StatedFacts Of(Paper paper, AspectSearch search)
    {
        var results = search.All(Aspect.Results).ToList();
        var sentences = search.All(Aspect.Data).ToList();
        return new StatedFacts(
            [.. DataIn(sentences), .. sentences.SelectMany(sentence => AspectCues.Period().Matches(sentence)).Take(1).Select(match => match.Value)],
            [.. search.All(Aspect.Approach).Prepend(paper.Title).SelectMany(ModelKinds.In).DistinctBy(kind => kind.Family)],
            Distinct(results.SelectMany(sentence => Metric().Matches(sentence)).Select(match => match.Value.ToLowerInvariant())),
            results.Where(sentence => AspectCues.Measure().IsMatch(sentence)).Select(Clause).FirstOrDefault());
    }

    /// <summary>Whether the text says the word as a word, in the singular or the plural, whatever its case.</summary>
    public static bool Mentions(string text, string word)
    {
        for (var i = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); i >= 0; i = text.IndexOf(word, i + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = i + word.Length;
            if (end < text.Length && text[end] is 's')
                end++;
            if ((i == 0 || !char.IsLetterOrDigit(text[i - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
                return true;
        }
        return false;
    }

    // Names say more than counts.
    private static List<string> DataIn(List<string> sentences) => Longest(
        from cue in new[] { AspectCues.KnownSet(), AspectCues.NamedSet(), AspectCues.CountedSets(), AspectCues.Samples() }
        from sentence in sentences
        from match in cue.Matches(sentence)
        select match.Value.Trim());

    // Without those that are part of another.
    private static List<string> Longest(IEnumerable<string> texts)
    {
        var all = Distinct(texts);
        return all.FindAll(text => !all.Exists(other => other.Length > text.Length && other.Contains(text, StringComparison.OrdinalIgnoreCase)));
    }

    // The part of a long sentence that holds the number, from one mark to the next.
    private static string Clause(string sentence)
    {
        if (sentence.Length <= ShortSentence)
            return sentence.TrimEnd('.');
        var measure = AspectCues.Measure().Match(sentence);
        var cuts = Cut().Matches(sentence).Select(match => (Start: match.Index, End: match.Index + match.Length)).ToList();
        var start = cuts.Where(cut => cut.End <= measure.Index).Select(cut => cut.End).LastOrDefault();
        var end = cuts.Where(cut => cut.Start >= measure.Index + measure.Length).Select(cut => cut.Start).FirstOrDefault(sentence.Length);
        var clause = sentence[start..end].Trim().TrimEnd('.');
        return clause.Count(' ') + 1 >= FewestWords ? clause : sentence.TrimEnd('.');
    }

    private static List<string> Distinct(IEnumerable<string> texts) => [.. texts.Distinct(StringComparer.OrdinalIgnoreCase)];

    [GeneratedRegex(@";\s+|:\s+|,\s+(?:and|but|while|whereas|which)\s+")]
    private static partial Regex Cut();

    [GeneratedRegex(
        @"\b(?:accuracy|recall|precision|latency|speedups?|throughput|memory|BLEU|ROUGE|F1|AUC|perplexity|energy|FLOPs|generalization|robustness|correlation|error|convergence|parameters|interpretability|quality|loss)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Metric();
}
