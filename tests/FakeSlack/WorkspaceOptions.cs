namespace FakeSlack;

/// <summary>Which of Slack's two agent surfaces the app declares.</summary>
public enum AgentSurface
{
    /// <summary>Neither: an ordinary app with a messages tab.</summary>
    None,

    /// <summary><c>features.agent_view</c>: opening the conversation is <c>app_home_opened</c> with the messages tab.</summary>
    AgentView,

    /// <summary><c>features.assistant_view</c>, the legacy surface: <c>assistant_thread_started</c>.</summary>
    AssistantView,
}

/// <summary>How the workspace is set up, how strict it is and how fast its clocks run.</summary>
public sealed record WorkspaceOptions
{
    /// <summary>The scopes that the default installation grants.</summary>
    public static IReadOnlySet<string> AllScopes { get; } = new HashSet<string>
    {
        "app_mentions:read", "assistant:write", "channels:history", "channels:join", "channels:read", "chat:write", "commands", "files:read",
        "files:write", "groups:history", "groups:read", "im:history", "im:read", "im:write", "links:read", "links:write", "mpim:history", "mpim:read",
        "reactions:read", "reactions:write", "team:read", "users:read",
    };

    /// <summary>The workspace's name.</summary>
    public string TeamName { get; init; } = "Lab";

    /// <summary>The workspace's domain, without <c>.slack.com</c>.</summary>
    public string Domain { get; init; } = "lab";

    /// <summary>The bot user's name.</summary>
    public string BotName { get; init; } = "paperbot";

    /// <summary>The port to listen on; zero takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Scopes granted to the bot token.</summary>
    public IReadOnlySet<string> Scopes { get; init; } = AllScopes;

    /// <summary>Event types that the app subscribed to, such as <c>message.channels</c>; null for all.</summary>
    public IReadOnlySet<string>? Events { get; init; }

    /// <summary>Domains whose links the app unfurls.</summary>
    public IReadOnlyList<string> UnfurlDomains { get; init; } = ["arxiv.org", "doi.org", "huggingface.co"];

    /// <summary>Which agent surface the app declares.</summary>
    public AgentSurface Surface { get; init; } = AgentSurface.AgentView;

    /// <summary>Whether Slack's rate limits are kept.</summary>
    public bool EnforceRateLimits { get; init; }

    /// <summary>Messages that one channel takes at once before the limit of one a second bites.</summary>
    public int ChannelBurst { get; init; } = 5;

    /// <summary>How long Slack waits for an acknowledgement.</summary>
    public TimeSpan AckDeadline { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>After a delivery that was not acknowledged, when the next ones follow.</summary>
    public IReadOnlyList<TimeSpan> RetryDelays { get; init; } = [TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    /// <summary>What the retry delays are multiplied with: 0.001 turns a minute into 60 ms.</summary>
    public double RetryScale { get; init; } = 1;

    /// <summary>How often Slack pings a socket.</summary>
    public TimeSpan PingInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>After a <c>disconnect</c> with reason <c>warning</c>, how long the socket stays open.</summary>
    public TimeSpan WarningNotice { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The most sockets at once; Slack takes ten.</summary>
    public int MaxConnections { get; init; } = 10;

    /// <summary>How long a trigger can open a modal.</summary>
    public TimeSpan TriggerLifetime { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long a stream takes text.</summary>
    public TimeSpan StreamLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Seeds the faults, so that a run can be repeated.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>How many calls and deliveries are remembered.</summary>
    public int LogCapacity { get; init; } = 20_000;

    /// <summary>How many messages one channel remembers.</summary>
    public int MessagesPerChannel { get; init; } = 100_000;
}
