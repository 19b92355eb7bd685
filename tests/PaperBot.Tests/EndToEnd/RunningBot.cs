using FakeSlack;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Host;
using PaperBot.Host.Health;
using PaperBot.Terminal;
using PaperBot.Terminal.Output;

namespace PaperBot.Tests.EndToEnd;

/// <summary>
/// The whole bot, put together as <c>paperbot run</c> does it, beside a workspace of its own, on real sockets. When it is disposed of, its log is
/// held against everything that may not be in one.
/// </summary>
internal sealed class RunningBot : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _log = new();
    private readonly TextWriter _error;
    private readonly PreparedLibrary _library;
    private readonly Transport _transport;
    private readonly Dictionary<string, string?> _settings;
    private WebApplication? _app;
    private TimeProvider? _time;

    private RunningBot(PreparedLibrary library, Transport transport, FakeWorkspace workspace, IReadOnlyDictionary<string, string?>? settings)
    {
        (_library, _transport, Workspace, _error) = (library, transport, workspace, TextWriter.Synchronized(_log));
        _settings = new Dictionary<string, string?>(settings ?? new Dictionary<string, string?>())
        {
            ["Storage:DataFolder"] = Path.Combine(_folder.Path, "data"),
            ["Host:Address"] = "http://127.0.0.1:0",
            ["Slack:ApiUrl"] = workspace.ApiUrl.AbsoluteUri,
            ["Slack:BotToken"] = workspace.BotToken,
            [transport == Transport.SocketMode ? "Slack:AppToken" : "Slack:SigningSecret"] =
                transport == Transport.SocketMode ? workspace.AppToken : workspace.SigningSecret,
        };
    }

    public FakeWorkspace Workspace { get; }

    /// <summary>Takes the place of services; the next start sees it.</summary>
    public Action<IServiceCollection> Replace { get; set; } = _ => { };

    /// <summary>The bot's services, to look at what it stored.</summary>
    public IServiceProvider Services => App.Services;

    /// <summary>Where its web server is.</summary>
    public Uri Address => new(App.Urls.Single());

    /// <summary>What it wrote to standard error so far.</summary>
    public string Log
    {
        get
        {
            // A synchronized writer locks itself.
            lock (_error)
                return _log.ToString();
        }
    }

    private WebApplication App => _app ?? throw new InvalidOperationException("The bot is not running.");

    /// <summary>A workspace with nobody in it yet and a bot that is ready in it.</summary>
    /// <param name="options">The workspace, when it is no ordinary one.</param>
    /// <param name="settings">Settings of the bot, when they are no ordinary ones.</param>
    /// <param name="empty">Leaves out the library of the fixture.</param>
    /// <param name="replace">See <see cref="Replace"/>.</param>
    /// <param name="time">The clock of the bot and of the workspace; null is the machine's.</param>
    public static async Task<RunningBot> StartAsync(
        PreparedLibrary library, Transport transport, WorkspaceOptions? options = null, IReadOnlyDictionary<string, string?>? settings = null,
        bool empty = false, Action<IServiceCollection>? replace = null, TimeProvider? time = null)
    {
        var workspace = await FakeWorkspace.StartAsync(options ?? Patient(), time);
        var bot = new RunningBot(library, transport, workspace, settings) { Replace = replace ?? (_ => { }), _time = time };
        if (!empty)
            library.CopyTo(bot._settings["Storage:DataFolder"]!);
        await bot.StartAsync();
        return bot;
    }

    /// <summary>A workspace whose repeats come soon, and whose windows can be opened on a slow machine too.</summary>
    public static WorkspaceOptions Patient() => new() { RetryScale = 0.001, TriggerLifetime = TimeSpan.FromMinutes(1) };

    public async Task StartAsync()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(_settings).Build();
        var streams = new TerminalStreams(TextWriter.Null, _error, Stream.Null);
        var tokens = SlackTokens.Read(settings.GetSection("Slack").Get<SlackSettings>()!);
        var options = settings.GetSection("Host").Get<PaperBot.Host.HostOptions>()!;
        _app = BotHost.Build(settings, options, tokens, new TerminalOutput(streams, json: false, quiet: false, color: false), Rooms);
        await _app.StartAsync();
        if (_transport == Transport.Http)
            Workspace.DeliverTo(new Uri(Address, "/slack/events"));
        await UntilReadyAsync();
    }

    /// <summary>Stops the bot as a signal does.</summary>
    public async Task StopAsync()
    {
        await App.StopAsync();
        await App.DisposeAsync();
        _app = null;
    }

    /// <summary>Stops without waiting for what is in hand, and starts again on what it left behind.</summary>
    public async Task RestartAbruptlyAsync()
    {
        await App.StopAsync(new CancellationToken(canceled: true));
        await App.DisposeAsync();
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await StopAsync();
        var secrets = new[] { Workspace.BotToken, Workspace.AppToken, Workspace.SigningSecret }.Concat(Texts()).Where(Log.Contains).ToList();
        await Workspace.DisposeAsync();
        _folder.Dispose();
        Assert.Empty(secrets);
    }

    private async Task UntilReadyAsync()
    {
        var readiness = Services.GetRequiredService<Readiness>();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var looks = 0; !readiness.Look().Ready; looks++)
        {
            Assert.True(looks < 1_000, $"The bot is not ready: {readiness.Look()}\n{Log}");
            await timer.WaitForNextTickAsync();
        }
    }

    /// <summary>What was said; short words may well be in a log.</summary>
    private IEnumerable<string> Texts() => Workspace.Channels.SelectMany(Workspace.Messages)
        .Concat(Workspace.Users.SelectMany(Workspace.Ephemerals))
        .SelectMany(message => message.Text.Split('\n')).Where(line => line.Length > 12);

    private void Rooms(IServiceCollection services)
    {
        Program.Rooms(services);
        services.AddSingleton(_library.Models);
        if (_time is not null)
            services.AddSingleton(_time);
        Replace(services);
    }
}
