using System.Runtime.InteropServices;
using PaperBot.Answering.Extractive;

namespace PaperBot.Answering.Evaluation;

/// <param name="Rouge1">F1 of single words, 0 to 1.</param>
/// <param name="Rouge2">F1 of pairs of neighbouring words, 0 to 1.</param>
/// <param name="RougeL">F1 of the longest common subsequence of words, 0 to 1.</param>
internal readonly record struct RougeScore(double Rouge1, double Rouge2, double RougeL);

/// <summary>
/// How far a summary says the words of a reference: C.-Y. Lin, ROUGE: A Package for Automatic Evaluation of Summaries, 2004.
/// Words are lower-case runs of ASCII letters and digits, as in ROUGE-1.5.5 and in Python's <c>rouge-score</c>; no stop word
/// is dropped. The longest common subsequence is taken over the whole text, which for one sentence is all that there is.
/// </summary>
/// <param name="stem">
/// Counts "proposed" as "propose", as ROUGE-1.5.5 does with <c>-m</c>. SciTLDR's cal-rouge.py calls files2rouge with that tool's
/// own arguments (<c>-c 95 -r 1000 -n 2 -a</c>; it has stemmed by default but for some months of 2019 and 2020), scores F1 against
/// each reference of a paper and keeps the best. Which it was the paper does not say; its oracle of 47.7 speaks for stemming, since
/// the best sentences of the dev set reach 47.8 with it and 44.7 without.
/// </param>
internal sealed class Rouge(bool stem)
{
    public RougeScore Score(string summary, string reference)
    {
        var left = Tokens(summary);
        var right = Tokens(reference);
        return new RougeScore(
            F1(Overlap(left, right), left.Count, right.Count),
            F1(Overlap(Pairs(left), Pairs(right)), left.Count - 1, right.Count - 1),
            F1(LongestCommonSubsequence(left, right), left.Count, right.Count));
    }

    /// <summary>The best over the references, for each measure on its own.</summary>
    public RougeScore Best(string summary, IEnumerable<string> references)
    {
        var best = default(RougeScore);
        foreach (var reference in references)
        {
            var score = Score(summary, reference);
            best = new RougeScore(
                Math.Max(best.Rouge1, score.Rouge1), Math.Max(best.Rouge2, score.Rouge2), Math.Max(best.RougeL, score.RougeL));
        }
        return best;
    }

    private static double F1(int common, int left, int right) => common == 0 ? 0 : 2.0 * common / (left + right);

    private static int Overlap<T>(List<T> left, List<T> right)
        where T : notnull
    {
        var counts = new Dictionary<T, int>();
        foreach (var item in right)
            CollectionsMarshal.GetValueRefOrAddDefault(counts, item, out _)++;

        var common = 0;
        foreach (var item in left)
        {
            if (!counts.TryGetValue(item, out var count) || count == 0)
                continue;
            counts[item] = count - 1;
            common++;
        }
        return common;
    }

    private static List<(string, string)> Pairs(List<string> words) => [.. words.Zip(words.Skip(1))];

    private static int LongestCommonSubsequence(List<string> left, List<string> right)
    {
        var previous = new int[right.Count + 1];
        var current = new int[right.Count + 1];
        foreach (var word in left)
        {
            for (var j = 1; j <= right.Count; j++)
                current[j] = word == right[j - 1] ? previous[j - 1] + 1 : Math.Max(previous[j], current[j - 1]);
            (previous, current) = (current, previous);
        }
        return previous[right.Count];
    }

    private List<string> Tokens(string text)
    {
        var words = Words.Of(text);
        return stem ? words.ConvertAll(Words.Stem) : words;
    }
}
