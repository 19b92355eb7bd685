using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PaperBot.Bot.Failures;
using PaperBot.Bot.Mentions;
using PaperBot.Embedding;
using PaperBot.Ingestion;
using PaperBot.Ingestion.Sources;
using PaperBot.Retrieval;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Events;
using PaperBot.Slack.WebApi;
using PaperBot.Tests.Ingestion.Web;
using PaperBot.Tests.Retrieval;

namespace PaperBot.Tests.Bot;

/// <summary>
/// The rooms of the program with a small library and the real model; only what lies beyond the Web API is kept in memory. Each test has
/// channels of its own.
/// </summary>
#pragma warning disable CA1001 // xunit calls DisposeAsync.
public sealed class BotRooms : IAsyncLifetime
#pragma warning restore CA1001
{
    private readonly TemporaryFolder _folder = new();
    private readonly EmbeddingModelLoader _models = new(new ModelStore(ModelStore.DefaultFolder), Options.Create(new EmbeddingOptions()));
    private ServiceProvider? _rooms;
    private int _channels;

    internal MemorySlack Slack { get; } = new();

    internal T Get<T>()
        where T : notnull => _rooms!.GetRequiredService<T>();

    public async Task InitializeAsync()
    {
        await new ModelStore(ModelStore.DefaultFolder).EnsureDefaultAsync();
        _rooms = Start();
        Get<PaperStore>().Store(InventedPapers.All);
        await Get<EmbeddingCatchUp>().RunAsync(null, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _rooms!.DisposeAsync();
        _models.Dispose();
        _folder.Dispose();
    }

    internal Talk Talk(bool isDirect = false) => new(this, $"{(isDirect ? 'D' : 'C')}{Interlocked.Increment(ref _channels)}", isDirect);

    private ServiceProvider Start()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:DataFolder"] = Path.Combine(_folder.Path, "data") }).Build());
        // Nothing listens there; no test of the bot reaches a service.
        services.PostConfigure<SourcesOptions>(sources => sources.PointTo("http://127.0.0.1:9"));
        services.AddSingleton(TimeProvider.System);
        services.AddLogging();
        Program.Rooms(services);
        services.AddSingleton(_models);
        services.AddSingleton<ISlackApiClient>(Slack);
        return services.BuildServiceProvider();
    }
}

[CollectionDefinition(Name)]
public sealed class BotRoomsTests : ICollectionFixture<BotRooms>
{
    public const string Name = "Bot rooms";
}

/// <summary>One conversation: people write in it, and what Slack would tell of it reaches the bot.</summary>
internal sealed class Talk(BotRooms rooms, string channel, bool isDirect)
{
    public const string Mention = $"<@{MemorySlack.Self}>";

    private int _events;

    public string Channel => channel;

    /// <returns>The message.</returns>
    public async Task<string> SayAsync(string text, string? thread = null, string user = "U1", params IReadOnlyList<SharedFile> files)
    {
        var ts = rooms.Slack.Say(channel, thread, user, text);
        if (!isDirect && text.Contains(Mention, StringComparison.Ordinal))
            await TellAsync(new AppMention { Channel = channel, User = user, Text = text, Ts = ts, ThreadTs = thread, Files = files });
        await TellAsync(new MessageEvent
        {
            Channel = channel,
            User = user,
            Text = text,
            Ts = ts,
            ThreadTs = thread,
            Files = files,
            ChannelType = isDirect ? "im" : "channel",
            Subtype = files.Count > 0 ? "file_share" : null,
        });
        return ts;
    }

    /// <summary>As the dispatch does it: what a handler throws goes to the failure handler.</summary>
    public async Task TellAsync(SlackEvent told)
    {
        var delivery = new Delivery($"Ev{channel}{++_events}", "T1", DateTimeOffset.UnixEpoch, 1);
        try
        {
            await (told switch
            {
                AppMention mention => Handler<MentionHandler>().HandleAsync(mention, delivery, CancellationToken.None),
                MessageEvent message => Handler<MessageHandler>().HandleAsync(message, delivery, CancellationToken.None),
                _ => throw new ArgumentOutOfRangeException(nameof(told)),
            });
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            await rooms.Get<FailureNotice>().HandleAsync(told, "REF123", delivery, CancellationToken.None);
        }
    }

    private T Handler<T>() => ActivatorUtilities.CreateInstance<T>(rooms.Get<IServiceProvider>());

    public IReadOnlyList<MemorySlack.Kept> Replies(string? thread = null) =>
        [.. rooms.Slack.Messages.Where(message => message.Channel == channel && message.User == MemorySlack.Self && message.Thread == thread)];

    public IReadOnlyList<MemorySlack.Kept> AllReplies =>
        [.. rooms.Slack.Messages.Where(message => message.Channel == channel && message.User == MemorySlack.Self)];
}
