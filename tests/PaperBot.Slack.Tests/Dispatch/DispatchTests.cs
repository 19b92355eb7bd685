using Microsoft.Extensions.DependencyInjection;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Events;
using PaperBot.Slack.Interaction;

namespace PaperBot.Slack.Tests.Dispatch;

public sealed class DispatchTests
{
    [Fact]
    public async Task OneThread_IsHandledInOrder_WhileAnotherGoesOn()
    {
        var release = new TaskCompletionSource();
        var probe = new Probe { Do = (request, _, _) => Probe.TextOf(request) == "a1" ? release.Task : Task.CompletedTask };
        await using var host = await StartAsync(probe);

        await TellAsync(host, Payloads.Message("E1", "a1", ts: "1.1"));
        await TellAsync(host, Payloads.Message("E2", "a1 named", ts: "1.1", type: "app_mention"));
        await TellAsync(host, Payloads.Message("E3", "a2", ts: "1.2", threadTs: "1.1"));
        await TellAsync(host, Payloads.Message("E4", "b", ts: "2.1"));
        await probe.WaitAsync(seen => seen.Texts.Contains("b"));
        Assert.Equal(["b"], probe.Texts);

        release.SetResult();
        await probe.WaitAsync(seen => seen.Ended.Count == 4);
        Assert.Equal(["b", "a1", "a1 named", "a2"], probe.Texts);
    }

    [Fact]
    public async Task BusyThread_GivesOthersTheirTurn()
    {
        var release = new TaskCompletionSource();
        var probe = new Probe { Do = (_, _, _) => release.Task };
        await using var host = await StartAsync(probe, options: slack => slack.Workers = 1);

        for (var i = 0; i < 20; i++)
            await TellAsync(host, Payloads.Message($"E{i}", $"busy {i}", ts: $"1.{i:D6}", threadTs: "1.0"));
        await TellAsync(host, Payloads.Message("E99", "quiet", ts: "9.0"));
        release.SetResult();
        await probe.WaitAsync(seen => seen.Ended.Count == 21);

        Assert.InRange(probe.Texts.ToList().IndexOf("quiet"), 0, 2);
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"busy {i}"), probe.Texts.Where(text => text != "quiet"));
    }

    [Fact]
    public async Task PersonWhoAsksForMuch_GivesOthersTheirTurn()
    {
        var release = new TaskCompletionSource();
        var probe = new Probe { Do = (_, _, _) => release.Task };
        await using var host = await StartAsync(probe, options: slack => slack.Workers = 1);

        for (var i = 0; i < 50; i++)
            await TellAsync(host, Payloads.Message($"E{i}", $"much {i}", ts: $"1.{i:D6}"));
        await TellAsync(host, Payloads.Message("E98", "little", ts: "8.0", user: "U2"));
        await TellAsync(host, Payloads.Message("E99", "nothing else", ts: "9.0", user: "U3"));
        release.SetResult();
        await probe.WaitAsync(seen => seen.Ended.Count == 52);

        Assert.InRange(probe.Texts.ToList().IndexOf("little"), 0, 3);
        Assert.InRange(probe.Texts.ToList().IndexOf("nothing else"), 0, 4);
        Assert.Equal(Enumerable.Range(0, 50).Select(i => $"much {i}"), probe.Texts.Where(text => text.StartsWith("much", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task DirectConversation_IsHandledInOrder()
    {
        var release = new TaskCompletionSource();
        var probe = new Probe { Do = (request, _, _) => Probe.TextOf(request) == "first" ? release.Task : Task.CompletedTask };
        await using var host = await StartAsync(probe);

        await TellAsync(host, Payloads.Message("E1", "first", "D1", "1.1", channelType: "im"));
        await TellAsync(host, Payloads.Message("E2", "and its cost?", "D1", "1.2", channelType: "im"));
        await TellAsync(host, Payloads.Message("E3", "of another", "D2", "1.3", channelType: "im", user: "U2"));
        await probe.WaitAsync(seen => seen.Texts.Contains("of another"));
        release.SetResult();
        await probe.WaitAsync(seen => seen.Ended.Count == 3);

        Assert.Equal(["of another", "first", "and its cost?"], probe.Texts);
    }

    [Fact]
    public async Task PersonWhoFillsTheQueue_LeavesRoomForOthers()
    {
        var release = new TaskCompletionSource();
        var probe = new Probe { Do = (_, _, _) => release.Task };
        await using var host = await StartAsync(probe, options: slack => (slack.QueueBound, slack.QueueBoundOfPerson) = (4, 2));

        var much = new List<ReceiptKind>();
        for (var i = 0; i < 4; i++)
            much.Add(await TellAsync(host, Payloads.Message($"E{i}", ts: $"{i}.1")));

        Assert.Equal([ReceiptKind.Taken, ReceiptKind.Taken, ReceiptKind.NotTaken, ReceiptKind.NotTaken], much);
        Assert.Equal(ReceiptKind.Taken, await TellAsync(host, Payloads.Message("E9", ts: "9.1", user: "U2")));
        release.SetResult();
        await host.UntilIdleAsync();
        Assert.Equal(ReceiptKind.Taken, await TellAsync(host, Payloads.Message("E2", ts: "2.1")));
    }

    [Fact]
    public async Task FullQueue_EventIsNotAcknowledged_AndIsTakenWhenItComesAgain()
    {
        var release = new TaskCompletionSource();
        var probe = new Probe { Do = (_, _, _) => release.Task };
        var inbox = new TestInbox();
        await using var host = await StartAsync(probe, inbox, slack => slack.QueueBound = 2);
        Assert.Equal(ReceiptKind.Taken, await TellAsync(host, Payloads.Message("E1", ts: "1.1")));
        Assert.Equal(ReceiptKind.Taken, await TellAsync(host, Payloads.Message("E2", ts: "2.1")));

        Assert.Equal(ReceiptKind.NotTaken, await TellAsync(host, Payloads.Message("E3", ts: "3.1")));
        Assert.False(inbox.Holds("E3"));
        using (var command = await host.Dispatcher.ReceiveAsync(DeliveryKind.Command, Payloads.Command("t1"), "env", default))
        {
            Assert.Equal(ReceiptKind.Taken, command.Kind);
            Assert.Equal(
                """{"response_type":"ephemeral","text":"I have too much to do right now. Please try again in a minute."}""", command.Payload);
        }

        release.SetResult();
        await host.UntilIdleAsync();
        Assert.Equal(ReceiptKind.Taken, await TellAsync(host, Payloads.Message("E3", ts: "3.1")));
        await probe.WaitAsync(seen => seen.Ended.Count == 3);
    }

    [Fact]
    public async Task InboxThatFails_IsNotAcknowledged()
    {
        var probe = new Probe();
        var inbox = new TestInbox { Fault = new IOException("No space left on device") };
        await using var host = await StartAsync(probe, inbox, slack => slack.QueueBound = 1);
        Assert.Equal(ReceiptKind.NotTaken, await TellAsync(host, Payloads.Message("E1", "a secret wish")));

        inbox.Fault = null;
        Assert.Equal(ReceiptKind.Taken, await TellAsync(host, Payloads.Message("E1", "a secret wish")));
        await probe.WaitAsync(seen => seen.Ended.Count == 1);
        Assert.Single(host.Log.Lines, line => line.Contains("No space left", StringComparison.Ordinal));
        Assert.DoesNotContain("wish", host.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Repeat_InAnotherEnvelope_IsDropped()
    {
        var probe = new Probe();
        await using var host = await StartAsync(probe);
        foreach (var envelope in (string[])["env1", "env2", "env3"])
            (await host.Dispatcher.ReceiveAsync(DeliveryKind.Event, Payloads.Message("E1"), envelope, default)).Dispose();
        await TellAsync(host, Payloads.Message("E2", "last"));
        await probe.WaitAsync(seen => seen.Texts.Contains("last"));
        Assert.Equal(2, probe.Begun.Count);
    }

    [Fact]
    public async Task HandlerThatFails_IsLoggedOnce_AndThePersonIsToldTheReference()
    {
        var inbox = new TestInbox();
        var probe = new Probe { Do = (_, _, _) => throw new InvalidDataException("the index is broken") };
        await using var host = await StartAsync(probe, inbox);
        await TellAsync(host, Payloads.Message("E1"));
        await probe.WaitAsync(seen => !seen.Failures.IsEmpty);

        var (request, reference, delivery) = Assert.Single(probe.Failures);
        Assert.IsType<MessageEvent>(request);
        Assert.Equal("E1", delivery.Id);
        Assert.Matches("^[0-9A-Z]{8}$", reference);
        var line = Assert.Single(host.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
        Assert.Contains(reference, line, StringComparison.Ordinal);
        await host.StopAsync();
        Assert.True(inbox.IsDone("E1"));
    }

    [Fact]
    public async Task SomebodyElsesCancellation_IsAFailure()
    {
        var probe = new Probe { Do = (_, _, _) => throw new TaskCanceledException("The request timed out.") };
        await using var host = await StartAsync(probe);
        await TellAsync(host, Payloads.Message("E1"));
        await probe.WaitAsync(seen => seen.Failures.Count == 1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task HungHandler_IsGivenUpAtItsDeadline_AndItsThreadGoesOn(bool listens)
    {
        using var stuck = new ManualResetEventSlim();
        var probe = new Probe
        {
            Do = async (request, _, token) =>
            {
                if (Probe.TextOf(request) != "stuck")
                    return;
                if (listens)
                    await Task.Delay(Timeout.Infinite, token);
                stuck.Wait(Probe.Patience, CancellationToken.None);
            },
        };
        await using var host = await StartAsync(probe, options: slack => (slack.HandlerSeconds, slack.Workers) = (0.2, 2));
        await TellAsync(host, Payloads.Message("E1", "stuck"));
        await TellAsync(host, Payloads.Message("E2", "next"));
        await probe.WaitAsync(seen => seen.Texts.Contains("next"));
        Assert.Single(probe.Failures);
        Assert.Contains("took longer than 0.2 s", host.Log.Text, StringComparison.Ordinal);
        stuck.Set();
    }

    [Fact]
    public async Task Restart_RunsAgainWhatWasCutOff_BeforeWhatIsNew()
    {
        var inbox = new TestInbox();
        var first = new Probe { Do = (_, _, token) => Task.Delay(Timeout.Infinite, token) };
        await using (var host = await StartAsync(first, inbox))
        {
            await TellAsync(host, Payloads.Message("E1", "cut off"));
            await TellAsync(host, Payloads.Message("E2", "never begun"));
            await first.WaitAsync(seen => seen.Begun.Count == 1);
            await host.KillAsync();
        }

        Assert.False(inbox.IsDone("E1"));
        Assert.Empty(first.Failures);
        var second = new Probe();
        await using var again = await StartAsync(second, inbox);
        await TellAsync(again, Payloads.Message("E3", "new"));
        await TellAsync(again, Payloads.Message("E1", "cut off"));
        await second.WaitAsync(seen => seen.Ended.Count == 3);
        Assert.Equal(["cut off", "never begun", "new"], second.Texts);
        Assert.Equal([2, 1, 1], second.Begun.Select(begun => begun.Delivery.Attempt));
        Assert.Equal("T1", second.Begun[0].Delivery.TeamId);
    }

    [Fact]
    public async Task DeliveryBegunThreeTimes_IsGivenUp_AndThePersonIsTold()
    {
        var inbox = new TestInbox();
        inbox.TryAdd(new StoredDelivery("E1", "event", Payloads.Message("E1"), DateTimeOffset.UnixEpoch, 0));
        for (var i = 0; i < 3; i++)
            inbox.Begin("E1");
        var probe = new Probe();
        await using var host = await StartAsync(probe, inbox, slack => slack.Attempts = 3);
        await probe.WaitAsync(seen => seen.Failures.Count == 1);
        await host.StopAsync();
        Assert.Empty(probe.Begun);
        Assert.True(inbox.IsDone("E1"));
    }

    [Fact]
    public async Task Stop_CancelsWhatDoesNotEnd_AndLeavesItToTheInbox()
    {
        var inbox = new TestInbox();
        var probe = new Probe { Do = (_, _, token) => Task.Delay(Timeout.Infinite, token) };
        await using var host = await StartAsync(probe, inbox, slack => slack.DrainSeconds = 0.2);
        await TellAsync(host, Payloads.Message("E1"));
        await probe.WaitAsync(seen => seen.Begun.Count == 1);
        await host.StopAsync();

        Assert.False(inbox.IsDone("E1"));
        Assert.Empty(probe.Failures);
        Assert.DoesNotContain(host.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
        Assert.Equal(ReceiptKind.NotTaken, await TellAsync(host, Payloads.Message("E2")));
    }

    [Fact]
    public async Task WhatNobodyTakes_IsAcknowledged_AndNotStored()
    {
        var inbox = new TestInbox();
        await using var host = await SlackHost.StartAsync(slack => slack.Services.AddSingleton<IInbox>(inbox));
        Assert.Equal(ReceiptKind.Taken, await TellAsync(host, Payloads.Message("E1")));
        Assert.False(inbox.Holds("E1"));
    }

    [Fact]
    public void TwoHandlersOfOneAction_AreRefused() => Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddSlack(slack =>
        slack.RegisterBlockActionHandler<ProbeRequests>("share").RegisterBlockActionHandler<ProbeRequests>("share")));

    private static async Task<ReceiptKind> TellAsync(SlackHost host, string payload)
    {
        using var receipt = await host.Dispatcher.ReceiveAsync(DeliveryKind.Event, payload, null, default);
        return receipt.Kind;
    }

    private static Task<SlackHost> StartAsync(Probe probe, TestInbox? inbox = null, Action<SlackOptions>? options = null) => SlackHost.StartAsync(
        slack =>
        {
            slack.Services.AddSingleton(probe);
            if (inbox is not null)
                slack.Services.AddSingleton<IInbox>(inbox);
            slack.RegisterEventHandler<MessageBase, ProbeEvents<MessageBase>>()
                .RegisterSlashCommandHandler<ProbeRequests>()
                .UseFailureHandler<ProbeRequests>();
        },
        options: options);
}
