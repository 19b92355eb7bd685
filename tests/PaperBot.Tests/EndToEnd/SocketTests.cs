using System.Net;

namespace PaperBot.Tests.EndToEnd;

[Collection(EndToEndTests.Name)]
public sealed class SocketTests(PreparedLibrary library)
{
    [Fact]
    public async Task Sockets_AllLost_ReadinessSaysSo_AndTheBotComesBack()
    {
        await using var bot = await RunningBot.StartAsync(library, Transport.SocketMode);
        using var http = new HttpClient { BaseAddress = bot.Address };
        var researcher = bot.Workspace.AddUser("researcher");
        bot.Workspace.Faults.Always("apps.connections.open", FakeSlack.Fault.Error("internal_error"));

        bot.Workspace.Sockets.DropAll();
        var (status, words) = await UntilAsync(http, HttpStatusCode.ServiceUnavailable);
        bot.Workspace.Faults.Clear();
        await UntilAsync(http, HttpStatusCode.OK);
        researcher.DirectMessage("How does SPANN search a billion vectors?");
        await bot.Workspace.WaitForMessageAsync(researcher.DirectChannel, message => message.BotId == bot.Workspace.BotId);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("\"slack\":\"not connected. Last heard from at ", words, StringComparison.Ordinal);
    }

    private static async Task<(HttpStatusCode Status, string Words)> UntilAsync(HttpClient http, HttpStatusCode wanted)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var looks = 0; ; looks++)
        {
            using var ready = await http.GetAsync(new Uri("/readyz", UriKind.Relative));
            var words = await ready.Content.ReadAsStringAsync();
            if (ready.StatusCode == wanted)
                return (ready.StatusCode, words);
            Assert.True(looks < 1_000, words);
            await timer.WaitForNextTickAsync();
        }
    }
}
