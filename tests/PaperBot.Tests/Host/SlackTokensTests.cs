using PaperBot.Host;
using PaperBot.Terminal;

namespace PaperBot.Tests.Host;

public sealed class SlackTokensTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("xoxb-1", "xapp-1", null)]
    [InlineData("xoxb-1", null, "secret")]
    [InlineData("xoxb-1", "xapp-1", "secret")]
    public void Mistakes_OfWhatIsWhole_AreNone(string bot, string? app, string? secret) =>
        Assert.Empty(Read(bot, app, secret).Mistakes());

    [Theory]
    [InlineData(
        "xapp-1", "xoxb-1", null,
        "SLACK_BOT_TOKEN takes the bot token, which begins with xoxb-, but holds an app-level token (xapp-).",
        "SLACK_APP_TOKEN takes the app-level token, which begins with xapp-, but holds a bot token (xoxb-).")]
    [InlineData("xoxp-1", "xapp-1", null, "SLACK_BOT_TOKEN takes the bot token, which begins with xoxb-, but holds a user token (xoxp-).")]
    [InlineData("abc", "xapp-1", null, "SLACK_BOT_TOKEN takes the bot token, which begins with xoxb-, but holds something else.")]
    [InlineData(null, "xapp-1", null, "SLACK_BOT_TOKEN is missing. It begins with xoxb- and is under \"Install App\" in the app's settings.")]
    [InlineData(
        "xoxb-1", null, "xapp-1", "SLACK_SIGNING_SECRET takes the signing secret, 32 letters and digits, but holds an app-level token (xapp-).")]
    [InlineData(
        "xoxb-1", null, null,
        "SLACK_APP_TOKEN is missing, for Socket Mode, or SLACK_SIGNING_SECRET, for HTTP. "
        + "Both are under \"Basic Information\" in the app's settings.")]
    public void Mistakes_AreOneSentenceEach_WithoutTheToken(string? bot, string? app, string? secret, params string[] sentences) =>
        Assert.Equal(sentences, Read(bot, app, secret).Mistakes());

    [Fact]
    public void Read_TokenInAFile_TakesItWithoutItsLineBreak()
    {
        var tokens = SlackTokens.Read(new SlackSettings { BotTokenFile = _folder.File("token", "xoxb-7\n"), AppToken = "xapp-1" });

        Assert.Equal("xoxb-7", tokens.Bot);
        Assert.Empty(tokens.Mistakes());
    }

    [Fact]
    public void Read_FileThatIsNotThere_SaysWhichSetting()
    {
        var missing = Path.Combine(_folder.Path, "nothing");

        var e = Assert.Throws<UsageException>(() => SlackTokens.Read(new SlackSettings { AppTokenFile = missing }));

        Assert.Equal($"Slack:AppTokenFile names {missing}, which cannot be read. Correct the name, or let your user read it.", e.Message);
    }

    [Theory]
    [InlineData("https://slack.com/api")]
    [InlineData("https://slack.com/api/")]
    public void ApiUrl_EndsWithASlash(string typed) =>
        Assert.Equal("https://slack.com/api/", SlackTokens.Read(new SlackSettings { ApiUrl = typed }).ApiUrl.AbsoluteUri);

    private static SlackTokens Read(string? bot, string? app, string? secret) =>
        SlackTokens.Read(new SlackSettings { BotToken = bot, AppToken = app, SigningSecret = secret });
}
