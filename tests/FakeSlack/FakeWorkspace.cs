using System.Collections.Concurrent;
using System.Text.Json;

namespace FakeSlack;

/// <summary>
/// A Slack workspace in this process, with real sockets on 127.0.0.1: persons, channels, messages, views and files; the Web API with
/// Slack's rules; Socket Mode or signed posts to the app; faults on demand. Written from Slack's reference. Everything is thread-safe.
/// </summary>
/// <example>
/// <code>
/// await using var workspace = await FakeWorkspace.StartAsync();
/// var ada = workspace.AddUser("ada");
/// var papers = workspace.AddChannel("papers");
/// await workspace.Sockets.WaitForConnectionsAsync();
/// var question = ada.Mention(papers, "what is attention?");
/// var answer = await workspace.WaitForAnswerAsync(question);
/// await ada.ClickAsync(answer, "Summarize");
/// </code>
/// </example>
public sealed partial class FakeWorkspace : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, FakeUser> _users = new();
    private readonly Recent<AssistantThread> _assistant = new();
    private readonly Signals<AssistantThread> _assistantChanges = new();
    private readonly Recent<FakeMessage> _unfurls = new();
    private WorkspaceServer? _server;
    private HttpDelivery? _http;

    private FakeWorkspace(WorkspaceOptions options, TimeProvider time)
    {
        (Options, Time) = (options, time);
        GrantedScopes = string.Join(',', options.Scopes.Order(StringComparer.Ordinal));
        Conversations = new Conversations(options, time);
        Streams = new Streams(options, time);
        Faults = new ApiFaults(options.Seed);
        DeliveryFaults = new DeliveryFaults(options.Seed);
        Sockets = new SocketMode(options, time, ApiAppId);
        Dispatcher = new Dispatcher(options, time, DeliveryFaults, Sockets);
        Shapes = new Shapes(this);
        Events = new Events(this);
        Api = new WebApi(this);
        ResponseUrls = new ResponseUrls(this);
    }

    /// <summary>How long the waiting methods wait when nothing else is said: wall time, a test's safety net.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(10);

    /// <summary>How it was set up.</summary>
    public WorkspaceOptions Options { get; }

    /// <summary>The Web API's base address, for <c>SLACK_API_URL</c>.</summary>
    public Uri ApiUrl => new(BaseUrl, "api/");

    /// <summary>The bot's token: xoxb-….</summary>
    public string BotToken { get; } = $"xoxb-{Ids.Digits(12)}-{Ids.Digits(13)}-{Ids.Secret(24)}";

    /// <summary>The app-level token: xapp-….</summary>
    public string AppToken { get; } = $"xapp-1-{Ids.New("A")}-{Ids.Digits(13)}-{Ids.HexString(64)}";

    /// <summary>What posts to the app are signed with.</summary>
    public string SigningSecret { get; } = Ids.HexString(32);

    /// <summary>The legacy token that payloads carry.</summary>
    public string VerificationToken { get; } = Ids.Secret(24);

    /// <summary>The bot user's id.</summary>
    public string BotUserId { get; } = Ids.New("U");

    /// <summary>The bot's id, as its messages carry it.</summary>
    public string BotId { get; } = Ids.New("B");

    /// <summary>The workspace's id.</summary>
    public string TeamId { get; } = Ids.New("T");

    /// <summary>The app's id.</summary>
    public string ApiAppId { get; } = Ids.New("A");

    /// <summary>Faults of the Web API and of response URLs.</summary>
    public ApiFaults Faults { get; }

    /// <summary>Faults of events on their way to the app.</summary>
    public DeliveryFaults DeliveryFaults { get; }

    /// <summary>The app's sockets.</summary>
    public SocketMode Sockets { get; }

    /// <summary>The signed posts, after <see cref="DeliverTo(Uri)"/>.</summary>
    /// <exception cref="InvalidOperationException">Socket Mode is on.</exception>
    public HttpDelivery Http => _http ?? throw new InvalidOperationException("Call DeliverTo first.");

    /// <summary>The persons.</summary>
    public IReadOnlyList<FakeUser> Users => [.. _users.Values.OrderBy(user => user.Name, StringComparer.Ordinal)];

    /// <summary>The conversations.</summary>
    public IReadOnlyList<FakeChannel> Channels => [.. Conversations.All];

    /// <summary>Where everything of the workspace lies.</summary>
    public Uri BaseUrl => _server!.BaseUrl;

    internal string GrantedScopes { get; }

    internal TimeProvider Time { get; }

    internal Conversations Conversations { get; }

    internal Views Views { get; } = new();

    internal Streams Streams { get; }

    internal FileShelf Files { get; } = new();

    internal Recent<Trigger> Triggers { get; } = new();

    internal ResponseUrls ResponseUrls { get; }

    internal Dispatcher Dispatcher { get; }

    internal Shapes Shapes { get; }

    internal Events Events { get; }

    internal WebApi Api { get; }

    /// <summary>Starts a workspace that listens; it ends when it is disposed of.</summary>
    public static async Task<FakeWorkspace> StartAsync(WorkspaceOptions? options = null, TimeProvider? time = null,
        CancellationToken cancellationToken = default)
    {
        var workspace = new FakeWorkspace(options ?? new WorkspaceOptions(), time ?? TimeProvider.System);
        workspace._server = await WorkspaceServer.StartAsync(workspace, cancellationToken);
        return workspace;
    }

    /// <summary>Turns Socket Mode off and posts to one request URL for everything, as Bolt apps have it.</summary>
    public void DeliverTo(Uri requestUrl) => DeliverTo(new RequestUrls(requestUrl, requestUrl, requestUrl, requestUrl));

    /// <summary>Turns Socket Mode off and posts to these request URLs.</summary>
    public void DeliverTo(RequestUrls requestUrls)
    {
        _http?.Dispose();
        Dispatcher.Transport = _http = new HttpDelivery(Options, Time, SigningSecret, requestUrls);
    }

    /// <summary>Adds a person.</summary>
    /// <param name="name">The name, such as <c>ada</c>.</param>
    /// <param name="isAdmin">Whether the person runs the workspace.</param>
    /// <param name="timeZone">An IANA name.</param>
    public FakeUser AddUser(string name, bool isAdmin = false, string timeZone = "Europe/Berlin")
    {
        var user = new FakeUser(this, Ids.New("U"), name, isAdmin, timeZone);
        return _users[user.Id] = user;
    }

    /// <summary>Makes a channel with these members; the bot is one unless told otherwise.</summary>
    public FakeChannel AddChannel(string name, ChannelKind kind = ChannelKind.Public, bool withBot = true, params FakeUser[] members)
    {
        var channel = Conversations.Create(name, kind);
        foreach (var member in members.Length == 0 ? Users : members)
            channel.Add(member.Id);
        if (withBot)
            channel.Add(BotUserId);
        return channel;
    }

    /// <summary>Brings the bot into a channel, as an invitation does.</summary>
    public void Invite(FakeChannel channel, FakeUser inviter)
    {
        if (channel.Add(BotUserId))
            Events.Joined(channel, BotUserId, inviter.Id);
    }

    /// <summary>Takes the bot out of a channel.</summary>
    public void Kick(FakeChannel channel) => channel.Remove(BotUserId);

    /// <summary>A message of another app's bot.</summary>
    public FakeMessage SayAsOtherBot(FakeChannel channel, string text, string? threadTs = null)
    {
        var message = Conversations.Post(new FakeMessage
        {
            Channel = channel.Id,
            Ts = "",
            ThreadTs = threadTs,
            BotId = "B0OTHERBOT",
            Text = text,
            Subtype = "bot_message",
            Username = "other",
        });
        Events.Posted(message);
        return message;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Faults.Clear();
        await Dispatcher.DisposeAsync();
        await Sockets.DisposeAsync();
        if (_server is not null)
            await _server.DisposeAsync();
        _http?.Dispose();
    }
}
