using FakeSlack;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Slack.Events;
using PaperBot.Slack.Tests.Dispatch;

namespace PaperBot.Slack.Tests.SocketMode;

[Collection(Alone)]
public sealed class AcknowledgementTests
{
    private const string Alone = "Takes all cores";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhileHandlersTakeAllCores_EverythingIsAcknowledged(bool http)
    {
        await using var workspace = await FakeWorkspace.StartAsync();
        using var over = new CancellationTokenSource();
        var probe = new Probe { Do = (_, _, _) => Compute(over.Token) };
        await using var host = await SlackHost.StartAsync(
            slack =>
            {
                slack.Services.AddSingleton(probe);
                slack.RegisterEventHandler<AppMention, ProbeEvents<AppMention>>();
                if (!http)
                    slack.UseSocketMode();
            },
            workspace,
            options => options.SocketStaggerSeconds = 0,
            http: http);
        if (!http)
            await workspace.Sockets.WaitForConnectionsAsync(2);
        var ada = workspace.AddUser("ada");
        var channel = workspace.AddChannel("papers");

        const int events = 60;
        for (var i = 0; i < events; i++)
            ada.Mention(channel, $"question {i}");
        await workspace.WaitForDeliveryAsync(_ => workspace.Deliveries.Count(told => told is { Type: "app_mention", IsAcknowledged: true }) == events);

        // None waited for a handler: not one of them has come to its end.
        Assert.Empty(probe.Ended);
        await over.CancelAsync();
        await probe.WaitAsync(seen => seen.Ended.Count == events);
    }

    [CollectionDefinition(Alone, DisableParallelization = true)]
    public sealed class AloneCollection;

    private static Task Compute(CancellationToken over)
    {
        var x = 1.0;
        while (!over.IsCancellationRequested)
            x = Math.Sqrt(x + 1);
        return double.IsNaN(x) ? Task.FromException(new ArithmeticException()) : Task.CompletedTask;
    }
}
