using PaperBot.Host.Chat;
using Spectre.Console;

namespace PaperBot.Tests.Host;

public sealed class InlineTextTests
{
    [Theory]
    [InlineData("*bold* and _thin_ and `code`", "bold and thin and code")]
    [InlineData("a &lt;b&gt; &amp; c", "a <b> & c")]
    [InlineData("<https://arxiv.org/abs/2111.08566|[1]>", "[1]")]
    [InlineData("<https://arxiv.org/abs/2111.08566|SPANN: a system>", "SPANN: a system · https://arxiv.org/abs/2111.08566")]
    [InlineData("ask <@U0PAPERBOT> in <#C0PAPERS>", "ask @PaperBot in #papers")]
    [InlineData("_<!date^1795469428^{date_short_pretty} at {time}|2026-11-23 21:30 UTC>, in #papers_", "2026-11-23 21:30 UTC, in #papers")]
    [InlineData("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name")]
    public void Mrkdwn_IsShownAsPeopleReadIt(string markup, string shown) => Assert.Equal(shown, Text(InlineText.OfMrkdwn(markup, Style.Plain)));

    [Theory]
    [InlineData("**bold** [title here](https://example.org/a)", "bold title here · https://example.org/a")]
    [InlineData("A sentence. [[1]](<https://arxiv.org/abs/2111.08566>)", "A sentence. [1]")]
    [InlineData(@"1\. not a list, \*not bold\*", "1. not a list, *not bold*")]
    [InlineData(@"90% recall\@1, see https\://example.org", "90% recall@1, see https://example.org")]
    [InlineData("## Heading", "Heading")]
    public void Markdown_IsShownAsPeopleReadIt(string markup, string shown) => Assert.Equal(shown, Text(InlineText.OfMarkdown(markup, Style.Plain)));

    private static string Text(Paragraph paragraph)
    {
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = 200;
        console.Write(paragraph);
        return writer.ToString().Trim();
    }
}
