using PaperBot.Slack.Blocks;

namespace PaperBot.Slack.Tests.Blocks;

public sealed class LimitTests
{
    [Fact]
    public void Header_TextAtTheLimit_IsTaken() => Assert.Equal(150, new HeaderBlock { Text = new string('a', 150) }.Text.Text.Length);

    [Fact]
    public void Header_TextOverTheLimit_SaysSoWithoutTheText()
    {
        var refused = Assert.Throws<ArgumentException>(() => new HeaderBlock { Text = new string('a', 151) });
        Assert.Contains("up to 150 characters; this has 151", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("aaa", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PlainText_Empty_IsRefused() => Assert.ThrowsAny<ArgumentException>(() => new PlainText(""));

    [Fact]
    public void Table_WithTooManyCellsInARow_IsRefused() =>
        Assert.ThrowsAny<ArgumentException>(() => new TableBlock { Rows = [[.. Enumerable.Repeat(new RawText("x"), 21)]] });
}
