using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PaperBot.LanguageModels;
using PaperBot.LanguageModels.Usage;
using PaperBot.Tests.LanguageModels.Servers;

namespace PaperBot.Tests.LanguageModels.Providers;

/// <summary>A provider with all that lies around it, connected to a server that speaks as the real one does, on a clock that stands still.</summary>
internal sealed class ConnectedProvider : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly LanguageModel _model;

    private ConnectedProvider(string provider, ModelServer server, Action<LanguageModelOptions>? change)
    {
        Server = server;
        var options = new LanguageModelOptions
        {
            Provider = provider,
            Model = ModelServer.Model,
            ApiKey = ModelServer.Key,
            MaxOutputTokens = 77,
            Retries = 0,
            CachedResponses = 0,
            Endpoint = server.Address + (provider is "openai" or "openai-compatible" ? "/v1" : ""),
        };
        change?.Invoke(options);
        Usage = new UsageStore(_folder.Library(), Time);
        _model = LanguageModelsRegistration.Connect(options, Usage, Time, NullLoggerFactory.Instance);
    }

    public static string[] Names { get; } = ["openai", "azure-openai", "openai-compatible", "ollama", "anthropic"];

    public static List<ChatMessage> Messages => [new(ChatRole.System, "You are brief."), new(ChatRole.User, "Greet me.")];

    public ModelServer Server { get; }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 5, 4, 9, 0, 0, TimeSpan.Zero));

    public UsageStore Usage { get; }

    public IChatClient Client => _model.Client;

    public static async Task<ConnectedProvider> StartAsync(string provider, Action<LanguageModelOptions>? change = null) =>
        new(provider, await StartServerAsync(provider), change);

    /// <returns>The words that came, and the failure that ended the call, which holds neither the key nor a text.</returns>
    public async Task<(string Words, LanguageModelException Failure)> FailAsync(bool streamed)
    {
        var words = "";
        var failure = await Assert.ThrowsAsync<LanguageModelException>(async () =>
        {
            if (!streamed)
                await Client.GetResponseAsync(Messages);
            else
                await foreach (var piece in Client.GetStreamingResponseAsync(Messages))
                    Hear(piece.Text);
        });
        var told = failure.ToString();
        Assert.EndsWith(".", failure.Message, StringComparison.Ordinal);
        Assert.All(
            [ModelServer.Key, "Greet me", "You are brief", "Good", "overloaded_for_now", "sk-"],
            secret => Assert.DoesNotContain(secret, told, StringComparison.Ordinal));
        Assert.Equal((failure.Failure, failure.Message), Usage.RecentFailures(1).Select(past => (past.Failure, past.Message)).Single());
        return (words, failure);

        void Hear(string text)
        {
            words += text;
            if (text.Length > 0)
                Server.Heard.TrySetResult();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _model.Dispose();
        await Server.DisposeAsync();
        _folder.Dispose();
    }

    private static async Task<ModelServer> StartServerAsync(string provider) => provider switch
    {
        "ollama" => await ModelServer.StartAsync<OllamaServer>(),
        "anthropic" => await ModelServer.StartAsync<AnthropicServer>(),
        "azure-openai" => await ModelServer.StartAsync<AzureServer>(),
        "openai-compatible" => await ModelServer.StartAsync<CompatibleServer>(),
        _ => await ModelServer.StartAsync<OpenAIServer>(),
    };
}
