using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using PaperBot.Ingestion.Fetching;
using PaperBot.Ingestion.Sources;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Slack.WebApi;
using PaperBot.Storage;

namespace PaperBot.Tests.Ingestion.Web;

/// <summary>The rooms of the program on a real library, with a server on 127.0.0.1 in the place of all sources.</summary>
internal sealed class FetchTest : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<ServiceProvider> _rooms = [];

    private FetchTest(LeapingTime time, ReplayServer server) => (Time, Server) = (time, server);

    public LeapingTime Time { get; }

    public ReplayServer Server { get; }

    public TemporaryFolder Folder => _folder;

    public Action<SourcesOptions> Configure { get; set; } = _ => { };

    public PaperSources Sources => Rooms.GetRequiredService<PaperSources>();

    public PaperStore Papers => Rooms.GetRequiredService<PaperStore>();

    /// <summary>The process as it runs; <see cref="Restart"/> ends it.</summary>
    public ServiceProvider Rooms => _rooms.Count > 0 ? _rooms[^1] : Restart();

    public static async Task<FetchTest> StartAsync()
    {
        var time = new LeapingTime();
        return new FetchTest(time, await ReplayServer.StartAsync(time));
    }

    /// <summary>A new process on the same library.</summary>
    public ServiceProvider Restart()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Storage:DataFolder", _folder.Path)]).Build());
        services.AddSingleton<TimeProvider>(Time);
        services.AddLogging();
        Program.Rooms(services);
        // Nothing of this is said in a chat.
        services.AddSingleton(Mock.Of<ISlackApiClient>());
        services.PostConfigure<SourcesOptions>(options =>
        {
            options.PointTo(Server.Address);
            Configure(options);
        });
        _rooms.Add(services.BuildServiceProvider());
        return _rooms[^1];
    }

    public async Task<FetchReport> FetchAsync(string reference, int? most = null, CancellationToken cancellationToken = default) =>
        await Sources.FetchAsync(PaperSources.Read(reference)!, new FetchLimits(most), null, cancellationToken);

    public Paper Paper(string key) => Papers.Find(PaperKey.TryParse(key, out var parsed) ? parsed : throw new ArgumentException(key, nameof(key)))!;

    public IReadOnlyList<PaperOrigin> Origins(string key)
    {
        using var connection = _folder.Library().Open();
        using var origins = new PaperOrigins(connection, "");
        return origins.Of(connection.Count("SELECT paper_id FROM paper_keys WHERE key = $key", ("$key", key)));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var rooms in _rooms)
            await rooms.DisposeAsync();
        await Server.DisposeAsync();
        _folder.Dispose();
    }
}

internal static class SourcesAddress
{
    /// <summary>Puts a server in the place of all sources.</summary>
    public static void PointTo(this SourcesOptions options, string address)
    {
        foreach (var (setting, value) in Settings(address))
            typeof(SourcesOptions).GetProperty(setting.Split(':')[1])!.SetValue(options, value);
    }

    /// <inheritdoc cref="PointTo"/>
    public static Dictionary<string, string?> Settings(string address) => new()
    {
        ["Sources:ArxivApi"] = $"{address}/api/query",
        ["Sources:ArxivOai"] = $"{address}/oai",
        ["Sources:ArxivRss"] = $"{address}/rss",
        ["Sources:HuggingFace"] = $"{address}/hf",
        ["Sources:SemanticScholar"] = $"{address}/s2",
        ["Sources:OpenAlex"] = $"{address}/openalex",
        ["Sources:Crossref"] = $"{address}/crossref",
        ["Sources:PubMed"] = $"{address}/pubmed",
        ["Sources:Zotero"] = $"{address}/zotero",
    };
}
