using System.Text.Json;
using FakeSlack;

namespace PaperBot.Slack.Tests.Workspace;

/// <summary>The Home tab, the agent's conversation, files and history.</summary>
public sealed class SurfaceTests
{
    [Fact]
    public async Task Home_Published_IsSeenByThePersonAndGuardedByItsHash()
    {
        await using var workspace = await FakeWorkspace.StartAsync();
        using var app = new RawApp(workspace);
        var ada = workspace.AddUser("ada");
        using var socket = await app.ConnectAsync();
        ada.OpenHome();
        var opened = (await socket.ReadAsync()).GetProperty("payload").GetProperty("event");

        var published = await app.CallAsync("views.publish", new { user_id = ada.Id, view = Home("first") });
        var stale = await app.CallAsync("views.publish", new { user_id = ada.Id, view = Home("second"), hash = "1.old" });

        Assert.Equal(("app_home_opened", "home"), (opened.GetProperty("type").GetString(), opened.GetProperty("tab").GetString()));
        Assert.Equal(workspace.Home(ada)!.Hash, published.GetProperty("view").GetProperty("hash").GetString());
        Assert.Equal("hash_conflict", stale.GetProperty("error").GetString());
        Assert.Equal("first", (await workspace.WaitForHomeAsync(ada)).Shown);
    }

    [Fact]
    public async Task Prompts_InAnAgentAppWithAThread_AreTakenAndNotShown()
    {
        await using var workspace = await FakeWorkspace.StartAsync();
        using var app = new RawApp(workspace);
        var ada = workspace.AddUser("ada");
        using var socket = await app.ConnectAsync();
        ada.OpenHome("messages", workspace.AddChannel("papers"));
        var opened = (await socket.ReadAsync()).GetProperty("payload").GetProperty("event");
        var channel = opened.GetProperty("channel").GetString();
        var prompts = new[] { new { title = "Ask", message = "What is attention?" } };

        var threaded = await app.CallAsync("assistant.threads.setSuggestedPrompts", new { channel_id = channel, thread_ts = "1.2", prompts });
        Assert.Null(workspace.AgentThread(ada.DirectChannel));
        var whole = await app.CallAsync("assistant.threads.setSuggestedPrompts", new { channel_id = channel, prompts });

        Assert.True(threaded.GetProperty("ok").GetBoolean());
        Assert.True(whole.GetProperty("ok").GetBoolean());
        Assert.Equal("What is attention?", workspace.AgentThread(ada.DirectChannel)!.Prompts[0].Message);
        Assert.Equal("slack#/types/channel_id", opened.GetProperty("context").GetProperty("entities")[0].GetProperty("type").GetString());
    }

    [Fact]
    public async Task Status_OfAThread_GoesWithTheAnswer()
    {
        await using var workspace = await FakeWorkspace.StartAsync(new() { Surface = AgentSurface.AssistantView });
        using var app = new RawApp(workspace);
        var ada = workspace.AddUser("ada");
        var threadTs = ada.OpenHome("messages");

        await app.CallAsync("assistant.threads.setStatus", new { channel_id = ada.DirectChannel.Id, thread_ts = threadTs, status = "is reading…" });
        Assert.Equal("is reading…", workspace.AgentThread(ada.DirectChannel, threadTs)!.Status);
        await app.CallAsync("chat.postMessage", new { channel = ada.DirectChannel.Id, thread_ts = threadTs, text = "Read." });

        Assert.Null(workspace.AgentThread(ada.DirectChannel, threadTs)!.Status);
        Assert.Equal(["is reading…"], workspace.AgentThread(ada.DirectChannel, threadTs)!.Statuses);
    }

    [Fact]
    public async Task File_UploadedInTwoSteps_IsSharedInTheThread()
    {
        await using var workspace = await FakeWorkspace.StartAsync();
        using var app = new RawApp(workspace);
        var question = workspace.AddUser("ada").DirectMessage("export, please");
        var bytes = "a,b\n"u8.ToArray();

        var place = await app.FormAsync("files.getUploadURLExternal", ("filename", "papers.csv"), ("length", "4"));
        using var http = new HttpClient();
        using var sent = await http.PostAsync(new Uri(place.GetProperty("upload_url").GetString()!), new ByteArrayContent(bytes));
        var done = await app.CallAsync("files.completeUploadExternal", new
        {
            files = new[] { new { id = place.GetProperty("file_id").GetString(), title = "Papers" } },
            channel_id = question.Channel,
            thread_ts = question.Ts,
        });

        Assert.True(done.GetProperty("ok").GetBoolean(), done.ToString());
        var file = Assert.Single((await workspace.WaitForAnswerAsync(question)).Files);
        Assert.Equal(("papers.csv", "Papers"), (file.Name, file.Title));
        Assert.Equal(bytes, file.Content.ToArray());
    }

    [Fact]
    public async Task History_ReadPageByPage_GivesEachMessageOnceNewestFirst()
    {
        await using var workspace = await FakeWorkspace.StartAsync();
        using var app = new RawApp(workspace);
        var ada = workspace.AddUser("ada");
        var channel = workspace.AddChannel("papers");
        var said = Enumerable.Range(0, 25).Select(at => ada.Say(channel, $"{at}")).ToList();
        ada.Reply(said[3], "a reply is not in the channel");

        var texts = new List<string>();
        for (var cursor = ""; ;)
        {
            var page = await app.FormAsync("conversations.history", ("channel", channel.Id), ("limit", "10"), ("cursor", cursor));
            texts.AddRange(page.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("text").GetString()!));
            cursor = page.GetProperty("response_metadata").GetProperty("next_cursor").GetString()!;
            if (cursor.Length == 0)
                break;
        }
        var range = await app.FormAsync("conversations.history", ("channel", channel.Id), ("oldest", said[20].Ts), ("latest", said[22].Ts),
            ("inclusive", "true"));

        Assert.Equal(Enumerable.Range(0, 25).Reverse().Select(at => $"{at}"), texts);
        Assert.Equal(["22", "21", "20"], range.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task Events_RepeatedLateAndReordered_AllArriveAndNoneIsLost()
    {
        await using var workspace = await FakeWorkspace.StartAsync(new() { RetryScale = 0.0001 });
        using var app = new RawApp(workspace);
        var ada = workspace.AddUser("ada");
        (workspace.DeliveryFaults.RepeatChance, workspace.DeliveryFaults.LostAckChance) = (0.2, 0.2);
        (workspace.DeliveryFaults.DelayChance, workspace.DeliveryFaults.ReorderChance) = (0.2, 0.2);
        workspace.DeliveryFaults.LongestDelay = TimeSpan.FromMilliseconds(20);
        using var socket = await app.ConnectAsync();

        var said = Enumerable.Range(0, 60).Select(at => ada.DirectMessage($"{at}")).ToList();
        var arrived = new List<string>();
        // A repeat may be the last to come.
        while (arrived.Distinct().Count() is var seen && (seen < said.Count || arrived.Count == seen))
        {
            var envelope = await socket.ReadAsync();
            arrived.Add(envelope.GetProperty("payload").GetProperty("event").GetProperty("ts").GetString()!);
            await socket.AckAsync(envelope);
        }

        Assert.Equal(said.Select(message => message.Ts), arrived.Distinct().Order());
        Assert.NotEqual(arrived.Distinct().Order(), arrived.Distinct());
    }

    private static JsonElement Home(string text) => JsonSerializer.SerializeToElement(
        new { type = "home", blocks = new[] { new { type = "section", text = new { type = "mrkdwn", text } } } });
}
