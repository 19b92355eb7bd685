using System.Net;
using System.Text.Json.Nodes;
using FakeSlack;
using Microsoft.Extensions.Time.Testing;
using PaperBot.Slack.Blocks;
using PaperBot.Slack.WebApi;

namespace PaperBot.Slack.Tests.WebApi;

/// <summary>The client before a workspace that keeps Slack's rules, on real sockets.</summary>
public sealed class WorkspaceTests : IAsyncLifetime, IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly Answered _answered = new(SlackApiClient.CreateHandler());
    private readonly HttpClient _http;
    private readonly CapturedLog<SlackApiClient> _log = new();
    private FakeWorkspace _workspace = null!;

    public WorkspaceTests() => _http = new HttpClient(_answered) { Timeout = Timeout.InfiniteTimeSpan };

    public async Task InitializeAsync() => _workspace = await FakeWorkspace.StartAsync();

    public async Task DisposeAsync() => await _workspace.DisposeAsync();

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task EveryMethod_OfAnAnswersLife_IsTakenByTheWorkspace()
    {
        var reader = _workspace.AddUser("reader");
        var channel = _workspace.AddChannel("reading");
        var question = reader.Mention(channel, "what is new?");
        var slack = Client(_workspace);

        var who = await slack.Auth.TestAsync(None);
        Assert.Equal((_workspace.BotUserId, _workspace.TeamId), (who.UserId, who.TeamId));
        Assert.Contains("chat:write", who.Scopes);
        Assert.StartsWith("ws://127.0.0.1", (await slack.Apps.OpenConnectionAsync(None)).ToString(), StringComparison.Ordinal);
        Assert.Equal("reading", (await slack.Conversations.InfoAsync(channel.Id, None)).Name);
        Assert.Equal("reader", (await slack.Users.InfoAsync(reader.Id, None)).Name);
        Assert.Equal(reader.DirectChannel.Id, await slack.Conversations.OpenAsync(reader.Id, None));
        await slack.Reactions.AddAsync(channel.Id, question.Ts, "eyes", None);
        await slack.Reactions.AddAsync(channel.Id, question.Ts, "eyes", None);
        await slack.AssistantThreads.SetStatusAsync(channel.Id, question.Ts, "is reading", None);

        var posted = await slack.Chat.PostMessageAsync(Answer(channel, question.Ts), None);
        await slack.Chat.UpdateAsync(posted.Ts, new Message { Channel = channel.Id, Text = "Without blocks" }, None);
        var thread = await slack.Conversations.RepliesAsync(question.Ts, new HistoryQuery(channel.Id), None);
        Assert.Equal([question.Ts, posted.Ts], thread.Messages.Select(message => message.Ts));
        Assert.Equal(("Without blocks", "answer"), (thread.Messages[1].Text, thread.Messages[1].Metadata!.EventType));
        Assert.Single((await slack.Conversations.HistoryAsync(new HistoryQuery(channel.Id), None)).Messages);
        Assert.Contains(channel.Id, (await slack.Chat.GetPermalinkAsync(channel.Id, posted.Ts, None)).ToString(), StringComparison.Ordinal);

        var stream = await slack.Chat.StartStreamAsync(
            new StreamStart(channel.Id, question.Ts) { RecipientUserId = reader.Id, RecipientTeamId = _workspace.TeamId }, None);
        await slack.Chat.AppendStreamAsync(stream.Channel, stream.Ts, "Much is **new**.", None);
        await slack.Chat.StopStreamAsync(new StreamStop(stream.Channel, stream.Ts) { Blocks = [new DividerBlock()] }, None);
        await slack.Chat.PostEphemeralAsync(reader.Id, new Message { Channel = channel.Id, Text = "Only you" }, None);
        await slack.Views.PublishAsync(reader.Id, new HomeView { Blocks = [new HeaderBlock { Text = "Home" }] }, None);
        await slack.Files.UploadAsync(new FileUpload { Channel = channel.Id, FileName = "list.csv", Content = "a,b"u8.ToArray() }, None);
        await slack.Chat.DeleteAsync(channel.Id, posted.Ts, None);

        Assert.All(_workspace.Calls, call => Assert.True(call.Error is null or "already_reacted", $"{call.Method}: {call.Error}"));
        Assert.Equal("Only you", _workspace.Ephemerals(reader).Single().Text);
    }

    [Fact]
    public async Task CommandsAddressAndTrigger_ReplyAndOpenAForm()
    {
        await using var app = await StubSlack.StartAsync();
        app.OnPath("/slack/events", StubSlack.Text("", 200));
        _workspace.DeliverTo(new Uri(app.Url, "/slack/events"));
        var reader = _workspace.AddUser("reader");
        var slack = Client(_workspace);
        await reader.CommandAsync(_workspace.AddChannel("reading"), "/papers", "help");
        var command = app.Requests.Single().Body.Split('&')
            .Select(field => field.Split('='))
            .ToDictionary(pair => pair[0], pair => WebUtility.UrlDecode(pair[1]));

        await slack.RespondAsync(command["response_url"], new ResponseMessage { Text = "Here is help" }, None);
        var form = new ModalView
        {
            Title = "Compare",
            Submit = "Go",
            Blocks = [new InputBlock { Label = "What", Element = new PlainTextInput { ActionId = "what" } }],
        };
        var view = await slack.Views.OpenAsync(command["trigger_id"], form, None);
        await slack.Views.UpdateAsync(view, form with { Title = "Changed" }, None);

        Assert.Equal("Here is help", (await _workspace.WaitForEphemeralAsync(reader)).Text);
        Assert.Equal(view, _workspace.OpenView(reader)!.Id);
        for (var use = 2; use <= 5; use++)
            await slack.RespondAsync(command["response_url"], new ResponseMessage { Text = "More" }, None);
        var refused = await Assert.ThrowsAsync<SlackException>(
            () => slack.RespondAsync(command["response_url"], new ResponseMessage { Text = "Too much" }, None));
        Assert.Equal("used_url", refused.ErrorCode);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task Post_ConnectionBreaksBeforeOrAfter_IsWrittenOnce(bool landed, bool inThread)
    {
        var reader = _workspace.AddUser("reader");
        var channel = _workspace.AddChannel("reading");
        var question = reader.Mention(channel, "what is new?");
        _workspace.Faults.Next("chat.postMessage", landed ? Fault.DropAfter() : Fault.DropBefore());

        var posted = await Client(_workspace).Chat.PostMessageAsync(Answer(channel, inThread ? question.Ts : null), None);

        var written = Assert.Single(_workspace.Messages(channel), message => message.BotId == _workspace.BotId);
        Assert.Equal(new PostedMessage(channel.Id, written.Ts), posted);
        Assert.Equal(landed ? 1 : 2, _workspace.Calls.Count(call => call.Method == "chat.postMessage"));
    }

    [Fact]
    public async Task ManyPosts_ThroughAllSortsOfFaults_AreWrittenOnceEach()
    {
        var channels = Enumerable.Range(0, 4).Select(number => _workspace.AddChannel($"channel-{number}")).ToArray();
        _workspace.Faults.Sometimes("chat.postMessage", Fault.DropAfter(), 0.1);
        _workspace.Faults.Sometimes("chat.postMessage", Fault.DropBefore(), 0.1);
        _workspace.Faults.Sometimes("chat.postMessage", Fault.ServerError(), 0.1);
        _workspace.Faults.Sometimes("conversations.history", Fault.ServerError(), 0.1);
        var slack = Client(_workspace, configure: options => (options.RateLimitFactor, options.MaxAttempts) = (10_000, 10));

        var calls = channels
            .SelectMany(channel => Enumerable.Range(0, 25).Select(number => new Message
            {
                Channel = channel.Id,
                Text = $"{number:00}",
                Metadata = new MessageMetadata("answer", new JsonObject { ["id"] = $"{channel.Id}-{number}" }),
            }))
            .Select(message => slack.Chat.PostMessageAsync(message, None)).ToArray();
        var posted = await Task.WhenAll(calls);

        Assert.All(channels, channel => Assert.Equal(
            Enumerable.Range(0, 25).Select(number => $"{number:00}"), _workspace.Messages(channel).Select(message => message.Text).Order()));
        Assert.Equal(100, posted.Distinct().Count());
        Assert.Contains(_workspace.Calls, call => call.Fault is not null);
    }

    [Theory]
    [InlineData("chat.postMessage", 3, 40)]
    [InlineData("conversations.info", 20, 120)]
    [InlineData("chat.update", 20, 120)]
    public async Task BusyMinutes_NeverMeetSlacksLimits(string method, int burst, int all)
    {
        var time = new SteppedTime(new SlackApiOptions().Timeout);
        var slacksTime = new FakeTimeProvider();
        await using var strict = await FakeWorkspace.StartAsync(new WorkspaceOptions { EnforceRateLimits = true }, slacksTime);
        var channel = strict.AddChannel("reading");
        var slack = Client(strict, time, options => options.MaxRateLimitWait = TimeSpan.FromMinutes(10));
        var message = new Message { Channel = channel.Id, Text = "Hello" };
        var posted = await slack.Chat.PostMessageAsync(message, None);
        await _answered.WaitForAsync(requests: 1);
        time.Advance(TimeSpan.FromSeconds(5));
        slacksTime.Advance(TimeSpan.FromSeconds(5));

        var calls = Enumerable.Range(0, all).Select(_ => method switch
        {
            "chat.postMessage" => slack.Chat.PostMessageAsync(message, None),
            "chat.update" => slack.Chat.UpdateAsync(posted.Ts, message, None),
            _ => slack.Conversations.InfoAsync(channel.Id, None),
        }).ToArray();
        await _answered.WaitForAsync(burst);
        for (var answered = burst; answered < all; answered++)
        {
            await time.PassPauseAsync(slacksTime);
            await _answered.WaitForAsync(requests: 1);
        }

        await Task.WhenAll(calls);
        Assert.Equal(all + 1, strict.CallCount);
        Assert.All(strict.Calls, call => Assert.Null(call.Error));
    }

    [Fact]
    public async Task Log_OfAllThat_HasNoToken()
    {
        _workspace.Faults.Next("auth.test", Fault.ServerError());

        await Client(_workspace).Auth.TestAsync(None);

        Assert.Contains("auth.test", _log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("xoxb", _log.Text, StringComparison.Ordinal);
    }

    private static Message Answer(FakeChannel channel, string? threadTs) => new()
    {
        Channel = channel.Id,
        Text = "Much is new",
        ThreadTs = threadTs,
        Blocks = [new MarkdownBlock { Text = "Much is **new**" }, new ContextBlock { Elements = [new Mrkdwn("local")] }],
        Metadata = new MessageMetadata("answer", new JsonObject { ["id"] = "a1" }),
    };

    private SlackApiClient Client(FakeWorkspace workspace, TimeProvider? time = null, Action<SlackApiOptions>? configure = null)
    {
        var options = new SlackApiOptions { ApiUrl = workspace.ApiUrl, BotToken = workspace.BotToken, AppToken = workspace.AppToken };
        configure?.Invoke(options);
        return new SlackApiClient(_http, options, time ?? TimeProvider.System, _log);
    }
}
