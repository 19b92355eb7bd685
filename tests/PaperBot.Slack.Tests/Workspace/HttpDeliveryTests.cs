using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using FakeSlack;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PaperBot.Slack.Tests.Workspace;

/// <summary>Signed posts to an app's request URL.</summary>
public sealed class HttpDeliveryTests
{
    [Fact]
    public async Task Event_RefusedTwice_ComesAThirdTimeWithItsNumberAndReason()
    {
        await using var workspace = await FakeWorkspace.StartAsync(new() { RetryScale = 0.0001 });
        await using var receiver = await Receiver.StartAsync(count => count < 3 ? 500 : 200);
        workspace.DeliverTo(receiver.Url);
        var ada = workspace.AddUser("ada");

        ada.DirectMessage("hello");
        var delivery = await workspace.WaitForDeliveryAsync(delivery => delivery.IsAcknowledged);

        Assert.Equal(["http_error", "http_error", "200"], delivery.Attempts.Select(attempt => attempt.Outcome));
        Assert.Equal(["", "1", "2"], receiver.Requests.Select(request => request.Headers["X-Slack-Retry-Num"].ToString()));
        Assert.Equal("http_error", receiver.Requests.Last().Headers["X-Slack-Retry-Reason"]);
        var ids = receiver.Requests.Select(request => JsonSerializer.Deserialize<JsonElement>(request.Body).GetProperty("event_id").GetString());
        Assert.Single(ids.Distinct());
    }

    [Fact]
    public async Task Command_IsASignedFormAndItsAnswerIsShown()
    {
        await using var workspace = await FakeWorkspace.StartAsync();
        await using var receiver = await Receiver.StartAsync(_ => 200, "{\"text\":\"Hello Ada\"}");
        workspace.DeliverTo(receiver.Url);
        var ada = workspace.AddUser("ada");

        var reply = await ada.CommandAsync(workspace.AddChannel("papers"), "/papers", "ask why & how?");

        var request = Assert.Single(receiver.Requests);
        Assert.Contains("text=ask+why+%26+how%3F", request.Body, StringComparison.Ordinal);
        var timestamp = request.Headers["X-Slack-Request-Timestamp"].ToString();
        Assert.Equal(HttpDelivery.Sign(workspace.SigningSecret, timestamp, Encoding.UTF8.GetBytes(request.Body)),
            request.Headers["X-Slack-Signature"]);
        Assert.Equal("Hello Ada", reply.Message?.Text);
    }

    [Fact]
    public void Sign_SlacksOwnExample_GivesItsSignature() => Assert.Equal(
        "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
        HttpDelivery.Sign("8f742231b10e8888abcd99yyyzzz85a5", "1531420618", Encoding.UTF8.GetBytes(
            "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA"
            + "&user_name=roadrunner&command=%2Fwebhook-collect&text="
            + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554"
            + "%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c")));

    private sealed class Receiver : IAsyncDisposable
    {
        private readonly WebApplication _app;

        private Receiver(WebApplication app) => _app = app;

        public ConcurrentQueue<(string Body, IHeaderDictionary Headers)> Requests { get; } = new();

        public Uri Url => new(_app.Urls.Single() + "/slack/events");

        public static async Task<Receiver> StartAsync(Func<int, int> status, string body = "")
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
            var receiver = new Receiver(builder.Build());
            receiver._app.Run(async context =>
            {
                using var reader = new StreamReader(context.Request.Body);
                receiver.Requests.Enqueue((await reader.ReadToEndAsync(),
                    new HeaderDictionary(context.Request.Headers.ToDictionary(header => header.Key, header => header.Value))));
                context.Response.StatusCode = status(receiver.Requests.Count);
                await context.Response.WriteAsync(body);
            });
            await receiver._app.StartAsync();
            return receiver;
        }

        public ValueTask DisposeAsync() => _app.DisposeAsync();
    }
}
