using System.Globalization;
using System.Numerics.Tensors;
using System.Text.Json;
using PaperBot.Papers;

namespace PaperBot.Digests.Ranking;

/// <summary>Says why a subscription got a paper, from what made its score.</summary>
internal static class Reasons
{
    // More are not read.
    private const int Most = 3;

    // Of a title, in characters: what a line has room for beside other reasons.
    private const int LongestTitle = 60, LongestWords = 60;

    // A part that is less likely than not is no reason, unless it is nearly; a lift by taste below this is not noticed.
    private const float LeastValue = 0.35f, LeastTaste = 0.3f;

    // Scaled cosine from which two papers are of one subject.
    private const float Close = 0.4f;

    private const int LeastVotes = 3, LeastCitations = 10;

    public static string Of(Aim aim, RankedCandidate candidate, Judgements judged)
    {
        var (score, taste) = (candidate.Interest, candidate.Taste);
        var reasons = new List<string>();
        if (score.Author is { } author)
            reasons.Add($"by {Cut(author, LongestWords)}");
        if (score.Topic >= 0 && score.TopicValue >= LeastValue)
            reasons.Add($"matches “{Cut(aim.Interest.Topics[score.Topic], LongestWords)}”");
        if (score.Seed >= 0 && score.SeedValue >= LeastValue)
            reasons.Add($"close to “{Cut(aim.Seeds[score.Seed].Paper.Title, LongestTitle)}”");
        if (taste.Value >= LeastTaste && taste.Closeness >= LeastTaste && Nearest(aim, candidate.Vector, judged.Liked) is { } near)
            reasons.Add($"close to “{Cut(near.Title, LongestTitle)}”, which was liked here");
        else if (taste.Value >= LeastTaste && Filing(candidate.Paper, judged) is { } filing)
            reasons.Add($"in {filing}, as papers that were liked here");
        reasons.AddRange(Reception(candidate.Sources));
        if (reasons.Count == 0 && aim.Interest.Categories.Count > 0)
            reasons.Add($"new in {candidate.Paper.Categories.First(category => CategoryMatch.IsAny(aim.Interest.Categories, [category]))}");
        // What made most of the score comes first; a paper that is here by a little of everything is near its topic.
        if (reasons.Count == 0)
            reasons.Add(score.Topic >= 0 ? $"near “{Cut(aim.Interest.Topics[score.Topic], LongestWords)}”" : "near what was asked for");
        return string.Join("; ", reasons.Take(Most));
    }

    /// <summary>What a paper's sources count.</summary>
    public static IEnumerable<string> Reception(SourceCounts sources)
    {
        if (sources.Votes >= LeastVotes)
            yield return $"{Number(sources.Votes)} votes{(sources.VotedOn == "huggingface" ? " on Hugging Face" : "")}";
        if (sources.Citations >= LeastCitations)
            yield return $"cited by {Number(sources.Citations)} papers";
    }

    /// <summary>The category that made most of what taste says.</summary>
    private static string? Filing(Paper paper, Judgements judged) => judged.Filing.Of(JsonSerializer.Serialize(paper.Categories))
        .Select(filed => (Category: PrintableText.Line(filed.Category), Adds: judged.Taste?.Of(filed) ?? 0)).Where(filed => filed.Adds >= LeastTaste)
        .OrderByDescending(filed => filed.Adds).Select(filed => filed.Category).FirstOrDefault();

    private static LikedPaper? Nearest(Aim aim, ReadOnlySpan<float> vector, IReadOnlyList<LikedPaper> liked)
    {
        var (best, nearest) = ((LikedPaper?)null, Close);
        foreach (var paper in vector.Length > 0 ? liked : [])
            if (aim.Scaled(TensorPrimitives.Dot(vector, paper.Vector)) is var similarity && similarity >= nearest)
                (best, nearest) = (paper, similarity);
        return best;
    }

    /// <summary>On one line, readable, and shortened where a word ends.</summary>
    private static string Cut(string text, int longest)
    {
        var line = PrintableText.Line(LatexText.ToReadable(text));
        if (line.Length <= longest)
            return line;
        var space = line.LastIndexOf(' ', longest - 1);
        return line[..(space > longest / 2 ? space : char.IsHighSurrogate(line[longest - 2]) ? longest - 2 : longest - 1)].TrimEnd(' ', ',', ':', ';', '-', '–', '.') + "…";
    }

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
