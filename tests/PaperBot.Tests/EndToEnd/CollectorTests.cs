using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using PaperBot.Tests.LanguageModels.Servers;

namespace PaperBot.Tests.EndToEnd;

/// <summary>What a team's own collector is sent of the language model's calls.</summary>
[Collection(EndToEndTests.Name)]
public sealed class CollectorTests(PreparedLibrary library)
{
    [Fact]
    public async Task Collector_IsSentTracesAndMetricsOfTheCalls_AndNoTextOfThem()
    {
        var sent = new ConcurrentDictionary<string, string>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var collector = builder.Build();
        collector.MapPost("/v1/{signal}", async (string signal, HttpContext context) =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            sent.AddOrUpdate(signal, Encoding.Latin1.GetString(body.ToArray()), (_, before) => before + Encoding.Latin1.GetString(body.ToArray()));
        });
        await collector.StartAsync();
        await using var model = await ModelServer.StartAsync<WritingServer>();
        model.Write = told => $"SPANN is a simple memory-disk index [{told.KeyOf("SPANN")}].";
        var settings = new Dictionary<string, string?>(model.Settings) { ["Host:Collector"] = collector.Urls.Single() };
        await using var bot = await RunningBot.StartAsync(library, Transport.SocketMode, settings: settings);
        var researcher = bot.Workspace.AddUser("researcher");
        await bot.Workspace.WaitForAnswerAsync(researcher.Mention(bot.Workspace.AddChannel("reading"), "How does SPANN search a billion vectors?"));

        // What is left is sent when the bot is stopped.
        await bot.StopAsync();

        Assert.Contains("gen_ai.usage.input_tokens", sent["traces"], StringComparison.Ordinal);
        Assert.Contains($"chat {ModelServer.Model}", sent["traces"], StringComparison.Ordinal);
        Assert.Contains("gen_ai.client.token.usage", sent["metrics"], StringComparison.Ordinal);
        Assert.Contains("gen_ai.client.operation.duration", sent["metrics"], StringComparison.Ordinal);
        Assert.All(sent.Values, text => Assert.DoesNotContain("SPANN", text, StringComparison.Ordinal));
        Assert.All(sent.Values, text => Assert.DoesNotContain(ModelServer.Key, text, StringComparison.Ordinal));
    }
}
