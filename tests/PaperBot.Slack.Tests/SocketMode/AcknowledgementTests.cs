using FakeSlack;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Slack.Events;
using PaperBot.Slack.Tests.Dispatch;
using Xunit.Abstractions;

namespace PaperBot.Slack.Tests.SocketMode;

[Collection(Alone)]
public sealed class AcknowledgementTests(ITestOutputHelper output)
{
    private const string Alone = "Takes all cores";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WhileHandlersTakeAllCores_AcknowledgementsComeInTime(bool http)
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

        // The first of all also has the code compiled, which is not what is measured.
        ada.Mention(channel, "the first");
        await probe.WaitAsync(seen => seen.Begun.Count == 1);

        const int events = 200;
        using (var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(20)))
        {
            for (var i = 0; i < events; i++)
            {
                await pace.WaitForNextTickAsync();
                ada.Mention(channel, $"question {i}");
            }
        }

        await workspace.WaitForDeliveryAsync(_ => Mentions().Count(told => told.IsAcknowledged) == events + 1);
        await over.CancelAsync();
        await probe.WaitAsync(seen => seen.Ended.Count == events + 1);
        var times = Mentions().Skip(1).Select(told => told.AckAfter.TotalMilliseconds).Order().ToList();
        output.WriteLine($"p50 {times[events / 2]:F0} ms, p99 {times[events * 99 / 100]:F0} ms, longest {times[^1]:F0} ms");
        Assert.InRange(times[events * 99 / 100], 0, 500);

        IEnumerable<Delivery> Mentions() => workspace.Deliveries.Where(told => told.Type == "app_mention");
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
