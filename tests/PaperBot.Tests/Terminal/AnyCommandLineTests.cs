using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PaperBot.Terminal;

namespace PaperBot.Tests.Terminal;

public sealed class AnyCommandLineTests : IDisposable
{
    private readonly TestTerminal _terminal = new();

    public AnyCommandLineTests() => _terminal.Store(SomePaper.Titled("Sensors of kelp", "Kelp makes sensors. They float."), SomePaper.Titled("Sensors of sand", "Sand makes none."));

    public void Dispose() => _terminal.Dispose();

    [Property(MaxTest = 300, Arbitrary = [typeof(CommandLines)])]
    public async Task AnyArguments_EndInOrder_WithoutATrace(string[] args)
    {
        var outcome = await _terminal.RunAsync(args);

        Assert.InRange(outcome.ExitCode, ExitCode.Ok, ExitCode.Usage);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("did not expect", outcome.Error, StringComparison.Ordinal);
        if (outcome.ExitCode != ExitCode.Ok)
            // What `doctor` finds wrong is its output.
            Assert.NotEmpty(outcome.Error + outcome.Out);
    }

    /// <summary>Words of the command line among any text, so that many of them get past the first check.</summary>
    internal static class CommandLines
    {
        private static readonly string[] Words =
        [
            .. new PaperBotCommand(Program.Verbs(Program.Rooms)).Subcommands.Select(verb => verb.Name), "install", "list", "verify", "retrieval", "summaries", "bibtex", "csv", "jsonl",
            "--json", "--quiet", "--verbose", "--no-color", "--help", "--version", "--limit", "3", "-1", "--batch", "--on", "--yes", "--no-embed", "--qrels", "--mode", "keyword",
            "sensors", "kelp", "since:2020", "since:", "author:\"", "2101.00001", "10.1000/1", "-", "--", "/", ".", "\"", "'", "[", "]", "@x", "=", "--limit=5", "--json=", "\\",
        ];

        public static Arbitrary<string[]> Arguments() => Gen.Frequency(
                (8, Gen.Elements(Words)),
                (2, ArbMap.Default.GeneratorFor<string?>().Select(text => text ?? "")))
            .ListOf().Select(words => words.Take(7).ToArray()).ToArbitrary();
    }
}
