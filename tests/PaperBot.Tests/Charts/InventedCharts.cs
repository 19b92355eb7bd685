using PaperBot.Charts.Maps;
using PaperBot.Charts.Trends;
using PaperBot.Papers;

namespace PaperBot.Tests.Charts;

/// <summary>A trend and a map as a library might give them.</summary>
internal static class InventedCharts
{
    public static Trend Trend(string topic = "kelp sensors") => new(
        topic, TrendStep.Month,
        [.. ((int[])[1, 0, 4, 2, 6, 6, 2]).Select((count, i) => new TrendPoint(new DateOnly(2022, 10, 1).AddMonths(i), count))],
        About: 25, YearOnly: 3, Undated: 1, Library: 3_000);

    public static PaperMap Map(string topic = "kelp sensors", string title = "Kelp forests as sensors") => new(
        topic,
        [
            .. Enumerable.Range(0, 12).Select(i => new MapPoint(
                new Paper { Key = new PaperKey($"local:kelp-{i}"), Title = $"{title}, part {i + 1}", Source = "test" },
                Math.Cos(i * 2.4) * (1 + i) + i % 3 * 9, Math.Sin(i * 2.4) * (1 + i), i % 3, ShortName.Of($"{title}, part {i + 1}"), 1.0 / (1 + i))),
        ],
        [new MapGroup("urchins, cold water", 4), new MapGroup("steel", 4), new MapGroup("sand & salt", 4)],
        Library: 3_000);
}
