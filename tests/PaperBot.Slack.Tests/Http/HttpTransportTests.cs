using FakeSlack;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Slack.Events;
using PaperBot.Slack.Tests.Dispatch;

namespace PaperBot.Slack.Tests.Http;

public sealed class HttpTransportTests
{
    [Fact]
    public async Task Mention_OverHttp_IsAcknowledgedAndHandledOnce()
    {
        await using var workspace = await FakeWorkspace.StartAsync();
        var probe = new Probe();
        await using var host = await SlackHost.StartAsync(
            slack =>
            {
                slack.Services.AddSingleton(probe);
                slack.RegisterEventHandler<AppMention, ProbeEvents<AppMention>>();
            },
            workspace);
        var ada = workspace.AddUser("ada");
        workspace.DeliveryFaults.RepeatChance = 1;

        var question = ada.Mention(workspace.AddChannel("papers"), "what is attention?");
        var delivery = await workspace.WaitForDeliveryAsync(told => told.Type == "app_mention" && told.Attempts.Count == 2);
        await probe.WaitAsync(seen => seen.Ended.Count == 1);

        Assert.True(delivery.IsAcknowledged);
        var (request, handled) = Assert.Single(probe.Begun);
        Assert.Equal(question.Ts, ((AppMention)request).Ts);
        Assert.Equal((delivery.EventId, workspace.TeamId, 1), (handled.Id, handled.TeamId, handled.Attempt));
        Assert.DoesNotContain("attention", host.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MapSlack_WithoutASigningSecret_IsRefused()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(
            () => SlackHost.StartAsync(_ => { }, options: slack => slack.SigningSecret = " "));
        Assert.Contains("signing secret", refused.Message, StringComparison.Ordinal);
    }
}
