using PaperBot.Digests.Ranking;

namespace PaperBot.Tests.Digests.Ranking;

public sealed class FilingRarityTests
{
    [Fact]
    public void Of_WhatAllAreFiledUnder_TellsLittleBesideWhatFewAre()
    {
        var rarity = new FilingRarity([("""["cs.LG"]""", 80), ("""["cs.LG","stat.ML"]""", 15), ("""["q-bio.PE","cs.LG"]""", 5)]);

        var filed = rarity.Of("""["cs.LG","stat.ML"]""").ToDictionary(each => each.Category, each => each.Weight);

        Assert.InRange(filed["stat.ML"], 0.99f, 1);
        Assert.InRange(filed["cs.LG"], 0, 0.1f);
    }

    [Theory]
    [InlineData("[]", 0)]
    [InlineData("""["cs.IR"]""", 1)]
    [InlineData("""["cs.IR","cs.IR","cs.DB"]""", 2)]
    public void Of_AnyList_HasEachCategoryOnceAndIsOfLengthOne(string categories, int count)
    {
        var filed = new FilingRarity([("""["cs.LG"]""", 3)]).Of(categories);

        Assert.Equal(count, filed.Length);
        Assert.Equal(Math.Min(count, 1), filed.Sum(each => each.Weight * each.Weight), 1e-4);
    }
}
