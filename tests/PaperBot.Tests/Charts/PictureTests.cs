using System.Buffers.Binary;
using FsCheck.Xunit;
using PaperBot.Charts;
using PaperBot.Charts.Drawing;
using PaperBot.Charts.Maps;
using PaperBot.Charts.Trends;
using SkiaSharp;

namespace PaperBot.Tests.Charts;

public sealed class PictureTests
{
    [Fact]
    public void Trend_IsAPngOfItsSize_TheSameEachTime()
    {
        AssertPng(TrendPicture.Of(InventedCharts.Trend()), TrendPicture.Width, TrendPicture.Height);
        Assert.Equal(TrendPicture.Of(InventedCharts.Trend()).Png.ToArray(), TrendPicture.Of(InventedCharts.Trend()).Png.ToArray());
    }

    [Fact]
    public void Map_IsAPngOfItsSize_TheSameEachTime()
    {
        AssertPng(MapPicture.Of(InventedCharts.Map()), MapPicture.Width, MapPicture.Height);
        Assert.Equal(MapPicture.Of(InventedCharts.Map()).Png.ToArray(), MapPicture.Of(InventedCharts.Map()).Png.ToArray());
    }

    [Fact]
    public void AltText_OfATrend_HasItsFigures() => Assert.Equal(
        "Bar chart of papers a month, October 2022 to April 2023: 25 of 3,000 papers are about “kelp sensors”. Most appeared in March 2023: 6. "
        + "The last month, April 2023, has 2. 3 more have a year but no month, 1 has no date; they are not shown.",
        TrendPicture.Of(InventedCharts.Trend()).AltText);

    [Fact]
    public void AltText_OfAMap_NamesGroupsAndTheirMiddles() => Assert.Equal(
        "Map of the 12 papers of 3,000 nearest to “kelp sensors”, in 3 groups: urchins, cold water (4); steel (4); sand & salt (4). "
        + "In the middle of the groups: Kelp forests as sensors, part 1; Kelp forests as sensors, part 2; Kelp forests as sensors, part 3.",
        MapPicture.Of(InventedCharts.Map()).AltText);

    /// <summary>Bars are where the counts are: the picture is looked at, column by column.</summary>
    [Fact]
    public void Trend_Bars_AreAsHighAsTheirCounts()
    {
        using var picture = SKBitmap.Decode(TrendPicture.Of(InventedCharts.Trend()).Png.Span);
        var accent = new SKColor(ChartColors.Accent.ARGB);

        var heights = Enumerable.Range(0, picture.Width).Select(x => Enumerable.Range(0, picture.Height).Count(y => picture.GetPixel(x, y) == accent))
            .Aggregate(new List<int> { 0 }, (runs, height) =>
            {
                // Columns of one bar are of one height; its outermost may be blended.
                if (height > 20 && Math.Abs(height - runs[^1]) > 3)
                    runs.Add(height);
                else if (height <= 20 && runs[^1] != 0)
                    runs.Add(0);
                return runs;
            }).Where(height => height > 0).ToList();

        Assert.Equal(6, heights.Count(height => height > 0));
        var unit = heights[0];
        Assert.Equal([1, 4, 2, 6, 6, 2], heights.Select(height => (int)Math.Round((double)height / unit)));
    }

    [Property(MaxTest = 25)]
    public void Pictures_OfAnyTopicAndTitle_AreDrawn(string topic, string title)
    {
        AssertPng(TrendPicture.Of(InventedCharts.Trend(topic ?? "")), TrendPicture.Width, TrendPicture.Height);
        AssertPng(MapPicture.Of(InventedCharts.Map(topic ?? "", title ?? "")), MapPicture.Width, MapPicture.Height);
    }

    [Theory]
    [InlineData("Ἀριθμητικά of Müller and Łukasiewicz, β-decay")]
    [InlineData("图神经网络 for retrieval")]
    [InlineData("استرجاع المعلومات")]
    [InlineData("👩‍🔬 \ud83d and \0 and \u202e")]
    [InlineData("")]
    public void Pictures_OfOtherScripts_AreDrawn(string topic) => Pictures_OfAnyTopicAndTitle_AreDrawn(topic, topic);

    [Fact]
    public void Trend_LongTopic_StaysInItsPicture()
    {
        var topic = string.Concat(Enumerable.Repeat("nearest neighbour search of everything ", 40));

        var picture = TrendPicture.Of(InventedCharts.Trend(topic));

        Assert.InRange(picture.AltText.Length, 1, Picture.LongestAltText);
        using var bitmap = SKBitmap.Decode(picture.Png.Span);
        Assert.All(Enumerable.Range(0, bitmap.Height), y => Assert.Equal(SKColors.White, bitmap.GetPixel(bitmap.Width - 1, y)));
    }

    [Fact]
    public void Font_IsTheOneThatTravelsAlong()
    {
        Assert.Equal("Inter", CarriedFont.Typeface(isBold: false).FamilyName);
        Assert.Equal(600, CarriedFont.Typeface(isBold: true).FontWeight);
        Assert.All("Aé“”…αβΩЖ", letter => Assert.True(CarriedFont.Typeface(isBold: false).ContainsGlyph(letter)));
    }

    [Property]
    public void WholeTicks_ReachTheGreatestCountInFewSteps(int most)
    {
        var count = Math.Abs(most % 100_000) + 1;

        var ticks = TrendPicture.WholeTicks(count);

        Assert.Equal(0, ticks[0]);
        Assert.True(ticks[^1] >= count && ticks[^2] < count);
        Assert.InRange(ticks.Count, 2, 6);
    }

    [Property(MaxTest = 200)]
    public void Labels_NeverLieOverEachOtherOrAPoint(byte[] places)
    {
        var points = (places ?? []).Chunk(2).Where(pair => pair.Length == 2).Select(pair => new SKPoint(pair[0] * 4, pair[1] * 3)).ToList();
        var labels = new LabelPlacement(new SKRect(0, 0, 1020, 765), points, radius: 10);

        var boxes = points.Select(point => labels.At(point, new SKSize(120, 24))).OfType<SKRect>().ToList();

        Assert.All(boxes, box => Assert.DoesNotContain(points, point => box.Contains(point)));
        for (var i = 0; i < boxes.Count; i++)
            Assert.DoesNotContain(boxes[(i + 1)..], other => other.IntersectsWith(boxes[i]));
    }

    private static void AssertPng(Picture picture, int width, int height)
    {
        var png = picture.Png.Span;
        Assert.Equal([0x89, .. "PNG\r\n\u001a\n"u8], png[..8].ToArray());
        Assert.Equal((width, height), (BinaryPrimitives.ReadInt32BigEndian(png[16..]), BinaryPrimitives.ReadInt32BigEndian(png[20..])));
        Assert.InRange(picture.AltText.Length, 1, Picture.LongestAltText);
    }
}
