using System.Collections.Concurrent;
using System.Text.Json;
using FakeSlack;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Bot;
using PaperBot.Digests.Delivery;
using PaperBot.Digests.Subscriptions;
using PaperBot.Slack;
using PaperBot.Slack.WebApi;

namespace PaperBot.Benchmarks.Digests.Simulation;

/// <summary>
/// A simulated workspace on real sockets, behind the bot's own way of posting, with faults of its own: calls that are refused, fail, or break before
/// or after they take effect. What the bot remembers of its posts lies in a library of its own.
/// </summary>
internal sealed class WorkspaceChat : ISimulatedChat, IAsyncDisposable
{
    private const string MetadataKey = "delivery", DigestPrefix = "digest:", PaperPrefix = "paper:";

    private readonly FakeWorkspace _workspace;
    private readonly TimeProvider _time;
    private readonly string _folder;
    private readonly List<ServiceProvider> _hosts = [];
    private readonly ConcurrentDictionary<string, FakeChannel> _channels = new();
    private readonly ConcurrentDictionary<string, FakeUser> _people = new();

    private WorkspaceChat(FakeWorkspace workspace, TimeProvider time, string folder) => (_workspace, _time, _folder) = (workspace, time, folder);

    public IReadOnlyList<SeenDigest> Seen => [.. _channels.Keys.SelectMany(SeenAt)];

    /// <param name="folder">An empty folder for what the bot remembers.</param>
    public static async Task<WorkspaceChat> StartAsync(string folder, SimulationPlan plan, TimeProvider time)
    {
        var workspace = await FakeWorkspace.StartAsync(new WorkspaceOptions { Seed = plan.Seed }, time).ConfigureAwait(false);
        foreach (var method in (string[])["chat.postMessage", "conversations.history"])
        {
            workspace.Faults.Sometimes(method, Fault.ServerError(), plan.FaultShare);
            workspace.Faults.Sometimes(method, Fault.RateLimited(TimeSpan.FromSeconds(1)), plan.FaultShare);
            workspace.Faults.Sometimes(method, Fault.DropBefore(), plan.FaultShare);
            workspace.Faults.Sometimes(method, Fault.DropAfter(), plan.FaultShare);
        }

        return new WorkspaceChat(workspace, time, folder);
    }

    public IDigestPost Connect()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Storage:DataFolder", _folder)]).Build());
        services.AddSingleton<TimeProvider>(new HastyTime(_time));
        services.AddLogging();
        PaperBot.Program.Rooms(services);
        services.AddSlack(slack => slack.Configure(connection => (connection.ApiUrl, connection.BotToken) = (_workspace.ApiUrl.AbsoluteUri, _workspace.BotToken)).AddBot());
        services.Configure<SlackApiOptions>(api => api.RateLimitFactor = 10_000);
        var host = services.BuildServiceProvider();
        _hosts.Add(host);
        return new Doors(this, host.GetRequiredService<IDigestPost>());
    }

    public IReadOnlyList<SeenDigest> SeenAt(string place) =>
    [
        .. _workspace.Messages(Channel(place)).Select(message => (Message: message, Digest: DigestOf(message))).Where(seen => seen.Digest is not null)
            .Select(seen => new SeenDigest(seen.Digest!, place, PapersOf(seen.Message))),
    ];

    public async ValueTask DisposeAsync()
    {
        foreach (var host in _hosts)
            await host.DisposeAsync().ConfigureAwait(false);
        await _workspace.DisposeAsync().ConfigureAwait(false);
        SqliteConnection.ClearAllPools();
    }

    private FakeChannel Channel(string place) => _channels.GetOrAdd(place, name => _workspace.AddChannel(name.ToLowerInvariant()));

    private FakeUser Person(string owner) => _people.GetOrAdd(owner, name => _workspace.AddUser(name.ToLowerInvariant()));

    /// <summary>The id that stays with the message, unseen: the bot writes <c>digest:SUBSCRIPTION:ID</c>.</summary>
    private static string? DigestOf(FakeMessage message) =>
        message.Metadata is { } metadata && metadata.GetProperty("event_payload").TryGetProperty(MetadataKey, out var delivery)
        && delivery.GetString() is { } name && name.StartsWith(DigestPrefix, StringComparison.Ordinal) ? name.Split(':', 3)[2] : null;

    /// <summary>What its Summarize buttons name.</summary>
    private static List<string> PapersOf(FakeMessage message) => message.Blocks is not { } blocks ? [] :
    [
        .. blocks.EnumerateArray().Where(block => block.TryGetProperty("elements", out _)).SelectMany(block => block.GetProperty("elements").EnumerateArray())
            .Select(element => element.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "")
            .Where(value => value.StartsWith(PaperPrefix, StringComparison.Ordinal)).Select(value => value[PaperPrefix.Length..]),
    ];

    /// <summary>The places of the simulation as the workspace names them.</summary>
    private sealed class Doors(WorkspaceChat chat, IDigestPost post) : IDigestPost
    {
        public Task<PostOutcome> PostAsync(Digest digest, bool mayBePosted, CancellationToken cancellationToken) =>
            post.PostAsync(digest with { Subscription = Named(digest.Subscription) }, mayBePosted, cancellationToken);

        public Task TellPausedAsync(Subscription subscription, string why, CancellationToken cancellationToken) =>
            post.TellPausedAsync(Named(subscription), why, cancellationToken);

        private Subscription Named(Subscription subscription) =>
            subscription with { Place = chat.Channel(subscription.Place).Id, Owner = chat.Person(subscription.Owner).Id };
    }

    /// <summary>Simulated time in which nobody who waits waits long, and no call takes too long.</summary>
    private sealed class HastyTime(TimeProvider time) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => time.GetUtcNow();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var isPause = state is not CancellationTokenSource && dueTime != Timeout.InfiniteTimeSpan;
            return System.CreateTimer(callback, state, isPause ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
