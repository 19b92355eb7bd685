using System.Globalization;
using PaperBot.Charts;
using PaperBot.Charts.Trends;

namespace PaperBot.Terminal.Json;

/// <param name="Papers">How many are about the topic.</param>
/// <param name="Step">month, quarter or year; null when there is no trend.</param>
/// <param name="Reason">Why there is no trend; null when there is.</param>
/// <param name="Picture">The file that the picture was written to; null when none was.</param>
internal sealed record TrendDocument(
    string Topic, long Library, int Papers, string? Step, IReadOnlyList<TrendPointDocument> Points, int YearOnly, int Undated, string? AltText, string? Reason,
    string? Picture, double ElapsedMs)
{
    public static TrendDocument Of(Trend trend, string altText, string? file, double elapsedMs) => new(
        trend.Topic, trend.Library, trend.About, TrendText.Unit(trend.Step), [.. trend.Points.Select(point => new TrendPointDocument(Start(trend, point), point.Count))],
        trend.YearOnly, trend.Undated, altText, Reason: null, file, elapsedMs);

    public static TrendDocument Of(TrendOutcome.TooFew few, double elapsedMs) => new(
        few.Topic, few.Library, few.About, Step: null, [], 0, few.About - few.Dated, AltText: null, TrendText.TooFew(few), Picture: null, elapsedMs);

    private static string Start(Trend trend, TrendPoint point) =>
        point.First.ToString(trend.Step == TrendStep.Year ? "yyyy" : "yyyy-MM", CultureInfo.InvariantCulture);
}

/// <param name="From">The month, the first month of the quarter, or the year: 2021-05 or 2021.</param>
internal sealed record TrendPointDocument(string From, int Papers);
