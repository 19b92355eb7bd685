using System.Collections.Frozen;
using PaperBot.Retrieval;

namespace PaperBot.Answering.Support;

/// <summary>Words that say the same in a sentence on research, so that one may stand for another. Words of direction are not here but in <see cref="Directions"/>.</summary>
internal static class Synonyms
{
    private static readonly FrozenDictionary<string, string> First = Read(
        """
        use employ utilize utilise leverage apply adopt usage
        propose present introduce describe offer
        show demonstrate find reveal report indicate suggest observe discover
        achieve reach attain obtain yield
        method approach technique procedure
        evaluate assess test measure evaluation assessment
        need require demand requirement
        dataset data benchmark corpus
        author researcher scientist
        train learn training
        detect identify recognize recognise detection
        make create build produce construct generate
        choose select pick
        hard difficult challenging difficulty challenge
        important key crucial essential vital
        many multiple several various numerous
        help allow enable let
        contain comprise consist include
        quick fast rapid speed
        large big huge
        small little tiny
        depend rely
        cause lead
        accurate accuracy accurately
        efficient efficiency efficiently
        robust robustness robustly
        person people human participant
        patient patients
        automatic automatically automated
        text document
        """);

    /// <returns>One stem for all that say the same.</returns>
    public static string Of(string stem) => First.GetValueOrDefault(stem, stem);

    private static FrozenDictionary<string, string> Read(string groups) => groups
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(WordStem.Of).ToList())
        .SelectMany(group => group.Select(stem => (stem, group[0])))
        .DistinctBy(pair => pair.stem)
        .ToFrozenDictionary(pair => pair.stem, pair => pair.Item2);
}
