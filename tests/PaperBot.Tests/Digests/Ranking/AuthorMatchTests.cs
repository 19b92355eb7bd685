using PaperBot.Digests.Ranking;

namespace PaperBot.Tests.Digests.Ranking;

public sealed class AuthorMatchTests
{
    [Theory]
    [InlineData("Ada Lovelace", "Ada Lovelace", true)]
    [InlineData("Ada Lovelace", "A. Lovelace", true)]
    [InlineData("a lovelace", "Ada King Lovelace", true)]
    [InlineData("Lovelace", "Ada Lovelace", true)]
    [InlineData("José Núñez", "Jose Nunez", true)]
    [InlineData("Ada Lovelace", "Alan Lovelace", false)]
    [InlineData("Ada Lovelace", "Ada Love", false)]
    [InlineData("", "Ada Lovelace", false)]
    public void IsSame_TwoSpellings_AreOnePersonWhenFirstNamesAgree(string wanted, string listed, bool same) =>
        Assert.Equal(same, AuthorMatch.IsSame(wanted, listed));
}
