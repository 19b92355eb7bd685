namespace PaperBot.Charts.Trends;

/// <summary>How many papers about a topic appeared in each month, or in each quarter or year where months would be too many.</summary>
/// <param name="Topic">As typed.</param>
/// <param name="Points">One for each month from the first with a paper to the last that the library knows, without gaps; at least one.</param>
/// <param name="About">How many papers are about the topic, dated or not.</param>
/// <param name="YearOnly">Those of them that only have a year, where the points are no years; they are in no point.</param>
/// <param name="Undated">Those of them without any date.</param>
/// <param name="Library">How many papers were looked at.</param>
internal sealed record Trend(string Topic, TrendStep Step, IReadOnlyList<TrendPoint> Points, int About, int YearOnly, int Undated, long Library)
{
    /// <summary>The point with the most papers, the latest of several.</summary>
    public TrendPoint Peak => Points.OrderByDescending(point => point.Count).ThenByDescending(point => point.First).First();
}

/// <param name="First">Its first day.</param>
internal readonly record struct TrendPoint(DateOnly First, int Count);

internal enum TrendStep
{
    Month = 1,
    Quarter = 3,
    Year = 12,
}

/// <summary>A trend, or why there is none.</summary>
internal abstract record TrendOutcome
{
    private TrendOutcome()
    {
    }

    internal sealed record Found(Trend Trend) : TrendOutcome;

    /// <param name="About">How many papers are about the topic; of those too few have a date.</param>
    internal sealed record TooFew(string Topic, int About, int Dated, long Library) : TrendOutcome;
}
