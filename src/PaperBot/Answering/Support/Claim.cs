namespace PaperBot.Answering.Support;

/// <summary>A sentence that is to be borne by an abstract.</summary>
internal sealed class Claim(string text)
{
    public string Text => text;

    public IReadOnlyList<ClaimWord> Words { get; } = ClaimWords.Of(text);

    public IReadOnlyList<StatedNumber> Numbers { get; } = StatedNumbers.In(text);

    public IReadOnlyList<string> Names { get; } = [.. StatedNames.In(text).Distinct()];

    public IReadOnlyList<Direction> Directions => field ??= Support.Directions.Of(Words);

    public int[] Denied => field ??= Negations.Of(Words);

    /// <summary>The share of its meaning's words that these are, 0 to 1.</summary>
    public double Share(IReadOnlySet<string> stems)
    {
        var (all, had) = (0.0, 0.0);
        foreach (var word in Words.Where(word => word.Tells).DistinctBy(word => word.Stem))
        {
            all += word.Weight;
            had += stems.Contains(word.Stem) ? word.Weight : 0;
        }

        return all > 0 ? had / all : 0;
    }

    /// <summary>What of its words these are not, by weight.</summary>
    public double Missing(IReadOnlySet<string> stems) =>
        Words.Where(word => word.Tells && !stems.Contains(word.Stem)).DistinctBy(word => word.Stem).Sum(word => word.Weight);
}
