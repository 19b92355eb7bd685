using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using FakeSlack;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Slack;

namespace PaperBot.Tests.EndToEnd;

/// <summary>A socket that is open and dead is the fault that a green light hides best.</summary>
[Collection(EndToEndTests.Name)]
public sealed class SilentSocketTests(PreparedLibrary library)
{
    [Fact]
    public async Task Sockets_ThatFallSilent_AreReportedAndReplaced()
    {
        await using var bot = await RunningBot.StartAsync(library, Transport.SocketMode, replace: services => services.Configure<SlackOptions>(slack =>
            (slack.PingSeconds, slack.SilenceSeconds, slack.SocketStaggerSeconds, slack.ReconnectSeconds) = (0.5, 2, 0, 0.5)));
        using var http = new HttpClient { BaseAddress = bot.Address };
        var researcher = bot.Workspace.AddUser("researcher");
        var channel = bot.Workspace.AddChannel("reading");
        await bot.Workspace.Sockets.WaitForConnectionsAsync(2);

        bot.Workspace.Faults.Always("apps.connections.open", Fault.ServerError());
        foreach (var socket in bot.Workspace.Sockets.Connections)
            socket.FallSilent();
        var meanwhile = await UntilAsync(http, HttpStatusCode.ServiceUnavailable);
        bot.Workspace.Faults.Clear();
        var afterwards = await UntilAsync(http, HttpStatusCode.OK);
        var question = researcher.Mention(channel, "How does SPANN search a billion vectors?");
        var answer = await bot.Workspace.WaitForAnswerAsync(question);

        Assert.StartsWith("not connected. Last heard from at ", meanwhile, StringComparison.Ordinal);
        Assert.StartsWith("connected by ", afterwards, StringComparison.Ordinal);
        Assert.Contains("SPANN", answer.Text, StringComparison.Ordinal);
    }

    /// <returns>What <c>/readyz</c> says of Slack once it has this status.</returns>
    private static async Task<string> UntilAsync(HttpClient http, HttpStatusCode status)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var looks = 0; looks < 600; looks++)
        {
            using var ready = await http.GetAsync(new Uri("/readyz", UriKind.Relative));
            if (ready.StatusCode == status)
                return (await ready.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("slack").GetString()!;
            await timer.WaitForNextTickAsync();
        }

        throw new TimeoutException($"/readyz never answered {status}.");
    }
}
