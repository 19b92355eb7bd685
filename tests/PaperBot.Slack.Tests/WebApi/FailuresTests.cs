using System.Text;
using Microsoft.AspNetCore.Http;
using PaperBot.Slack.WebApi;

namespace PaperBot.Slack.Tests.WebApi;

public sealed class FailuresTests
{
    private const string Ok = """{"ok":true,"user":{"id":"U1"},"channel":"C1","ts":"1.2"}""";
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly Message Hello = new() { Channel = "C1", Text = "the message's text" };

    [Fact]
    public async Task Refusal_CarriesSlacksCodeMessagesAndTheMissingScope()
    {
        await using var test = await TestClient.StartAsync();
        test.Slack.On("chat.postMessage", StubSlack.Json(
            """{"ok":false,"error":"missing_scope","needed":"chat:write","response_metadata":{"messages":["[ERROR] one",null]}}"""));

        var refused = await Assert.ThrowsAsync<SlackException>(() => test.Client.Chat.PostMessageAsync(Hello, None));

        Assert.Equal(("missing_scope", "chat.postMessage"), (refused.ErrorCode, refused.Method));
        Assert.Equal(["[ERROR] one", "needed: chat:write"], refused.Details);
        Assert.Single(test.Slack.Requests);
    }

    [Fact]
    public async Task Refusal_WithSomethingElseThanACode_IsInvalid()
    {
        await using var test = await TestClient.StartAsync();
        test.Slack.On("users.info", StubSlack.Json("""{"ok":false,"error":"Dear <b>client</b>,\nno."}"""));

        Assert.Equal("invalid_response", (await Assert.ThrowsAsync<SlackException>(() => test.Client.Users.InfoAsync("U1", None))).ErrorCode);
    }

    [Fact]
    public async Task NoToken_IsNotAuthed_WithoutACall()
    {
        await using var test = await TestClient.StartAsync(options => options.BotToken = "");

        Assert.Equal("not_authed", (await Assert.ThrowsAsync<SlackException>(() => test.Client.Auth.TestAsync(None))).ErrorCode);
        Assert.Empty(test.Slack.Requests);
    }

    [Theory]
    [InlineData("internal_error")]
    [InlineData("service_unavailable")]
    public async Task HarmlessCall_SlackFailsForAMoment_IsTriedAgain(string code)
    {
        await using var test = await TestClient.StartAsync();
        test.Slack.On(
            "users.info", StubSlack.Json($$"""{"ok":false,"error":"{{code}}"}"""), StubSlack.Json("<html>", 503), StubSlack.Broken, StubSlack.Json(Ok));

        var call = test.Client.Users.InfoAsync("U1", None);
        var pauses = await test.Time.PassPausesAsync(call);

        Assert.Equal("U1", (await call).Id);
        Assert.Collection(
            pauses.Select(pause => pause.TotalSeconds),
            first => Assert.InRange(first, 0.25, 0.5),
            second => Assert.InRange(second, 0.5, 1),
            third => Assert.InRange(third, 1, 2));
    }

    [Theory]
    [InlineData(500, "http_500")]
    [InlineData(504, "http_504")]
    public async Task HarmlessCall_SlackFailsForGood_IsGivenUp(int status, string code)
    {
        await using var test = await TestClient.StartAsync();
        test.Slack.On("users.info", StubSlack.Text("", status));

        var call = test.Client.Users.InfoAsync("U1", None);
        await test.Time.PassPausesAsync(call);

        Assert.Equal(code, (await Assert.ThrowsAsync<SlackException>(() => call)).ErrorCode);
        Assert.Equal(4, test.Slack.Requests.Count);
    }

    [Fact]
    public async Task HarmlessCall_SlackIsSilent_IsTriedAgainAtTheDeadline()
    {
        await using var test = await TestClient.StartAsync();
        test.Slack.On("users.info", StubSlack.Silent, StubSlack.Json(Ok));

        var call = test.Client.Users.InfoAsync("U1", None);
        await test.Slack.WaitForAsync(requests: 1);
        await test.Time.PassDeadlineAsync();
        await test.Time.PassPausesAsync(call);

        Assert.Equal("U1", (await call).Id);
    }

    [Fact]
    public async Task Silence_ForGood_IsATimeout()
    {
        await using var test = await TestClient.StartAsync(options => options.MaxAttempts = 1);
        test.Slack.On("users.info", StubSlack.Silent);

        var call = test.Client.Users.InfoAsync("U1", None);
        await test.Slack.WaitForAsync(requests: 1);
        await test.Time.PassDeadlineAsync();

        Assert.Equal("timeout", (await Assert.ThrowsAsync<SlackException>(() => call)).ErrorCode);
    }

    [Fact]
    public async Task Cancellation_OfACallUnderWay_IsCancellation()
    {
        await using var test = await TestClient.StartAsync();
        using var stop = new CancellationTokenSource();
        test.Slack.On("users.info", async context =>
        {
            await stop.CancelAsync();
            await StubSlack.Silent(context);
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => test.Client.Users.InfoAsync("U1", stop.Token));
        Assert.Single(test.Slack.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>down for a moment</html>")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"ok":"yes"}""")]
    [InlineData("""{"ok":true}""")]
    [InlineData("""{"ok":true,"user":7}""")]
    public async Task Answer_ThatCannotBeRead_IsInvalid(string answer)
    {
        await using var test = await TestClient.StartAsync(options => options.MaxAttempts = 1);
        test.Slack.On("users.info", StubSlack.Json(answer));

        Assert.Equal("invalid_response", (await Assert.ThrowsAsync<SlackException>(() => test.Client.Users.InfoAsync("U1", None))).ErrorCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Answer_WithoutEnd_IsInvalid_AndNotReadToIt(bool saysItsLength)
    {
        const int size = 40 * 1024 * 1024;
        await using var test = await TestClient.StartAsync(options => options.MaxAttempts = 1);
        test.Slack.On("users.info", async context =>
        {
            context.Response.ContentLength = saysItsLength ? size : null;
            var chunk = Encoding.ASCII.GetBytes(new string(' ', 1024 * 1024));
            for (var sent = 0; sent < size && !context.RequestAborted.IsCancellationRequested; sent += chunk.Length)
                await context.Response.Body.WriteAsync(chunk, context.RequestAborted);
        });

        Assert.Equal("invalid_response", (await Assert.ThrowsAsync<SlackException>(() => test.Client.Users.InfoAsync("U1", None))).ErrorCode);
    }

    [Fact]
    public async Task Redirect_IsNotFollowed()
    {
        await using var elsewhere = await StubSlack.StartAsync();
        await using var test = await TestClient.StartAsync();
        test.Slack.On("users.info", context =>
        {
            context.Response.StatusCode = 307;
            context.Response.Headers.Location = new Uri(elsewhere.Url, "/api/users.info").ToString();
            return Task.CompletedTask;
        });

        Assert.Equal("http_307", (await Assert.ThrowsAsync<SlackException>(() => test.Client.Users.InfoAsync("U1", None))).ErrorCode);
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task Post_NobodyListens_IsTriedAgain_SinceItCannotHaveLanded()
    {
        await using var test = await TestClient.StartAsync();
        await test.Slack.DisposeAsync();

        var call = test.Client.Chat.PostMessageAsync(Hello, None);
        var pauses = await test.Time.PassPausesAsync(call);

        Assert.Equal("connection_failed", (await Assert.ThrowsAsync<SlackException>(() => call)).ErrorCode);
        Assert.Equal(3, pauses.Count);
    }

    [Theory]
    [InlineData("chat.postMessage")]
    [InlineData("chat.postEphemeral")]
    [InlineData("chat.startStream")]
    [InlineData("chat.appendStream")]
    public async Task CallThatWrites_ConnectionBreaks_IsNotSentAgain(string method)
    {
        await using var test = await TestClient.StartAsync();
        test.Slack.On(method, StubSlack.Broken, StubSlack.Json(Ok));

        var failed = await Assert.ThrowsAsync<SlackException>(() => method switch
        {
            "chat.postMessage" => test.Client.Chat.PostMessageAsync(Hello, None),
            "chat.postEphemeral" => test.Client.Chat.PostEphemeralAsync("U1", Hello, None),
            "chat.startStream" => test.Client.Chat.StartStreamAsync(new StreamStart("C1", "1.0"), None),
            _ => test.Client.Chat.AppendStreamAsync("C1", "1.2", "a", None),
        });

        Assert.Equal("connection_failed", failed.ErrorCode);
        Assert.Single(test.Slack.Requests);
    }
}
