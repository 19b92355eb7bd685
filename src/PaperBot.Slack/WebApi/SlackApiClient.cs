using System.Net;
using Microsoft.Extensions.Logging;
using PaperBot.Slack.WebApi.Calls;
using PaperBot.Slack.WebApi.Groups;
using PaperBot.Slack.WebApi.RateLimits;

namespace PaperBot.Slack.WebApi;

/// <summary>
/// Slack's Web API over HTTP. It keeps to Slack's rates ahead of time, waits as long as Slack asks after a 429, and tries again, a bounded
/// number of times, where a repeat does no harm. Tokens go into the <c>Authorization</c> header and nowhere else. One client serves one workspace,
/// for as long as the process lives, and from any thread. See https://docs.slack.dev/apis/web-api.
/// </summary>
public sealed class SlackApiClient : ISlackApiClient
{
    private readonly Responder _responder;

    /// <param name="http">
    /// Made over <see cref="CreateHandler"/>, which follows no redirect; without a timeout of its own, since each call has one here, and
    /// without loggers of its own, which would write addresses that are secrets.
    /// </param>
    /// <param name="options">Where Slack is, and the tokens.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Hears of what failed and was put off, without texts and tokens.</param>
    /// <exception cref="ArgumentException">The address is neither https nor http, or a token has characters that no token has.</exception>
    public SlackApiClient(HttpClient http, SlackApiOptions options, TimeProvider time, ILogger<SlackApiClient> logger)
    {
        Check(options);
        if (options.ApiUrl.Scheme == Uri.UriSchemeHttp && !options.ApiUrl.IsLoopback)
            Log.PlainHttp(logger);

        var wire = new Wire(http, time);
        var retries = new Retries(options.MaxAttempts, time, logger);
        var hosts = new TrustedHosts(options.ApiUrl);
        var caller = new SlackCaller(options, wire, new RateLimiter(options.RateLimitFactor, options.MaxRateLimitWait, time), retries);
        _responder = new Responder(options, wire, retries, hosts, time);
        Auth = new AuthApi(caller);
        Apps = new AppsApi(caller);
        Conversations = new ConversationsApi(caller);
        Chat = new ChatApi(caller, Conversations, time);
        Users = new UsersApi(caller);
        Views = new ViewsApi(caller);
        Reactions = new ReactionsApi(caller);
        Files = new FilesApi(caller, options, wire, retries, hosts, time);
        AssistantThreads = new AssistantThreadsApi(caller);
    }

    /// <inheritdoc/>
    public IAuthApi Auth { get; }

    /// <inheritdoc/>
    public IAppsApi Apps { get; }

    /// <inheritdoc/>
    public IChatApi Chat { get; }

    /// <inheritdoc/>
    public IConversationsApi Conversations { get; }

    /// <inheritdoc/>
    public IUsersApi Users { get; }

    /// <inheritdoc/>
    public IViewsApi Views { get; }

    /// <inheritdoc/>
    public IReactionsApi Reactions { get; }

    /// <inheritdoc/>
    public IFilesApi Files { get; }

    /// <inheritdoc/>
    public IAssistantThreadsApi AssistantThreads { get; }

    /// <summary>What the client's requests go through: no redirects, which would carry a message to another host, and no cookies.</summary>
    public static SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    /// <inheritdoc/>
    public Task RespondAsync(string responseUrl, ResponseMessage message, CancellationToken cancellationToken) =>
        _responder.RespondAsync(responseUrl, message, cancellationToken);

    // What is wrong is said without what was given: a token in the wrong place is a secret still.
    private static void Check(SlackApiOptions options)
    {
        if (options.ApiUrl is not { IsAbsoluteUri: true, Scheme: "https" or "http", UserInfo: "", Query: "", Fragment: "" })
            throw new ArgumentException("Slack's API address must be like https://slack.com/api/, and nothing more.", nameof(options));
        if (options.BotToken.Any(IsNoTokens) || options.AppToken.Any(IsNoTokens))
            throw new ArgumentException("A Slack token has a character that no token has, a space or a line break perhaps.", nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxAttempts, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.RateLimitFactor, nameof(options));

        static bool IsNoTokens(char character) => character is <= ' ' or > '~';
    }
}
