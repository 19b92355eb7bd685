namespace PaperBot.Tests.EndToEnd;

[Collection(EndToEndTests.Name)]
public sealed class PictureTests(PreparedLibrary library)
{
    [Theory]
    [InlineData("trend of neural networks", "trend.png", "papers are about “neural networks”", "Bar chart of papers a year")]
    [InlineData("map of neural networks", "map.png", "nearest to “neural networks”", "Map of the 60 papers")]
    public async Task Mention_Picture_ComesAsAFileWithWhatItShows(string typed, string name, string said, string shown)
    {
        await using var bot = await RunningBot.StartAsync(library, Transport.SocketMode);
        var researcher = bot.Workspace.AddUser("researcher");
        var channel = bot.Workspace.AddChannel("reading");

        var question = researcher.Mention(channel, typed);
        var answer = await bot.Workspace.WaitForAnswerAsync(question);
        var file = await bot.Workspace.WaitForMessageAsync(channel, message => message.Files.Count > 0, question.Ts);

        Assert.Contains(said, answer.Text, StringComparison.Ordinal);
        Assert.Equal(name, Assert.Single(file.Files).Name);
        Assert.Equal("\u0089PNG", System.Text.Encoding.Latin1.GetString(file.Files[0].Content.Span[..4]));
        var upload = bot.Workspace.Calls.Single(call => call.Method == "files.getUploadURLExternal");
        Assert.StartsWith(shown, upload["alt_txt"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_Picture_IsSentToThePersonAlone()
    {
        await using var bot = await RunningBot.StartAsync(library, Transport.Http);
        var researcher = bot.Workspace.AddUser("researcher");
        var channel = bot.Workspace.AddChannel("reading");

        await researcher.CommandAsync(channel, "/papers", "trend neural networks");
        var answer = await bot.Workspace.WaitForEphemeralAsync(researcher);

        Assert.Contains("I sent you the picture in our direct messages.", answer.Text, StringComparison.Ordinal);
        Assert.Contains(bot.Workspace.Messages(researcher.DirectChannel), message => message.Files.Count == 1);
        Assert.DoesNotContain(bot.Workspace.Messages(channel), message => message.BotId == bot.Workspace.BotId);
    }
}
