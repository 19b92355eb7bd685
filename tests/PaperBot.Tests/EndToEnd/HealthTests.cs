using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace PaperBot.Tests.EndToEnd;

[Collection(EndToEndTests.Name)]
public sealed class HealthTests(PreparedLibrary library)
{
    [Theory]
    [InlineData(Transport.SocketMode)]
    [InlineData(Transport.Http)]
    public async Task Health_OfARunningBot_SaysInPlainWordsThatItIsWell(Transport transport)
    {
        await using var bot = await RunningBot.StartAsync(library, transport);
        using var http = new HttpClient { BaseAddress = bot.Address };

        var (life, ready) = (await http.GetAsync(new Uri("/healthz", UriKind.Relative)), await http.GetAsync(new Uri("/readyz", UriKind.Relative)));
        var report = await ready.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal((HttpStatusCode.OK, """{"status":"alive"}"""), (life.StatusCode, await life.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Equal((true, "answers; 68 papers", "installed"), (
            report.GetProperty("ready").GetBoolean(), report.GetProperty("database").GetString(), report.GetProperty("model").GetString()));
    }
}
