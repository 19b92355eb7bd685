using PaperBot.Papers;

namespace PaperBot.Tests.Papers;

public class PublicationDateTests
{
    [Theory]
    [InlineData("2021", "2021")]
    [InlineData("2021-11", "2021-11")]
    [InlineData("2021-11-15", "2021-11-15")]
    [InlineData(" 2021/3/5 ", "2021-03-05")]
    [InlineData("2021-11-15T08:30:00Z", "2021-11-15")]
    [InlineData("2021-11-15 08:30:00+01:00", "2021-11-15")]
    [InlineData("Mon, 2 Apr 2007 19:18:42 GMT", "2007-04-02")]
    [InlineData("15 November 2021", "2021-11-15")]
    public void TryParse_Date_KeepsItsPrecision(string text, string expected)
    {
        Assert.True(PublicationDate.TryParse(text, out var date));
        Assert.Equal(expected, date.ToString());
    }

    [Theory]
    [InlineData("2021-13")]
    [InlineData("2021-02-30")]
    [InlineData("2021-1-0")]
    [InlineData("0000")]
    [InlineData("21")]
    [InlineData("soon")]
    [InlineData("2021-11-15x")]
    [InlineData("")]
    [InlineData(null)]
    public void TryParse_NoDate_IsFalse(string? text) => Assert.False(PublicationDate.TryParse(text, out _));

    [Theory]
    [InlineData("nov", 11)]
    [InlineData("Sept.", 9)]
    [InlineData("September", 9)]
    [InlineData("03", 3)]
    public void TryParseMonth_AsBibTeXHasIt_IsRead(string text, int month)
    {
        Assert.True(PublicationDate.TryParseMonth(text, out var parsed));
        Assert.Equal(month, parsed);
    }

    [Theory]
    [InlineData("13")]
    [InlineData("ju")]
    [InlineData("spring")]
    [InlineData("")]
    public void TryParseMonth_NoMonth_IsFalse(string text) => Assert.False(PublicationDate.TryParseMonth(text, out _));

    [Theory]
    [InlineData("2021", "2021-11", true)]
    [InlineData("2021", "2022", false)]
    [InlineData("2021-11-15", "2021-11", true)]
    [InlineData("2021-10", "2021-11", false)]
    [InlineData("2021-11-15", "2021-11-15", true)]
    public void CanBeSince_UnknownPart_CountsAsLate(string paper, string since, bool expected) =>
        Assert.Equal(expected, Date(paper).CanBeSince(Date(since)));

    [Theory]
    [InlineData("2021", "2021-02", true)]
    [InlineData("2021", "2020", false)]
    [InlineData("2021-11-15", "2021-11", true)]
    [InlineData("2021-11-15", "2021", true)]
    [InlineData("2021-12", "2021-11-30", false)]
    public void CanBeUntil_UnknownPart_CountsAsEarly(string paper, string until, bool expected) =>
        Assert.Equal(expected, Date(paper).CanBeUntil(Date(until)));

    [Fact]
    public void LastDay_OfFebruaryInALeapYear_IsThe29th() => Assert.Equal(new DateOnly(2024, 2, 29), Date("2024-02").LastDay);

    private static PublicationDate Date(string text) => PublicationDate.TryParse(text, out var date) ? date : throw new ArgumentException(text);
}
