using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using PaperBot.LanguageModels;
using PaperBot.Tests.LanguageModels.Servers;

namespace PaperBot.Tests.LanguageModels.Providers;

/// <summary>What each provider is asked, and what it answers.</summary>
public sealed class ProviderTests
{
    public static TheoryData<string> All => new(ConnectedProvider.Names);

    [Theory]
    [MemberData(nameof(All))]
    public async Task Answer_Whole_IsReadAndCounted(string name)
    {
        await using var provider = await ConnectedProvider.StartAsync(name);

        var response = await provider.Client.GetResponseAsync(ConnectedProvider.Messages, ModelCall.Options("U1", "answer/1"));

        Assert.Equal(("Good morning.", ChatFinishReason.Stop), (response.Text, response.FinishReason));
        Assert.Equal((11, 3), provider.Usage.Days(1).Select(day => (day.InputTokens, day.OutputTokens)).Single());
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Answer_Streamed_ComesInItsPiecesAndIsCounted(string name)
    {
        await using var provider = await ConnectedProvider.StartAsync(name);

        var pieces = await provider.Client.GetStreamingResponseAsync(ConnectedProvider.Messages, ModelCall.Options("U1", "answer/1")).ToListAsync();

        Assert.Equal(["Good ", "morn", "ing."], pieces.Select(piece => piece.Text).Where(text => text.Length > 0));
        Assert.Equal(ChatFinishReason.Stop, pieces.ToChatResponse().FinishReason);
        Assert.Equal((11, 3), provider.Usage.Days(1).Select(day => (day.InputTokens, day.OutputTokens)).Single());
    }

    [Theory]
    [InlineData("openai", "/v1/chat/completions", "max_completion_tokens", "temperature")]
    [InlineData("azure-openai", "/openai/v1/chat/completions", "max_completion_tokens", "temperature")]
    [InlineData("openai-compatible", "/v1/chat/completions", "max_tokens", "temperature")]
    [InlineData("ollama", "/api/chat", "options/num_predict", "options/temperature")]
    // Its client has no such parameter any more.
    [InlineData("anthropic", "/v1/messages", "max_tokens", null)]
    public async Task Request_IsAsItsReferenceWantsIt(string name, string target, string limit, string? temperature)
    {
        await using var provider = await ConnectedProvider.StartAsync(name);

        await provider.Client.GetResponseAsync(ConnectedProvider.Messages, ModelCall.Options("U1", "answer/1"));
        await provider.Client.GetStreamingResponseAsync(ConnectedProvider.Messages, ModelCall.Options("U1", "answer/1")).ToListAsync();

        Assert.Equal(target, provider.Server.Target);
        Assert.Equal(2, provider.Server.Requests.Count);
        Assert.All(provider.Server.Requests, request =>
        {
            Assert.Equal(77, (int)Field(request, limit)!);
            Assert.Equal(temperature is null ? null : (double?)0.2, Field(request, temperature ?? "temperature") is { } sent ? (double?)Math.Round((double)sent, 3) : null);
            Assert.Contains("You are brief.", request.ToJsonString(), StringComparison.Ordinal);
            Assert.Contains("Greet me.", request["messages"]!.ToJsonString(), StringComparison.Ordinal);
            Assert.DoesNotContain("paperbot.", request.ToJsonString(), StringComparison.Ordinal);
            Assert.DoesNotContain("U1", request.ToJsonString(), StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Request_TemperatureOfTheProvider_SaysNothingOfIt(string name)
    {
        await using var provider = await ConnectedProvider.StartAsync(name, options => options.Temperature = null);

        await provider.Client.GetResponseAsync(ConnectedProvider.Messages);

        Assert.DoesNotContain("temperature", provider.Server.Last.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("openai-compatible")]
    [InlineData("ollama")]
    public async Task Request_ServerOfTheTeam_NeedsNoKey(string name)
    {
        await using var provider = await ConnectedProvider.StartAsync(name, options => options.ApiKey = null);
        provider.Server.WantsKey = false;

        Assert.Equal("Good morning.", (await provider.Client.GetResponseAsync(ConnectedProvider.Messages)).Text);
    }

    [Theory]
    [MemberData(nameof(All))]
    public Task ToolCall_Whole_IsMadeAndItsResultSentBack(string name) =>
        CallToolAsync(name, async (client, options) => (await client.GetResponseAsync(ConnectedProvider.Messages, options)).Text);

    [Theory]
    [MemberData(nameof(All))]
    public Task ToolCall_Streamed_IsMadeAndItsResultSentBack(string name) =>
        CallToolAsync(name, async (client, options) =>
            (await client.GetStreamingResponseAsync(ConnectedProvider.Messages, options).ToChatResponseAsync()).Text);

    private static async Task CallToolAsync(string name, Func<IChatClient, ChatOptions, Task<string>> ask)
    {
        await using var provider = await ConnectedProvider.StartAsync(name);
        using var client = new FunctionInvokingChatClient(provider.Client);
        var asked = new List<string>();
        var options = ModelCall.Options("U1", "answer/1");
        options.Tools = [AIFunctionFactory.Create(
            ([Description("what to look for")] string query) => { asked.Add(query); return "paper 42"; }, "search_papers", "Finds papers")];

        Assert.Equal("Good morning.", await ask(client, options));

        Assert.Equal(["sleep"], asked);
        Assert.Equal(2, provider.Server.Requests.Count);
        Assert.Contains("what to look for", provider.Server.Last["tools"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("paper 42", provider.Server.Last["messages"]!.ToJsonString(), StringComparison.Ordinal);
        // Ollama's calls have no name of their own.
        if (name != "ollama")
            Assert.Contains(ModelServer.CallId, JsonSerializer.Serialize(provider.Server.Last["messages"]!.AsArray()[^1]), StringComparison.Ordinal);
    }

    private static JsonNode? Field(JsonNode request, string path) => path.Split('/').Aggregate((JsonNode?)request, (node, name) => node?[name]);
}
