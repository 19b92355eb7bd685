using System.ComponentModel;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PaperBot.LanguageModels;
using PaperBot.LanguageModels.Usage;
using PaperBot.Storage;
using PaperBot.Tests.LanguageModels.Servers;

namespace PaperBot.Tests.LanguageModels.Providers;

/// <summary>Each provider, with all that lies around it, against a server that speaks as the real one does.</summary>
public sealed class ProviderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static readonly string[] Names = ["openai", "azure-openai", "openai-compatible", "ollama", "anthropic"];

    public static TheoryData<string> All => new(Names);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(All))]
    public async Task Stream_GivesTheTextInItsPieces_AndWhatItTook(string provider)
    {
        await using var server = await StartAsync(provider);
        using var model = Connect(provider, server);

        var pieces = await model.Client.GetStreamingResponseAsync(Messages()).ToListAsync();

        Assert.Equal(["Good ", "morn", "ing."], pieces.Select(piece => piece.Text).Where(text => text.Length > 0));
        var usage = pieces.ToChatResponse().Usage;
        Assert.Equal((11, 3), (usage?.InputTokenCount, usage?.OutputTokenCount));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Answer_Whole_IsAskedForWithTheSettings(string provider)
    {
        await using var server = await StartAsync(provider);
        using var model = Connect(provider, server);

        var response = await model.Client.GetResponseAsync(Messages());

        Assert.Equal("Good morning.", response.Text);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.Equal((11, 3), (response.Usage?.InputTokenCount, response.Usage?.OutputTokenCount));
        var asked = server.Last;
        var sampling = provider == "ollama" ? asked["options"]!.AsObject() : asked;
        // The client of anthropic has no such parameter any more.
        double? wanted = provider == "anthropic" ? null : 0.2;
        double? sent = sampling["temperature"] is { } temperature ? Math.Round((double)temperature, 3) : null;
        Assert.Equal(wanted, sent);
        Assert.Equal(77, (int)(sampling["max_completion_tokens"] ?? sampling["max_tokens"] ?? sampling["num_predict"])!);
        Assert.Contains("You are brief.", asked.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Greet me.", asked["messages"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("paperbot.", asked.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public Task ToolCall_Whole_IsMadeAndItsResultSentBack(string provider) =>
        CallToolAsync(provider, async (client, options) => (await client.GetResponseAsync(Messages(), options)).Text);

    [Theory]
    [MemberData(nameof(All))]
    public Task ToolCall_Streamed_IsMadeAndItsResultSentBack(string provider) =>
        CallToolAsync(provider, async (client, options) => (await client.GetStreamingResponseAsync(Messages(), options).ToChatResponseAsync()).Text);

    public static TheoryData<string, string, bool> Troubles
    {
        get
        {
            var data = new TheoryData<string, string, bool>();
            foreach (var provider in Names)
            {
                foreach (var streamed in new[] { false, true })
                {
                    foreach (var trouble in new[] { Trouble.BrokenJson })
                        data.Add(provider, trouble.ToString(), streamed);
                }

                data.Add(provider, nameof(Trouble.Cut), true);
                data.Add(provider, nameof(Trouble.EarlyEnd), true);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Trouble_OfTheServer_IsNamed(string provider, string trouble, bool streamed)
    {
        await using var server = await StartAsync(provider);
        server.Trouble = Enum.Parse<Trouble>(trouble);
        using var model = Connect(provider, server);

        var failure = await FailAsync(model, streamed, server);

        Assert.Equal(
            server.Trouble switch
            {
                Trouble.BrokenJson => LanguageModelFailure.Unreadable,
                _ => LanguageModelFailure.Interrupted,
            },
            failure.Failure);
        Assert.Single(server.Requests);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task WrongKey_IsNamedWithoutTheKey(string provider)
    {
        await using var server = await StartAsync(provider);
        using var model = Connect(provider, server, options => options.ApiKey = "sk-wrong-5d2e");

        var failure = await FailAsync(model, streamed: true);

        Assert.Equal(LanguageModelFailure.WrongKey, failure.Failure);
        Assert.DoesNotContain("sk-wrong", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task UnknownModel_IsNamed(string provider)
    {
        await using var server = await StartAsync(provider);
        using var model = Connect(provider, server, options => options.Model = "no-such-model");

        Assert.Equal(LanguageModelFailure.UnknownModel, (await FailAsync(model, streamed: false)).Failure);
        Assert.Equal(LanguageModelFailure.UnknownModel, (await FailAsync(model, streamed: true)).Failure);
    }

    public static TheoryData<string, int, bool> Statuses => Everywhere(400, 401, 403, 404, 408, 413, 422, 429, 500, 502, 503, 529);

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task Status_OfTheServer_IsNamed(string provider, int status, bool streamed)
    {
        await using var server = await StartAsync(provider);
        server.Status = status;
        using var model = Connect(provider, server);

        var failure = await FailAsync(model, streamed);

        Assert.Equal(
            status switch
            {
                401 or 403 => LanguageModelFailure.WrongKey,
                404 => LanguageModelFailure.UnknownModel,
                408 => LanguageModelFailure.TimedOut,
                429 => LanguageModelFailure.RateLimited,
                < 500 => LanguageModelFailure.BadRequest,
                _ => LanguageModelFailure.Unavailable,
            },
            failure.Failure);
        Assert.Single(server.Requests);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task NobodyListens_IsUnreachable(string provider)
    {
        var server = await StartAsync(provider);
        using var model = Connect(provider, server);
        await server.DisposeAsync();

        Assert.Equal(LanguageModelFailure.Unreachable, (await FailAsync(model, streamed: true)).Failure);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Silence_IsHungUpOn_WhenTheCallerGivesUp(string provider)
    {
        await using var server = await StartAsync(provider);
        server.Trouble = Trouble.Silence;
        using var model = Connect(provider, server);
        using var stop = new CancellationTokenSource();

        var call = model.Client.GetStreamingResponseAsync(Messages(), cancellationToken: stop.Token).ToListAsync(CancellationToken.None).AsTask();
        stop.CancelAfter(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        await server.HungUp.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    /// <summary>Each case with each provider, whole and streamed.</summary>
    private static TheoryData<string, T, bool> Everywhere<T>(params T[] cases)
    {
        var data = new TheoryData<string, T, bool>();
        foreach (var provider in Names)
        {
            foreach (var one in cases)
            {
                data.Add(provider, one, false);
                data.Add(provider, one, true);
            }
        }

        return data;
    }

    private static List<ChatMessage> Messages() => [new(ChatRole.System, "You are brief."), new(ChatRole.User, "Greet me.")];

    private static async Task<LanguageModelException> FailAsync(LanguageModel model, bool streamed, ModelServer? server = null)
    {
        var failure = await Assert.ThrowsAsync<LanguageModelException>(async () =>
        {
            if (!streamed)
                await model.Client.GetResponseAsync(Messages());
            else
                await foreach (var _ in model.Client.GetStreamingResponseAsync(Messages()))
                    server?.Heard.TrySetResult();
        });
        Assert.DoesNotContain(ModelServer.Key, failure.ToString(), StringComparison.Ordinal);
        return failure;
    }

    private static async Task<ModelServer> StartAsync(string provider) => provider switch
    {
        "ollama" => await ModelServer.StartAsync<OllamaServer>(),
        "anthropic" => await ModelServer.StartAsync<AnthropicServer>(),
        "azure-openai" => await ModelServer.StartAsync<AzureServer>(),
        _ => await ModelServer.StartAsync<OpenAIServer>(),
    };

    private async Task CallToolAsync(string provider, Func<IChatClient, ChatOptions, Task<string>> ask)
    {
        await using var server = await StartAsync(provider);
        using var model = Connect(provider, server);
        using var client = new FunctionInvokingChatClient(model.Client);
        var asked = new List<string>();
        var options = ModelCall.Options("U1", "answer/1");
        options.Tools = [AIFunctionFactory.Create(
            ([Description("what to look for")] string query) => { asked.Add(query); return "paper 42"; }, "search_papers", "Finds papers")];

        Assert.Equal("Good morning.", await ask(client, options));

        Assert.Equal(["sleep"], asked);
        Assert.Equal(2, server.Requests.Count);
        Assert.Contains("paper 42", server.Last["messages"]!.ToJsonString(), StringComparison.Ordinal);
        if (provider != "ollama")
            Assert.Contains(ModelServer.CallId, JsonSerializer.Serialize(server.Last["messages"]!.AsArray()[^1]), StringComparison.Ordinal);
    }

    private LanguageModel Connect(string provider, ModelServer server, Action<LanguageModelOptions>? change = null)
    {
        var options = new LanguageModelOptions
        {
            Provider = provider, Model = ModelServer.Model, ApiKey = ModelServer.Key, MaxOutputTokens = 77, Retries = 0, CachedResponses = 0,
            Endpoint = server.Address + (provider is "openai" or "openai-compatible" ? "/v1" : ""),
        };
        change?.Invoke(options);
        var library = new LibraryDatabase(Options.Create(new StorageOptions { DataFolder = _folder.Path }));
        return LanguageModelsRegistration.Connect(options, new UsageStore(library, TimeProvider.System), TimeProvider.System, NullLoggerFactory.Instance);
    }
}
