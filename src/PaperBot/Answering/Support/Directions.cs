using System.Collections.Frozen;
using PaperBot.Retrieval;

namespace PaperBot.Answering.Support;

/// <summary>Words that come in opposites, and whether a sentence turns one of them round.</summary>
internal static class Directions
{
    // Of what is compared, its name and one word more.
    private const int SideWords = 2;

    // Words on each side of one that say what it is said of.
    private const int Reach = 5;

    /// <summary>Each line a scale, its two ends.</summary>
    private static readonly FrozenDictionary<string, (int Scale, int End)> Ends = Read(
        """
        increase rise grow raise gain more higher high larger greater exceed above up boost upregulate elevate expand double surge growth tall | decrease reduce lower low less fewer fall drop decline below down smaller cut shrink downregulate diminish reduction halve lessen minimize minimise
        improve better enhance outperform beat surpass superior best effective benefit advantage succeed success improvement strong stronger help beneficial | worsen worse degrade impair underperform inferior worst ineffective harm failure weak poor poorer weaker deteriorate hurt damage harmful
        fast faster quick quicker rapid accelerate speedup early earlier | slow slower slowly decelerate delay late later
        cheap cheaper inexpensive | expensive costly dear
        easy easier simple simpler | hard harder difficult complex complicated
        same similar equal comparable identical alike | different dissimilar distinct unequal unlike
        positive positively | negative negatively
        include inclusion presence present | exclude exclusion absence absent
        promote activate induce stimulate enable facilitate trigger allow | inhibit suppress block prevent inactivate repress impede deactivate
        accurate correct correctly right true reliable | inaccurate incorrect incorrectly wrong false unreliable
        sensitive vulnerable susceptible | resistant insensitive robust immune
        significant significantly important | insignificant negligible unimportant
        always every all entire entirely completely | never none sometimes some partly rarely seldom
        before prior | after subsequent following
        long longer | short shorter
        maximum maximal maximize maximise most | minimum minimal least
        accept agree confirm support supported | reject disagree refute contradict
        supervised | unsupervised
        trust trusted | distrust distrusted mistrust
        protect protective | endanger
        known familiar | unknown unfamiliar
        stable | unstable
        possible | impossible
        necessary required | unnecessary optional
        common frequent often | rare infrequent rarely
        strict | lax
        cause | cure
        heavy heavier | light lighter
        near close closer | far farther distant
        open | closed
        public | private
        male | female
        win | lose
        """);

    private static readonly FrozenSet<string> Comparing = FrozenSet.ToFrozenSet(
        ["outperform", "outperforms", "outperformed", "outperforming", "beat", "beats", "surpass", "surpasses", "surpassed", "exceed", "exceeds", "exceeded", "underperform", "underperforms",
            "underperformed", "than", "dominates", "dominate"]);

    /// <summary>The words that stand at an end of a scale, a denied one at the other end.</summary>
    public static IReadOnlyList<Direction> Of(IReadOnlyList<ClaimWord> words)
    {
        var denied = Negations.Of(words);
        var found = new List<Direction>();
        for (var i = 0; i < words.Count; i++)
        {
            if (!Ends.TryGetValue(words[i].Lower, out var end) && !Ends.TryGetValue(WordStem.Of(words[i].Lower), out end))
                continue;
            found.Add(new Direction(end.Scale, denied[i] % 2 == 0 ? end.End : -end.End, words[i].Stem, Near(words, i)));
        }

        return found;
    }

    /// <summary>Whether a sentence says of something the opposite of what the other says of it.</summary>
    public static bool IsTurned(Direction said, IReadOnlyList<Direction> borne)
    {
        var same = borne.Where(other => other.Scale == said.Scale).Select(other => (other.End, Shared: Shared(said, other))).ToList();
        if (same.Count == 0)
            return false;
        var (agrees, opposes) = (Most(same, said.End), Most(same, -said.End));
        // Where both ends are said, it is of the thing that stands beside it.
        return opposes > agrees;
    }

    /// <summary>Whether a comparison is told with its two sides changed: "A outperforms B" for "B outperforms A".</summary>
    public static bool IsSwapped(IReadOnlyList<ClaimWord> said, IReadOnlyList<ClaimWord> borne)
    {
        if (Sides(said) is not { } mine || Sides(borne) is not { } theirs)
            return false;
        var (straight, crossed) = (
            Both(mine.Left, theirs.Left) + Both(mine.Right, theirs.Right), Both(mine.Left, theirs.Right) + Both(mine.Right, theirs.Left));
        return crossed > straight;
    }

    private static double Most(List<(int End, double Shared)> of, int end) => of.Where(one => one.End == end).Select(one => one.Shared).DefaultIfEmpty(-1).Max();

    private static double Shared(Direction a, Direction b) => a.Near.Count(b.Near.Contains) + (a.Stem == b.Stem ? 0.5 : 0);

    private static int Both(HashSet<string> a, HashSet<string> b) => a.Count(b.Contains);

    private static HashSet<string> Near(IReadOnlyList<ClaimWord> words, int i)
    {
        var near = new HashSet<string>(StringComparer.Ordinal);
        for (var (j, told) = (i - 1, 0); j >= 0 && told < Reach; j--)
            Add(j, ref told);
        for (var (j, told) = (i + 1, 0); j < words.Count && told < Reach; j++)
            Add(j, ref told);
        return near;

        void Add(int j, ref int told)
        {
            if (words[j].Tells && near.Add(words[j].Stem))
                told++;
        }
    }

    private static (HashSet<string> Left, HashSet<string> Right)? Sides(IReadOnlyList<ClaimWord> words)
    {
        for (var i = 1; i < words.Count - 1; i++)
        {
            if (!Comparing.Contains(words[i].Lower))
                continue;
            // "More than 40" compares with no thing, and what begins a clause before is of another matter.
            if (words[i].Lower == "than" && char.IsDigit(words[i + 1].Text[0]))
                continue;
            var from = Enumerable.Range(0, i).LastOrDefault(j => words[j].IsBreak, -1) + 1;
            var to = Enumerable.Range(i, words.Count - i).FirstOrDefault(j => words[j].IsBreak, words.Count);
            var (left, right) = (Telling(words, from, i).TakeLast(SideWords).ToHashSet(), Telling(words, i + 1, to).Take(SideWords).ToHashSet());
            // Passive: B is outperformed by A.
            if (words[i + 1].Lower == "by")
                (left, right) = (right, left);
            if (left.Count > 0 && right.Count > 0)
                return (left, right);
        }

        return null;
    }

    private static IEnumerable<string> Telling(IReadOnlyList<ClaimWord> words, int from, int to) =>
        Enumerable.Range(from, to - from).Where(j => words[j].Tells).Select(j => words[j].Stem);

    private static FrozenDictionary<string, (int, int)> Read(string scales)
    {
        var ends = new Dictionary<string, (int, int)>(StringComparer.Ordinal);
        foreach (var (line, scale) in scales.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select((line, i) => (line, i)))
        {
            foreach (var (end, sign) in line.Split('|').Select((end, i) => (end, i == 0 ? 1 : -1)))
            {
                foreach (var word in end.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                {
                    ends.TryAdd(word, (scale, sign));
                    ends.TryAdd(WordStem.Of(word), (scale, sign));
                }
            }
        }

        return ends.ToFrozenDictionary();
    }
}

/// <param name="End">1 or -1, of its scale.</param>
/// <param name="Near">Stems of the words that stand beside it.</param>
internal sealed record Direction(int Scale, int End, string Stem, IReadOnlySet<string> Near);
