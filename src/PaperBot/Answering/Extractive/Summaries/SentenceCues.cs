using System.Collections.Frozen;

namespace PaperBot.Answering.Extractive.Summaries;

/// <summary>The words that betray what a sentence does in an abstract, as counts and as places.</summary>
/// <param name="Contribution">Place of the first "we propose" or "this paper studies"; -1 when there is none.</param>
/// <param name="Finding">Place of the first "we show" or "results demonstrate"; -1 when there is none.</param>
/// <param name="Outcome">Words of results: outperform, accuracy, state of the art.</param>
/// <param name="Trouble">Words of background and problem: however, challenging, existing.</param>
/// <param name="FirstPerson">Place of the first "we" or "our"; -1 when there is none.</param>
/// <param name="Numbers">Words with a digit.</param>
internal readonly record struct SentenceCues(int Contribution, int Finding, int Outcome, int Trouble, int FirstPerson, int Numbers)
{
    private static readonly FrozenSet<string> ContributionVerbs = Stems(
        "propose present introduce develop describe design devise formulate study investigate explore examine analyze analyse consider address "
        + "extend build construct create offer provide suggest give derive use apply learn train combine tackle focus aim leverage employ "
        + "establish define generalize revisit evaluate compare conduct perform exploit adapt incorporate integrate unify report release collect");

    private static readonly FrozenSet<string> FindingVerbs = Stems(
        "show demonstrate find found prove observe argue reveal conclude discover confirm verify achieve improve illustrate validate obtain");

    private static readonly FrozenSet<string> OutcomeWords = Stems(
        "outperform achieve improve improvement state significantly superior accuracy performance results experiments empirically competitive "
        + "faster better gains evaluation benchmark datasets experimental baseline");

    private static readonly FrozenSet<string> TroubleWords = Stems(
        "however challenge challenging difficult unfortunately remain limited limitation lack suffer despite although recently existing "
        + "traditional typically often many recent prior previous most popular important widely expensive costly fail while been unclear");

    private static readonly FrozenSet<string> Subjects = Stems("we paper work article study our here i authors method approach");

    public static SentenceCues Of(int[] tokens, List<string> stems)
    {
        int contribution = -1, finding = -1, outcome = 0, trouble = 0, firstPerson = -1, numbers = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            var stem = stems[tokens[i]];
            if (firstPerson < 0 && stem is "we" or "our")
                firstPerson = i;
            if (OutcomeWords.Contains(stem))
                outcome++;
            if (TroubleWords.Contains(stem))
                trouble++;
            if (stem.Any(char.IsAsciiDigit))
                numbers++;
            if (contribution < 0 && ContributionVerbs.Contains(stem) && FollowsSubject(tokens, stems, i))
                contribution = i;
            var reports = i + 1 < tokens.Length && stems[tokens[i + 1]] == "that";
            if (finding < 0 && FindingVerbs.Contains(stem) && (reports || FollowsSubject(tokens, stems, i)))
                finding = i;
        }
        return new SentenceCues(contribution, finding, outcome, trouble, firstPerson, numbers);
    }

    public static FrozenSet<string> Stems(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Words.Stem).ToFrozenSet(StringComparer.Ordinal);

    // "we then also propose": an adverb or two may stand between.
    private static bool FollowsSubject(int[] tokens, List<string> stems, int verb)
    {
        for (var i = verb - 1; i >= 0 && i >= verb - 3; i--)
        {
            if (Subjects.Contains(stems[tokens[i]]))
                return true;
        }
        return false;
    }
}
