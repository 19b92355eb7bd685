using PaperBot.Terminal;
using PaperBot.Tests.Embedding;

namespace PaperBot.Tests.Terminal;

public sealed class FirstUseTests : IDisposable
{
    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task Search_EmptyLibraryAndNoNpm_LoadsTheSampleAndSearchesByWords()
    {
        var outcome = await _terminal.RunAsync("search", "stock price", "--json");

        Assert.Equal(ExitCode.Ok, outcome.ExitCode);
        Assert.NotEqual(0, outcome.Json().GetProperty("hits").GetArrayLength());
        Assert.Contains("the sample library was loaded: 68 papers", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("npm was not found", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("found by their words alone", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_Quiet_TellsNothing()
    {
        var outcome = await _terminal.RunAsync("search", "stock price", "--quiet");

        Assert.Equal((ExitCode.Ok, ""), (outcome.ExitCode, outcome.Error));
    }

    [Theory]
    [InlineData("list")]
    [InlineData("stats")]
    [InlineData("show|2111.08566")]
    public async Task LookingAtAnEmptyLibrary_LoadsNothing(string args)
    {
        var outcome = await _terminal.RunAsync(args.Split('|'));

        Assert.DoesNotContain("sample library was loaded", outcome.Error, StringComparison.Ordinal);
        Assert.Contains(args == "stats" ? "Papers      0" : Advice.EmptyLibrary, outcome.Out + outcome.Error, StringComparison.Ordinal);
    }
}

[Collection(InstalledModelTests.Name)]
public sealed class FirstUseWithModelTests : IDisposable
{
    private readonly TestTerminal _terminal = new() { HasModel = true };

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task Search_EmptyLibrary_LoadsAndEmbedsTheSample_Once()
    {
        var first = await _terminal.RunAsync("search", "indexes on disk for vector search", "--json");
        var second = await _terminal.RunAsync("search", "indexes on disk for vector search", "--json");

        Assert.Equal("arxiv:2111.08566", first.Json().GetProperty("hits")[0].GetProperty("id").GetString());
        Assert.Contains("the sample library was loaded: 68 papers", first.Error, StringComparison.Ordinal);
        Assert.Equal((ExitCode.Ok, ""), (second.ExitCode, second.Error));
    }
}
