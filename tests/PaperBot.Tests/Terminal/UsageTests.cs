using PaperBot.Terminal;

namespace PaperBot.Tests.Terminal;

public sealed class UsageTests : IDisposable
{
    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Theory]
    [InlineData("serch", "There is no verb \"serch\". Did you mean `paperbot search`?")]
    [InlineData("how|does|SPANN|work", "There is no verb \"how\". To ask a question, type: paperbot ask \"how does SPANN work\"")]
    [InlineData("serch|neural|networks", "There is no verb \"serch\". Did you mean `paperbot search`?")]
    [InlineData("what is SPANN good for", "There is no verb \"what is SPANN good for\". To ask a question, type: paperbot ask \"what is SPANN good for\"")]
    [InlineData("ask", "`paperbot ask` needs a question, for example: paperbot ask \"How does SPANN search a billion vectors?\"")]
    [InlineData("ask|  ", "`paperbot ask` needs a question, for example: paperbot ask \"How does SPANN search a billion vectors?\"")]
    [InlineData("search|x|--limit|0", "--limit takes a whole number from 1 to 1000, not \"0\".")]
    [InlineData("search|x|--limit|many", "--limit takes a whole number from 1 to 1000, not \"many\".")]
    [InlineData("search|x|--limit", "--limit needs a value: --limit N.")]
    [InlineData("search|x|--limit|1|--limit|2", "--limit is given more than once; give it once.")]
    [InlineData("search|x|--limt|2", "`paperbot search` has no option --limt. Did you mean --limit?")]
    [InlineData("search|x|--frobnicate", "`paperbot search` has no option --frobnicate. `paperbot search --help` lists them; a text that starts with a dash goes behind --.")]
    [InlineData("search|since:soon", "since: takes a date, for example since:2021, since:2021-06 or since:2021-06-15.")]
    [InlineData("stats|please", "`paperbot stats` does not take \"please\". `paperbot stats --help` shows what it takes.")]
    [InlineData("model", "`paperbot model` needs one of install, list, verify, for example: paperbot model install")]
    [InlineData("model|instal", "There is no verb \"instal\". Did you mean `paperbot model install`?")]
    [InlineData("model|install|--name|e5", "The other options describe a model of your own; say where it is with --from DIR or --from URL.")]
    [InlineData("list|vectors", "`paperbot list` takes conditions such as since:2023 only. To find papers by words, type: paperbot search \"vectors\"")]
    public async Task UsageError_IsOneSentenceOnStandardError_AndExits2(string args, string sentence)
    {
        var outcome = await _terminal.RunAsync(args.Split('|'));

        Assert.Equal((ExitCode.Usage, "", sentence + "\n"), (outcome.ExitCode, outcome.Out, outcome.Error));
    }

    [Fact]
    public async Task UsageError_WithJson_WritesNothingToStandardOutput()
    {
        var outcome = await _terminal.RunAsync("show", "--json");

        Assert.Equal((ExitCode.Usage, ""), (outcome.ExitCode, outcome.Out));
        Assert.StartsWith("`paperbot show` needs a paper", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task QuestionThatStartsWithAnAt_IsNoFileOfArguments()
    {
        _terminal.Store(SomePaper.Titled("Attention at scale"));

        var outcome = await _terminal.RunAsync("show", "@scale");

        Assert.Equal(ExitCode.Ok, outcome.ExitCode);
    }

    [Fact]
    public async Task Help_NamesEveryVerbAndItsExamples()
    {
        var root = await _terminal.RunAsync("--help");
        Assert.Equal((ExitCode.Ok, ""), (root.ExitCode, root.Error));
        foreach (var verb in new PaperBotCommand(Program.Verbs(Program.Rooms)).Subcommands)
        {
            Assert.Contains($"  {verb.Name} ", root.Out, StringComparison.Ordinal);
            foreach (var help in (Outcome[])[await _terminal.RunAsync(verb.Name, "--help"), await _terminal.RunAsync("help", verb.Name)])
            {
                Assert.Equal(ExitCode.Ok, help.ExitCode);
                Assert.Contains("Examples:\n  paperbot " + verb.Name, help.Out, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Version_IsOneLine() => Assert.Matches(@"^paperbot \d+\.\d+\.\d+\n$", (await _terminal.RunAsync("--version")).Out);
}
