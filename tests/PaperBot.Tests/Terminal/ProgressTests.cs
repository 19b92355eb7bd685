using Microsoft.Extensions.Time.Testing;
using PaperBot.Terminal;
using PaperBot.Terminal.Output;

namespace PaperBot.Tests.Terminal;

public sealed class ProgressTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public void Dispose() => _error.Dispose();

    [Theory]
    [InlineData(0, null, 10, "")]
    [InlineData(5, null, 0.1, "5 papers")]
    [InlineData(12_345, null, 5, "12,345 papers, 2,469 a second")]
    [InlineData(12, 0.25, 5, "12 papers, 2.4 a second, 15 s left")]
    [InlineData(600, 0.1, 60, "600 papers, 10 a second, 9 min 00 s left")]
    [InlineData(600, 0.01, 60, "600 papers, 10 a second, 1 h 39 min left")]
    public void Figures_TellCountRateAndTimeLeft(long count, double? share, double seconds, string figures) =>
        Assert.Equal(figures, new ProgressState("Reading", count, "papers", share).Figures(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public async Task Progress_ThatIsNoTerminal_IsALineEveryFewSeconds()
    {
        var told = await RunAsync(quiet: false);

        Assert.Equal("Fetching…\nReading: 50%, 50 papers, 10 a second, 5 s left\nReading: 100%, 100 papers, 10 a second\n", told);
    }

    [Fact]
    public async Task Progress_Quiet_IsNothing() => Assert.Equal("", await RunAsync(quiet: true));

    private async Task<string> RunAsync(bool quiet)
    {
        var output = new TerminalOutput(new TerminalStreams(TextWriter.Null, _error, Stream.Null), json: false, quiet, color: true);
        await new ProgressDisplay(output, _time).RunAsync(async progress =>
        {
            progress.Report(new ProgressState("Fetching", 0, "bytes", null));
            for (var i = 0; i <= 10; i++)
            {
                progress.Report(new ProgressState("Reading", i * 10, "papers", i / 10.0));
                _time.Advance(TimeSpan.FromSeconds(1));
            }

            return await Task.FromResult(0);
        });
        return _error.ToString();
    }
}
