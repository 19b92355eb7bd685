using System.Collections.Frozen;

namespace PaperBot.Answering.Support;

/// <summary>Which words of a sentence it denies.</summary>
internal static class Negations
{
    // Words behind a "not" that it still denies.
    private const int Reach = 6;

    private static readonly FrozenSet<string> Cues = FrozenSet.ToFrozenSet(
    [
        "not", "no", "never", "neither", "nor", "cannot", "without", "none", "nothing", "nobody", "hardly", "barely", "rarely", "scarcely", "fail", "fails", "failed", "failing",
        "lack", "lacks", "lacked", "lacking", "unable", "absent", "absence", "don't", "doesn't", "didn't", "isn't", "aren't", "wasn't", "weren't", "can't", "couldn't", "won't",
        "wouldn't", "hasn't", "haven't", "shouldn't", "incapable", "non", "refuse", "refuses", "prevents", "excluding", "ignore", "ignores",
    ]);

    private static readonly FrozenSet<string> Clauses = FrozenSet.ToFrozenSet(["but", "however", "although", "though", "whereas", "while", "yet", "because", "when", "which", "that", "if", "unless", "even"]);

    /// <returns>For each word, how often it is denied; odd is denied.</returns>
    public static int[] Of(IReadOnlyList<ClaimWord> words)
    {
        var denied = new int[words.Count];
        for (var i = 0; i < words.Count; i++)
        {
            if (!IsCue(words, i))
                continue;
            for (var (j, reached) = (i + 1, 0); j < words.Count && reached < Reach; j++)
            {
                if (words[j].IsBreak || Clauses.Contains(words[j].Lower))
                    break;
                denied[j]++;
                if (words[j].Tells)
                    reached++;
            }
        }

        return denied;
    }

    public static bool IsCue(IReadOnlyList<ClaimWord> words, int i)
    {
        var word = words[i].Lower.Replace('’', '\'');
        if (!Cues.Contains(word))
            return false;
        var next = i + 1 < words.Count ? words[i + 1].Lower : "";
        // "Not only", "no longer than", "no doubt" and "not necessarily fewer" deny less than they seem to.
        return !(word is "not" && next is "only" or "just" or "merely") && !(word is "no" && next is "doubt");
    }
}
