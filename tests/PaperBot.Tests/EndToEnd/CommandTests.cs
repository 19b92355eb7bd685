namespace PaperBot.Tests.EndToEnd;

[Collection(EndToEndTests.Name)]
public sealed class CommandTests(PreparedLibrary library)
{
    [Theory]
    [InlineData(Transport.SocketMode)]
    [InlineData(Transport.Http)]
    public async Task Command_Question_IsAnsweredToThePersonAlone(Transport transport)
    {
        await using var bot = await RunningBot.StartAsync(library, transport);
        var researcher = bot.Workspace.AddUser("researcher");
        var channel = bot.Workspace.AddChannel("reading");

        await researcher.CommandAsync(channel, "/papers", "How does SPANN search a billion vectors?");
        var answer = await bot.Workspace.WaitForEphemeralAsync(researcher);

        Assert.Contains("SPANN is a simple memory-disk index", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Workspace.Messages(channel), message => message.BotId == bot.Workspace.BotId);
    }
}
