using FsCheck.Fluent;
using FsCheck.Xunit;
using PaperBot.Bot.Deliveries;

namespace PaperBot.Tests.Bot.Deliveries;

public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("2 * 3 < 4 & *bold*", @"2 \* 3 &lt; 4 &amp; \*bold\*")]
    [InlineData("<@U1> <!channel>", @"&lt;\@U1&gt; &lt;\!channel&gt;")]
    [InlineData("see https://evil.example and www.evil.example", @"see https\://evil.example and www\.evil.example")]
    [InlineData("[click](https://evil.example)", @"\[click\](https\://evil.example)")]
    [InlineData("1. no list\n- nor this\n  + nor this", "1\\. no list\n\\- nor this\n  \\+ nor this")]
    [InlineData("well-known, 3.5 times, a+b", "well-known, 3.5 times, a+b")]
    public void Escape_Text_ShowsItUnchanged(string text, string expected) => Assert.Equal(expected, MarkdownText.Escape(text));

    [Property]
    public bool Escape_AnyText_LosesNothing(string? text)
    {
        var escaped = MarkdownText.Escape(text ?? "");
        var shown = new System.Text.StringBuilder();
        for (var i = 0; i < escaped.Length; i++)
            shown.Append(escaped[i] == '\\' ? escaped[++i] : escaped[i]);
        return shown.ToString().Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal)
            .Replace("&amp;", "&", StringComparison.Ordinal) == (text ?? "");
    }
}
