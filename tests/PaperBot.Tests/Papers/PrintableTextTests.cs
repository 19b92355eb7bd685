using FsCheck.Xunit;
using PaperBot.Papers;
using PaperBot.Terminal.Output;
using PaperBot.Tests.Terminal;

namespace PaperBot.Tests.Papers;

public sealed class PrintableTextTests : IDisposable
{
    private const string Hostile = "Red \u001b[31mtitle\u001b[0m \u001b]0;owned\u0007and \u009b2J\u0090q\u009cbell\u0007 back\b\u202Eevil";

    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Theory]
    [InlineData("plain αβγ 漢字 🙂", "plain αβγ 漢字 🙂")]
    [InlineData(Hostile, "Red title and bell backevil")]
    [InlineData("two\r\nlines\tand a tab", "two lines and a tab")]
    [InlineData("half an escape \u001b[", "half an escape [")]
    [InlineData("\u001b\u001b[31m[31mtwice", "[31mtwice")]
    public void Line_KeepsTextAndDropsControls(string text, string safe) => Assert.Equal(safe, PrintableText.Line(text));

    [Property]
    public bool AnyText_BecomesSafe(string? text) => !PrintableText.Line(text ?? "").Any(char.IsControl) && !PrintableText.Block(text ?? "").Any(c => char.IsControl(c) && c != '\n');

    [Theory]
    [InlineData("show|arxiv:2101.00001")]
    [InlineData("list")]
    [InlineData("search|title sentence")]
    [InlineData("ask|what is the title " + Hostile)]
    [InlineData("summarize|arxiv:2101.00001")]
    [InlineData("compare|arxiv:2101.00001|arxiv:2101.00002")]
    [InlineData("similar|arxiv:2101.00001")]
    [InlineData("show|" + Hostile)]
    [InlineData("show|title")]
    [InlineData("export|csv")]
    [InlineData("export|bibtex")]
    [InlineData("export|jsonl")]
    [InlineData("list|--json")]
    [InlineData("show|arxiv:2101.00001|--json")]
    [InlineData("frobnicate " + Hostile)]
    public async Task EscapesOfPapersAndPeople_NeverReachTheTerminal(string args)
    {
        _terminal.IsTerminal = true;
        _terminal.Store(Paper("arxiv:2101.00001", Hostile), Paper("arxiv:2101.00002", "A second " + Hostile));

        var outcome = await _terminal.RunAsync([.. args.Split('|'), "--no-color"]);

        // JSON is for programs and keeps every letter; what would act on a terminal is escaped there.
        var overrides = args.EndsWith("--json", StringComparison.Ordinal) || args.EndsWith("jsonl", StringComparison.Ordinal) ? "\u001b[31m" : "\u202E";
        foreach (var hostile in (string[])["\u001b[31m", "\u001b]0", "\u0007", "\u009b", "\u0090", "\b", overrides])
        {
            Assert.DoesNotContain(hostile, outcome.Out, StringComparison.Ordinal);
            Assert.DoesNotContain(hostile, outcome.Error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Output_ThatIsNoTerminal_HasNoControlSequenceAtAll()
    {
        _terminal.Store(Paper("arxiv:2101.00001", "A [bold]bracketed[/] title [1]"));

        foreach (var verb in (string[][])[["list"], ["show", "bracketed"], ["search", "bracketed"], ["ask", "what is bracketed"], ["--help"], ["summarize", "bracketed"]])
        {
            var outcome = await _terminal.RunAsync(verb);
            Assert.DoesNotContain('\u001b', outcome.Out + outcome.Error);
            Assert.DoesNotContain(" \n", outcome.Out, StringComparison.Ordinal);
            Assert.True(verb[0] == "--help" || outcome.Out.Contains("A [bold]bracketed[/] title [1]", StringComparison.Ordinal));
        }
    }

    private static Paper Paper(string key, string title) =>
        new() { Key = new PaperKey(key), Title = title, Abstract = $"First sentence {title}. Second sentence is about {title}.", Authors = [title], Venue = title, Source = title };
}
