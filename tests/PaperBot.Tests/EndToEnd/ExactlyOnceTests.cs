using FakeSlack;

namespace PaperBot.Tests.EndToEnd;

[Collection(EndToEndTests.Name)]
public sealed class ExactlyOnceTests(PreparedLibrary library)
{
    private const int Questions = 40, Channels = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Two hundred deliveries, a part of them repeated, late or out of order, calls that fail, and a stop in the middle that waits for nothing.
    /// </summary>
    [Theory]
    [InlineData(Transport.SocketMode)]
    [InlineData(Transport.Http)]
    public async Task Questions_ThroughFaultsAndAnAbruptRestart_AreEachAnsweredOnce(Transport transport)
    {
        await using var bot = await RunningBot.StartAsync(library, transport, OutlastingARestart());
        var researcher = bot.Workspace.AddUser("researcher");
        var channels = Enumerable.Range(0, Channels).Select(number => bot.Workspace.AddChannel($"reading{number}")).ToList();
        Disturb(bot.Workspace);

        var asked = new List<(FakeChannel Channel, FakeMessage Question)>();
        for (var i = 0; i < Questions; i++)
        {
            var channel = channels[i % Channels];
            asked.Add((channel, researcher.Mention(channel, "How does SPANN search a billion vectors?")));
            for (var talk = 0; talk < 3; talk++)
                researcher.Say(channels[(i + talk) % Channels], "I shall be ten minutes late today.");
            if (i == Questions / 2)
                await bot.RestartAbruptlyAsync();
        }

        foreach (var (_, question) in asked)
            await bot.Workspace.WaitForAnswerAsync(question, timeout: Patience);
        // What was repeated or late may still be on its way; a stop in order waits for what was taken.
        await bot.StopAsync();

        Assert.All(asked, one => Assert.Single(bot.Workspace.Thread(one.Channel, one.Question.Ts), message => message.BotId == bot.Workspace.BotId));
    }

    /// <summary>Slack's last repeat comes minutes later, long after a restart; here it is six seconds, which a restart on a busy machine takes less than.</summary>
    private static WorkspaceOptions OutlastingARestart() => RunningBot.Patient() with { RetryScale = 0.02 };

    private static void Disturb(FakeWorkspace workspace)
    {
        (workspace.DeliveryFaults.RepeatChance, workspace.DeliveryFaults.LostAckChance) = (0.1, 0.05);
        (workspace.DeliveryFaults.DelayChance, workspace.DeliveryFaults.ReorderChance) = (0.05, 0.05);
        workspace.Faults.Sometimes(ApiFaults.AnyMethod, Fault.RateLimited(TimeSpan.FromSeconds(1)), 0.03);
        workspace.Faults.Sometimes(ApiFaults.AnyMethod, Fault.ServerError(), 0.03);
        workspace.Faults.Sometimes(ApiFaults.AnyMethod, Fault.DropBefore(), 0.02);
        workspace.Faults.Sometimes(ApiFaults.AnyMethod, Fault.DropAfter(), 0.02);
    }
}
