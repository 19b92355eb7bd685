using System.Collections.Frozen;
using PaperBot.Retrieval;

namespace PaperBot.Answering.Support;

/// <summary>
/// A sentence laid beside the one of the abstract that it was taken from: words that stand in both in one order. What a writer who stays close
/// to the abstract adds, leaves out or exchanges shows between them.
/// </summary>
internal sealed class Alignment
{
    // A sentence with this share of its words in the other's order was taken from it.
    private const double Taken = 0.6;

    private static readonly FrozenSet<string> Bounds = FrozenSet.ToFrozenSet(
        ["only", "all", "every", "always", "never", "most", "none", "entirely", "exactly", "must", "any", "sole", "solely"]);

    private readonly IReadOnlyList<ClaimWord> _said;
    private readonly IReadOnlyList<ClaimWord> _borne;

    // For each word of the sentence its place in the other; -1 where it has none.
    private readonly int[] _places;

    public Alignment(IReadOnlyList<ClaimWord> said, IReadOnlyList<ClaimWord> borne)
    {
        (_said, _borne) = (said, borne);
        _places = Align(said, borne);
        var words = Enumerable.Range(0, said.Count).Where(i => !said[i].IsBreak).ToList();
        Share = words.Count == 0 ? 0 : (double)words.Count(i => _places[i] >= 0) / words.Count;
    }

    /// <summary>Of its words, how many stand in the other in the same order.</summary>
    public double Share { get; }

    public bool IsTaken => Share >= Taken;

    public bool Has(int word) => _places[word] >= 0;

    /// <summary>The words of the other that this one stands in the place of.</summary>
    public IEnumerable<ClaimWord> Replaced(int word)
    {
        var before = Enumerable.Range(0, word).Reverse().Select(i => _places[i]).FirstOrDefault(place => place >= 0, -1);
        var after = Enumerable.Range(word + 1, _said.Count - word - 1).Select(i => _places[i]).FirstOrDefault(place => place >= 0, _borne.Count);
        return _borne.Skip(before + 1).Take(after - before - 1);
    }

    /// <summary>Whether a denial of the other was left out from among words that were taken.</summary>
    public bool LeavesOutADenial()
    {
        var taken = _places.Where(place => place >= 0).ToHashSet();
        for (var place = 0; place < _borne.Count; place++)
        {
            if (taken.Contains(place) || !Negations.IsCue(_borne, place))
                continue;
            // What it denies was taken, and so was what stands before it.
            if (Enumerable.Range(place + 1, 4).Any(taken.Contains) && Enumerable.Range(Math.Max(0, place - 4), Math.Min(4, place)).Any(taken.Contains)
                && !HasADenialBetween(place))
                return true;
        }

        return false;
    }

    public static bool IsBound(ClaimWord word) => Bounds.Contains(word.Lower);

    private bool HasADenialBetween(int place)
    {
        var before = Array.FindLastIndex(_places, at => at >= 0 && at < place);
        var after = Array.FindIndex(_places, at => at > place);
        return before >= 0 && after > before && Enumerable.Range(before + 1, after - before - 1).Any(i => Negations.IsCue(_said, i));
    }

    /// <summary>The longest common subsequence.</summary>
    private static int[] Align(IReadOnlyList<ClaimWord> said, IReadOnlyList<ClaimWord> borne)
    {
        var longest = new int[said.Count + 1, borne.Count + 1];
        for (var i = said.Count - 1; i >= 0; i--)
        {
            for (var j = borne.Count - 1; j >= 0; j--)
                longest[i, j] = Same(said[i], borne[j]) ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        }

        var places = new int[said.Count];
        Array.Fill(places, -1);
        for (var (i, j) = (0, 0); i < said.Count && j < borne.Count;)
        {
            if (Same(said[i], borne[j]) && longest[i, j] == longest[i + 1, j + 1] + 1)
                places[i++] = j++;
            else if (longest[i + 1, j] >= longest[i, j + 1])
                i++;
            else
                j++;
        }

        return places;
    }

    private static bool Same(ClaimWord a, ClaimWord b) => !a.IsBreak && !b.IsBreak && a.Stem == b.Stem;
}
