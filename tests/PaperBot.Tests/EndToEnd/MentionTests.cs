namespace PaperBot.Tests.EndToEnd;

[Collection(EndToEndTests.Name)]
public sealed class MentionTests(PreparedLibrary library)
{
    [Theory]
    [InlineData(Transport.SocketMode)]
    [InlineData(Transport.Http)]
    public async Task Mention_AndAFollowUpWithoutOne_AreAnsweredInTheThread(Transport transport)
    {
        await using var bot = await RunningBot.StartAsync(library, transport);
        var researcher = bot.Workspace.AddUser("researcher");
        var channel = bot.Workspace.AddChannel("reading");

        var question = researcher.Mention(channel, "How does SPANN search a billion vectors?");
        var answer = await bot.Workspace.WaitForAnswerAsync(question);
        var followUp = researcher.Reply(question, "and its memory cost?");
        var second = await bot.Workspace.WaitForAnswerAsync(followUp);

        Assert.Contains("SPANN is a simple memory-disk index", answer.Text, StringComparison.Ordinal);
        Assert.Contains("memory", second.Text, StringComparison.Ordinal);
        Assert.Equal((question.Ts, question.Ts), (answer.ThreadTs, second.ThreadTs));
        Assert.Equal(2, bot.Workspace.Messages(channel).Count(message => message.BotId == bot.Workspace.BotId));
    }

    [Theory]
    [InlineData(Transport.SocketMode)]
    [InlineData(Transport.Http)]
    public async Task DirectMessage_NothingOfIt_IsRefusedWithTheNearestPapers(Transport transport)
    {
        await using var bot = await RunningBot.StartAsync(library, transport);
        var researcher = bot.Workspace.AddUser("researcher");

        researcher.DirectMessage("What is the battery life of the iPhone 15?");
        var refusal = await bot.Workspace.WaitForMessageAsync(researcher.DirectChannel, message => message.BotId == bot.Workspace.BotId);

        Assert.Contains("does not seem to be about any paper", refusal.Text, StringComparison.Ordinal);
    }
}
