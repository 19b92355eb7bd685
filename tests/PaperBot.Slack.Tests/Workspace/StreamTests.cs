using FakeSlack;
using Microsoft.Extensions.Time.Testing;

namespace PaperBot.Slack.Tests.Workspace;

/// <summary>Streamed messages in the workspace.</summary>
public sealed class StreamTests
{
    [Fact]
    public async Task Stream_StartedAppendedStopped_ShowsEachPieceAndTheBlocks()
    {
        await using var workspace = await FakeWorkspace.StartAsync();
        using var app = new RawApp(workspace);
        var question = workspace.AddUser("ada").DirectMessage("why?");
        var started = await app.CallAsync("chat.startStream", new { channel = question.Channel, thread_ts = question.Ts });
        var ts = started.GetProperty("ts").GetString();

        await app.CallAsync("chat.appendStream", new { channel = question.Channel, ts, markdown_text = "Because " });
        var busy = await app.CallAsync("chat.update", new { channel = question.Channel, ts, text = "x" });
        await app.CallAsync("chat.appendStream",
            new { channel = question.Channel, ts, chunks = new[] { new { type = "markdown_text", text = "of **it**." } } });
        var stopped = await app.CallAsync("chat.stopStream", new { channel = question.Channel, ts, blocks = new[] { new { type = "divider" } } });
        var late = await app.CallAsync("chat.appendStream", new { channel = question.Channel, ts, markdown_text = "!" });

        var answer = await workspace.WaitForAnswerAsync(question);
        Assert.True(stopped.GetProperty("ok").GetBoolean());
        Assert.Equal(["Because ", "of **it**."], answer.Appended);
        Assert.Equal(("Because of **it**.", StreamState.Completed, 2), (answer.Text, answer.Streaming, answer.Blocks!.Value.GetArrayLength()));
        Assert.Equal("streaming_state_conflict", busy.GetProperty("error").GetString());
        Assert.Equal("message_not_in_streaming_state", late.GetProperty("error").GetString());
    }

    [Fact]
    public async Task Stream_AfterFiveMinutes_IsOverAndCanBeUpdated()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56));
        await using var workspace = await FakeWorkspace.StartAsync(null, time);
        using var app = new RawApp(workspace);
        var question = workspace.AddUser("ada").DirectMessage("why?");
        var ts = (await app.CallAsync("chat.startStream", new { channel = question.Channel, thread_ts = question.Ts })).GetProperty("ts").GetString();

        time.Advance(TimeSpan.FromMinutes(5));
        var appended = await app.CallAsync("chat.appendStream", new { channel = question.Channel, ts, markdown_text = "late" });
        var updated = await app.CallAsync("chat.update", new { channel = question.Channel, ts, text = "whole" });

        Assert.Equal("message_not_in_streaming_state", appended.GetProperty("error").GetString());
        Assert.True(updated.GetProperty("ok").GetBoolean());
    }

    [Fact]
    public async Task Stream_InAChannelWithoutARecipient_IsRefused()
    {
        await using var workspace = await FakeWorkspace.StartAsync();
        using var app = new RawApp(workspace);
        var ada = workspace.AddUser("ada");
        var question = ada.Say(workspace.AddChannel("papers"), "why?");

        var nobody = await app.CallAsync("chat.startStream",
            new { channel = question.Channel, thread_ts = question.Ts, recipient_team_id = workspace.TeamId });
        var somebody = await app.CallAsync(
            "chat.startStream", new
            {
                channel = question.Channel,
                thread_ts = question.Ts,
                recipient_team_id = workspace.TeamId,
                recipient_user_id = ada.Id
            });

        Assert.Equal("missing_recipient_user_id", nobody.GetProperty("error").GetString());
        Assert.True(somebody.GetProperty("ok").GetBoolean());
    }
}
