using PaperBot.Terminal;

namespace PaperBot.Tests.Terminal;

public sealed class IngestTests : IDisposable
{
    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task Ingest_MissingAndForeignFiles_AreTold_AndTheOthersAreStored()
    {
        var good = _terminal.File("good.jsonl", "{\"id\":\"1\",\"title\":\"One fine paper\"}\n");
        var picture = _terminal.File("picture.png", "\u0000\u0001\u0002");

        var outcome = await _terminal.RunAsync("ingest", "nowhere.jsonl", picture, _terminal.Folder, good, "--no-embed");

        Assert.Equal((ExitCode.Usage, "1 added, 0 updated, 0 unchanged; 0 embedded\n"), (outcome.ExitCode, outcome.Out));
        Assert.Equal(
            $"""
            There is no file nowhere.jsonl.
            picture.png is no text; PaperBot reads JSON Lines, BibTeX, RIS, CSL-JSON, saved answers of the services it knows, and a trending page saved as text.
            {_terminal.Folder} is a folder; name the files in it, such as {Path.Combine(_terminal.Folder, "*.jsonl")}.

            """,
            outcome.Error);
    }

    [Fact]
    public async Task Ingest_AddressThatIsNoSources_IsNotCalledAFile()
    {
        var outcome = await _terminal.RunAsync("ingest", "https://example.org/paper");

        Assert.Equal(
            (ExitCode.Usage, "https://example.org/paper is at no source that PaperBot fetches from. Save what is there, and name the file.\n"),
            (outcome.ExitCode, outcome.Error));
    }

    [Fact]
    public async Task Ingest_NothingThatCanBeRead_WritesNothingToStandardOutput()
    {
        var outcome = await _terminal.RunAsync("ingest", "nowhere.jsonl", "--json");

        Assert.Equal((ExitCode.Usage, "", "There is no file nowhere.jsonl.\n"), (outcome.ExitCode, outcome.Out, outcome.Error));
    }

    [Fact]
    public async Task Ingest_StandardInput_IsReadLikeAFile()
    {
        var outcome = await _terminal.RunAsync(["ingest", "-", "--no-embed"], "{\"id\":\"1\",\"title\":\"One fine paper\"}\n{}\n");

        Assert.Equal((ExitCode.Ok, "1 added, 0 updated, 0 unchanged, 1 rejected; 0 embedded\n"), (outcome.ExitCode, outcome.Out));
        Assert.StartsWith("standard input, line 2: ", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ingest_OnATerminal_DrawsProgressAndLeavesTheResult()
    {
        _terminal.IsTerminal = true;
        var file = _terminal.File("a [bold] name.jsonl", "{\"id\":\"1\",\"title\":\"One fine paper\"}\n");

        var outcome = await _terminal.RunAsync("ingest", file, "--no-embed");

        Assert.Equal(ExitCode.Ok, outcome.ExitCode);
        Assert.Contains("1 added", outcome.Out, StringComparison.Ordinal);
        Assert.Contains("a [bold] name.jsonl", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ingest_Stopped_SaysThatItCanGoOn()
    {
        var file = _terminal.File("good.jsonl", "{\"id\":\"1\",\"title\":\"One fine paper\"}\n");

        var outcome = await _terminal.RunAsync(["ingest", file], cancellationToken: new CancellationToken(canceled: true));

        Assert.Equal((ExitCode.Interrupted, ""), (outcome.ExitCode, outcome.Out));
        Assert.Equal("Stopped. What was stored is kept; run the same command again to go on.\n", outcome.Error);
    }

    [Fact]
    public async Task Export_ReadsBackWithoutLoss()
    {
        await _terminal.RunAsync(["ingest", "-", "--no-embed"], "{\"id\":\"1\",\"title\":\"One fine paper\",\"color\":\"blue\"}\n");

        var exported = await _terminal.RunAsync("export", "jsonl");
        var again = await _terminal.RunAsync(["ingest", "-", "--no-embed"], exported.Out);

        Assert.Equal("0 added, 0 updated, 1 unchanged; 0 embedded\n", again.Out);
    }
}
