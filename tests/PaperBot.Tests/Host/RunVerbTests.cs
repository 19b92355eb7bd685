using Microsoft.Extensions.DependencyInjection;
using PaperBot.Host;
using PaperBot.Terminal;
using PaperBot.Tests.Terminal;

namespace PaperBot.Tests.Host;

public sealed class RunVerbTests : IDisposable
{
    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task Run_WithoutTokens_SaysInThreeLinesHowToGetThem_AndOffersTheChat()
    {
        _terminal.Replace = services => services.Configure<SlackSettings>(slack => (slack.BotToken, slack.AppToken, slack.SigningSecret) = (null, null, null));

        var outcome = await _terminal.RunAsync("run");

        Assert.Equal((ExitCode.Usage, ""), (outcome.ExitCode, outcome.Out));
        Assert.Equal(3, outcome.Error.TrimEnd().Split('\n').Length);
        Assert.EndsWith("paperbot chat\n", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_TokensInEachOthersPlace_SaysSoAndShowsNone()
    {
        _terminal.Replace = services => services.Configure<SlackSettings>(slack => (slack.BotToken, slack.AppToken) = ("xapp-very-secret", "xoxb-very-secret"));

        var outcome = await _terminal.RunAsync("run");

        Assert.Equal(ExitCode.Usage, outcome.ExitCode);
        Assert.StartsWith("SLACK_BOT_TOKEN takes the bot token", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("very-secret", outcome.Error, StringComparison.Ordinal);
    }
}
