using System.Globalization;
using System.Text.RegularExpressions;
using PaperBot.Papers;

namespace PaperBot.Answering.Conversations;

/// <summary>Words that point to papers of the thread: "it", "both", "the first two", "[2]".</summary>
internal static partial class Pointers
{
    private const RegexOptions Relaxed = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string Thing = "(papers?|ones?|works?|articles?|stud(y|ies)|methods?|approach(es)?|models?|results?|hits?|sources?|links?)";

    private const string Ordinal = "(?<ordinal>first|second|third|fourth|fifth|sixth|1st|2nd|3rd|4th|5th|6th|last|final|former|latter|other)";

    private static readonly Dictionary<string, int> Numbers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["first"] = 1,
        ["1st"] = 1,
        ["former"] = 1,
        ["second"] = 2,
        ["2nd"] = 2,
        ["other"] = 2,
        ["third"] = 3,
        ["3rd"] = 3,
        ["fourth"] = 4,
        ["4th"] = 4,
        ["fifth"] = 5,
        ["5th"] = 5,
        ["sixth"] = 6,
        ["6th"] = 6,
        ["last"] = -1,
        ["final"] = -1,
        ["latter"] = -1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["one"] = 1,
    };

    /// <summary>What the whole text points to.</summary>
    /// <returns>Null when it is no pointer; a pointer to nothing is told as unclear.</returns>
    public static Picked? Read(string text, SpokenOf spoken)
    {
        if (Singular().IsMatch(text))
            return Pick(spoken.Focus is { } focus ? [focus] : [], 1, spoken);
        if (Several().Match(text) is { Success: true } several)
        {
            var wanted = several.Groups["count"] is { Success: true } count ? Number(count.Value) : 2;
            var papers = several.Groups["end"].Value.ToLowerInvariant() switch
            {
                "" => spoken.Several.Count >= wanted || spoken.Several.Count == 0 ? spoken.Several : [],
                "last" => spoken.Listed.Count >= wanted ? [.. spoken.Listed.TakeLast(wanted)] : [],
                _ => spoken.Listed.Count >= wanted ? [.. spoken.Listed.Take(wanted)] : [],
            };
            return Pick(papers, wanted, spoken);
        }

        return One().IsMatch(text) || Marks().IsMatch(text) ? InText(text, spoken) : null;
    }

    /// <summary>The papers that marks and ordinals of a sentence point to: "does [2] use GPUs?".</summary>
    public static Picked? InText(string text, SpokenOf spoken)
    {
        var papers = new List<Paper>();
        foreach (Match match in Mark().Matches(text))
        {
            var number = match.Groups["ordinal"] is { Success: true } ordinal ? Number(ordinal.Value) : Number(match.Groups["number"].Value);
            if (spoken.Numbered(number) is not { } paper)
                return Pick([], number, spoken);
            papers.Add(paper);
        }

        return papers.Count > 0 ? new Picked([.. papers.DistinctBy(paper => paper.Key)]) : null;
    }

    /// <summary>The sentence with the names of papers in the place of marks and ordinals.</summary>
    public static string WithNames(string text, SpokenOf spoken, Func<Paper, string> name) => Mark().Replace(text, match =>
        spoken.Numbered(match.Groups["ordinal"] is { Success: true } ordinal ? Number(ordinal.Value) : Number(match.Groups["number"].Value)) is { } paper
            ? name(paper) : match.Value);

    private static int Number(string text) =>
        Numbers.TryGetValue(text, out var number) || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) ? number : 0;

    private static Picked Pick(IReadOnlyList<Paper> papers, int wanted, SpokenOf spoken) => papers.Count > 0
        ? new Picked(papers)
        : new Picked(new Understood.Unclear(
            spoken.All.Count == 0 ? UnclearReason.NothingSpokenOf : wanted > 1 && spoken.All.Count == 1 ? UnclearReason.OnlyOnePaper : UnclearReason.NoSuchPaper,
            spoken.Several));

    [GeneratedRegex($@"^(it|this|that|(this|that|the)( same| above)? (paper|one|work|article|study|method|approach|model))$", Relaxed)]
    private static partial Regex Singular();

    [GeneratedRegex(
        @"^((all|both|each|some) of )?(them|these|those|they|everything|each other)$|^(both|all)$"
        + $@"|^((all|both|all of|both of) )?(the |these |those )?((?<end>first|top|last) )?(?<count>two|three|four|five|six|[2-6])( of (them|these|those))?( {Thing})?$"
        + $@"|^((all|both|all of|both of) )?((the|these|those) )?(papers|ones|works|articles|studies|methods|approaches|models|results)$",
        Relaxed)]
    private static partial Regex Several();

    [GeneratedRegex($@"^(the )?{Ordinal}( {Thing})?$|^(the )?(({Thing}|number|no\.?) )?#?(?<number>[1-9]\d?)$", Relaxed)]
    private static partial Regex One();

    [GeneratedRegex(@"^(\W*\[\d{1,2}\](\s*(,|and|&)?\s*))+$", Relaxed)]
    private static partial Regex Marks();

    [GeneratedRegex(
        $@"\[(?<number>\d{{1,2}})\]|(?<![\w/.])#(?<number>[1-9]\d?)\b|\b(the )?{Ordinal} (paper|one|work|article|study|method|approach|model|result|hit|source|link)\b"
        + $@"|\b(paper|number|no\.?|source|result) #?(?<number>[1-9]\d?)\b|^(the )?{Ordinal}$|^(?<number>[1-9]\d?)$|\bthe (?<ordinal>former|latter)\b",
        Relaxed)]
    private static partial Regex Mark();
}

/// <summary>Papers that were pointed to, or why it is not clear which.</summary>
internal sealed record Picked
{
    public Picked(IReadOnlyList<Paper> papers) => Papers = papers;

    public Picked(Understood otherwise) => (Papers, Otherwise) = ([], otherwise);

    public IReadOnlyList<Paper> Papers { get; }

    /// <summary>Null when there are papers.</summary>
    public Understood? Otherwise { get; }
}
