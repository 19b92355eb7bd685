using FakeSlack;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Slack.Blocks;
using PaperBot.Slack.Interaction;
using PaperBot.Slack.WebApi;

namespace PaperBot.Slack.Tests.Dispatch;

/// <summary>Commands, clicks, menus and forms, over a socket and over HTTP.</summary>
public sealed class InteractionTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Command_IsAcknowledgedEmpty_AndHandled(bool http)
    {
        await using var workspace = await FakeWorkspace.StartAsync();
        var probe = new Probe();
        await using var host = await StartAsync(workspace, probe, http);
        var reply = await workspace.AddUser("ada").CommandAsync(workspace.AddChannel("papers"), "/papers", "ask & answer");
        Assert.True(reply.Delivery.IsAcknowledged);
        Assert.True(string.IsNullOrEmpty(reply.Delivery.AckBody));
        await probe.WaitAsync(seen => seen.Ended.Count == 1);
        var command = Assert.IsType<SlashCommand>(probe.Ended[0]);
        Assert.Equal(("/papers", workspace.TeamId, reply.ResponseUrl), (command.Command, command.TeamId, command.ResponseUrl));
        Assert.Contains("ask", command.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Form_WithErrors_StaysOpen_AndIsHandledOnceTheyAreGone(bool http)
    {
        await using var workspace = await FakeWorkspace.StartAsync();
        var probe = new Probe
        {
            Answer = form => form.View.State.Find("title") is { Value: "good" } ? new ViewSubmissionResponse.Close()
                : new ViewSubmissionResponse.Errors(new Dictionary<string, string> { ["b1"] = "Say something good." }),
        };
        await using var host = await StartAsync(workspace, probe, http);
        var (ada, view) = await OpenFormAsync(workspace, host);

        var refused = await ada.SubmitAsync(view, ("title", "bad"));
        Assert.Contains("Say something good.", refused.AckBody, StringComparison.Ordinal);
        Assert.Empty(probe.Begun);

        await ada.SubmitAsync(view, ("title", "good"));
        await probe.WaitAsync(seen => seen.Ended.Count == 1);
        Assert.Equal("good", Assert.IsType<ViewSubmission>(probe.Ended[0]).View.State.Find("title")!.Value);
        Assert.Null(workspace.OpenView(ada));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Form_WhoseAnswerFails_IsNotAcknowledged(bool http)
    {
        await using var workspace = await FakeWorkspace.StartAsync(new WorkspaceOptions { AckDeadline = TimeSpan.FromSeconds(1) });
        var probe = new Probe { Answer = _ => throw new InvalidDataException("broken") };
        await using var host = await StartAsync(workspace, probe, http);
        var (ada, view) = await OpenFormAsync(workspace, host);
        Assert.False((await ada.SubmitAsync(view, ("title", "any"))).IsAcknowledged);
        Assert.Empty(probe.Begun);
        Assert.Single(host.Log.Lines, line => line.StartsWith("Error: What answers ViewSubmission", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Menu_GetsItsOptions_AndNoneWhenTheyComeTooLate(bool http)
    {
        await using var workspace = await FakeWorkspace.StartAsync();
        var probe = new Probe
        {
            Options = async (request, token) =>
            {
                if (request.Value == "slow")
                    await Task.Delay(Timeout.Infinite, token);
                return [new Option { Text = new PlainText("Attention"), Value = "1706.03762" }];
            },
        };
        await using var host = await StartAsync(workspace, probe, http, options => options.AnswerSeconds = 0.5);
        var (ada, view) = await OpenFormAsync(workspace, host);
        Assert.Equal("1706.03762", Assert.Single(await ada.TypeaheadAsync(view, "paper", "att")).Value);
        Assert.Empty(await ada.TypeaheadAsync(view, "paper", "slow"));
    }

    [Fact]
    public async Task Click_GoesToTheHandlerOfItsActionUpToTheColon_InItsThreadsOrder()
    {
        await using var workspace = await FakeWorkspace.StartAsync();
        var probe = new Probe();
        await using var host = await StartAsync(workspace, probe, http: false);
        var (ada, message) = await PostButtonAsync(workspace, host);
        Assert.True((await ada.ClickAsync(message, "summarize:1706.03762")).IsAcknowledged);
        await probe.WaitAsync(seen => seen.Ended.Count == 1);
        var request = Assert.IsType<BlockActionRequest>(probe.Ended[0]);
        Assert.Equal("summarize:1706.03762", Assert.Single(request.Actions).ActionId);
        Assert.Equal(message.Ts, request.Message!.Ts);
    }

    [Fact]
    public async Task Click_WithNoRoom_IsToldInPrivate()
    {
        await using var workspace = await FakeWorkspace.StartAsync();
        var release = new TaskCompletionSource();
        var probe = new Probe { Do = (_, _, _) => release.Task };
        await using var host = await StartAsync(workspace, probe, http: false, options => options.QueueBound = 1);
        var (ada, message) = await PostButtonAsync(workspace, host);
        await ada.ClickAsync(message, "summarize:1706.03762");
        await probe.WaitAsync(seen => seen.Begun.Count == 1);

        await ada.ClickAsync(message, "summarize:1706.03762");
        var told = await workspace.WaitForEphemeralAsync(ada);
        Assert.Contains("too much to do", told.Text, StringComparison.Ordinal);
        release.SetResult();
    }

    [Fact]
    public async Task Form_WithNoRoom_StaysOpen_AndSaysSo()
    {
        await using var workspace = await FakeWorkspace.StartAsync();
        var release = new TaskCompletionSource();
        var probe = new Probe { Do = (_, _, _) => release.Task };
        await using var host = await StartAsync(workspace, probe, http: true, options => options.QueueBound = 1);
        var (ada, view) = await OpenFormAsync(workspace, host);
        await ada.GlobalShortcutAsync("compare");
        await probe.WaitAsync(seen => seen.Begun.Count == 1);

        var delivery = await ada.SubmitAsync(view, ("title", "good"));
        Assert.Matches("""^{"response_action":"errors","errors":{"b[12]":"I have too much to do right now[^"]*"}}$""", delivery.AckBody);
        release.SetResult();
    }

    [Fact]
    public async Task Shortcuts_GoToTheirHandlers()
    {
        await using var workspace = await FakeWorkspace.StartAsync();
        var probe = new Probe();
        await using var host = await StartAsync(workspace, probe, http: true);
        var ada = workspace.AddUser("ada");
        var message = ada.Say(workspace.AddChannel("papers"), "see 1706.03762");
        await ada.MessageShortcutAsync(message, "summarize_here");
        await ada.GlobalShortcutAsync("compare");
        await probe.WaitAsync(seen => seen.Ended.Count == 2);
        Assert.Equal(message.Ts, probe.Ended.OfType<MessageShortcut>().Single().Message.Ts);
        Assert.Equal(ada.Id, probe.Ended.OfType<GlobalShortcut>().Single().User.Id);
    }

    private static async Task<(FakeUser Ada, FakeView View)> OpenFormAsync(FakeWorkspace workspace, SlackHost host)
    {
        var ada = workspace.AddUser("ada");
        var delivery = await ada.GlobalShortcutAsync("nobody_takes_this");
        await host.Services.GetRequiredService<ISlackApiClient>().Views.OpenAsync(
            delivery.Payload.GetProperty("trigger_id").GetString()!,
            new ModalView
            {
                CallbackId = "form",
                Title = new PlainText("Form"),
                Submit = new PlainText("Send"),
                Blocks =
                [
                    new InputBlock { BlockId = "b1", Label = new PlainText("Title"), Element = new PlainTextInput { ActionId = "title" } },
                    new InputBlock
                    {
                        BlockId = "b2",
                        Label = new PlainText("Paper"),
                        Optional = true,
                        Element = new ExternalSelect { ActionId = "paper", Placeholder = new PlainText("Paper"), MinQueryLength = 1 },
                    },
                ],
            },
            default);
        return (ada, await workspace.WaitForViewAsync(ada));
    }

    private static async Task<(FakeUser Ada, FakeMessage Message)> PostButtonAsync(FakeWorkspace workspace, SlackHost host)
    {
        var ada = workspace.AddUser("ada");
        var channel = workspace.AddChannel("papers");
        await host.Services.GetRequiredService<ISlackApiClient>().Chat.PostMessageAsync(
            new Message
            {
                Channel = channel.Id,
                Text = "An answer",
                Blocks = [new ActionsBlock { Elements = [new Button { ActionId = "summarize:1706.03762", Text = new PlainText("Summarize") }] }],
            },
            default);
        return (ada, await workspace.WaitForMessageAsync(channel, _ => true));
    }

    private static async Task<SlackHost> StartAsync(FakeWorkspace workspace, Probe probe, bool http, Action<SlackOptions>? options = null)
    {
        var host = await SlackHost.StartAsync(
            slack =>
            {
                slack.Services.AddSingleton(probe);
                slack.RegisterSlashCommandHandler<ProbeRequests>("/papers")
                    .RegisterBlockActionHandler<ProbeRequests>("summarize")
                    .RegisterViewSubmissionHandler<ProbeRequests>("form")
                    .RegisterMessageShortcutHandler<ProbeRequests>("summarize_here")
                    .RegisterGlobalShortcutHandler<ProbeRequests>("compare")
                    .RegisterBlockOptionProvider<ProbeRequests>("paper")
                    .UseFailureHandler<ProbeRequests>();
                if (!http)
                    slack.UseSocketMode();
            },
            workspace,
            settings =>
            {
                settings.Sockets = 1;
                options?.Invoke(settings);
            },
            http: http);
        if (!http)
            await workspace.Sockets.WaitForConnectionsAsync();
        return host;
    }
}
