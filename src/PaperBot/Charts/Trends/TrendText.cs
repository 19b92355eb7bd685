using System.Globalization;
using PaperBot.Papers;

namespace PaperBot.Charts.Trends;

/// <summary>What is said of a trend, in its picture, beside it and instead of it. Topics are as typed: places that know markup escape them.</summary>
internal static class TrendText
{
    /// <summary>"37 of 3,000 papers are about “sparse retrieval”".</summary>
    public static string Headline(Trend trend) =>
        $"{ChartText.Number(trend.About)} of {Plural.Of(trend.Library, "paper")} {(trend.About == 1 ? "is" : "are")} about {ChartText.Topic(trend.Topic)}";

    /// <summary>"Papers a month, May 2021 to November 2023".</summary>
    public static string Span(Trend trend) => trend.Points.Count == 1
        ? $"Papers a {Unit(trend.Step)}, {Name(trend, trend.Points[0], isLong: true)}"
        : $"Papers a {Unit(trend.Step)}, {Name(trend, trend.Points[0], isLong: true)} to {Name(trend, trend.Points[^1], isLong: true)}";

    /// <returns>One sentence on papers that are in no bar; empty when all are.</returns>
    public static string Note(Trend trend) => (trend.YearOnly, trend.Undated) switch
    {
        (0, 0) => "",
        (var years, 0) => $"{ChartText.Number(years)} more {Have(years)} a year but no month and {Are(years)} not shown.",
        (0, var none) => $"{ChartText.Number(none)} more {Have(none)} no date and {Are(none)} not shown.",
        var (years, none) => $"{ChartText.Number(years)} more {Have(years)} a year but no month, {ChartText.Number(none)} {Have(none)} no date; they are not shown.",
    };

    /// <summary>"Most appeared in March 2022: 6. In November 2023, the last month, 2 appeared."</summary>
    public static string Figures(Trend trend)
    {
        var (peak, last) = (trend.Peak, trend.Points[^1]);
        var most = $"Most appeared in {Name(trend, peak, isLong: true)}: {ChartText.Number(peak.Count)}.";
        return peak == last
            ? most
            : $"{most} The last {Unit(trend.Step)}, {Name(trend, last, isLong: true)}, has {(last.Count == 0 ? "none" : ChartText.Number(last.Count))}.";
    }

    public static string AltText(Trend trend) => ChartText.Line(
        $"Bar chart of {char.ToLowerInvariant(Span(trend)[0])}{Span(trend)[1..]}: {Headline(trend)}. {Figures(trend)} {Note(trend)}", Picture.LongestAltText);

    /// <summary>Why there is no picture.</summary>
    public static string TooFew(TrendOutcome.TooFew few)
    {
        if (few.Library == 0)
            return "No papers are to be looked at here, so there is no trend.";
        if (few.About == 0)
            return $"None of {Plural.Of(few.Library, "paper")} is about {ChartText.Topic(few.Topic)}, so there is no trend; try other words.";
        var dated = few.Dated == few.About ? "" : few.Dated == 0 ? ", none of them with a date" : $", {few.Dated} of them with a date";
        return $"Only {few.About} of {Plural.Of(few.Library, "paper")} {Are(few.About)} about {ChartText.Topic(few.Topic)}{dated}; "
            + $"a trend takes {TrendSearch.FewestPapers}.";
    }

    public static string Unit(TrendStep step) => step switch { TrendStep.Month => "month", TrendStep.Quarter => "quarter", _ => "year" };

    /// <summary>"May 2021" or "Mar 2021", "Q2 2021", "2021".</summary>
    public static string Name(Trend trend, TrendPoint point, bool isLong) => trend.Step switch
    {
        TrendStep.Month => point.First.ToString(isLong ? "MMMM yyyy" : "MMM yyyy", CultureInfo.InvariantCulture),
        TrendStep.Quarter => string.Create(CultureInfo.InvariantCulture, $"Q{(point.First.Month + 2) / 3} {point.First.Year}"),
        _ => point.First.ToString("yyyy", CultureInfo.InvariantCulture),
    };

    private static string Have(int count) => count == 1 ? "has" : "have";

    private static string Are(int count) => count == 1 ? "is" : "are";
}
