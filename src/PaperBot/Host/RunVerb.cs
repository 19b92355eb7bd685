using System.Net.Sockets;
using System.Runtime.ExceptionServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PaperBot.LanguageModels;
using PaperBot.Slack;
using PaperBot.Slack.WebApi;
using PaperBot.Storage;
using PaperBot.Terminal;

namespace PaperBot.Host;

/// <summary>Runs the bot in Slack until it is stopped.</summary>
/// <param name="rooms">The bot lives in a container of services of its own, with a web server.</param>
internal sealed class RunVerb(Action<IServiceCollection> rooms) : Verb(
    "run", "Run the bot in Slack", "paperbot run", "paperbot run --data /srv/papers --verbose")
{
    private const string WithoutTokens =
        """
        PaperBot needs an app in Slack: at https://api.slack.com/apps choose "Create New App", "From a manifest"; paste config/slack-manifest.yaml.
        Set SLACK_BOT_TOKEN to the token under "Install App", and SLACK_APP_TOKEN to one made under "Basic Information" with connections:write.
        Then type it again. To try the bot without Slack, here and now: paperbot chat
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public override async Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var tokens = RequireTokens(run);
        var options = run.Get<IOptions<HostOptions>>().Value;
        if (!Uri.TryCreate(options.Address, UriKind.Absolute, out _))
            throw new UsageException($"Host:Address is {options.Address}, which is no address; one is like http://127.0.0.1:8080.");
        // Wrong settings and prompts are told now, not with the first question.
        run.Get<LanguageModel>();
        var app = BotHost.Build(run.Get<IConfiguration>(), options, tokens, run.Output, rooms);
        await using (app.ConfigureAwait(false))
        {
            using var sole = SoleRun.Begin(app.Services.GetRequiredService<LibraryDatabase>());
            await RequireAcceptedAsync(app.Services.GetRequiredService<ISlackApiClient>(), cancellationToken).ConfigureAwait(false);
            await StartAsync(app, options, cancellationToken).ConfigureAwait(false);
            await UntilStoppedAsync(app, cancellationToken).ConfigureAwait(false);
            // The bound on it is the host's own; a second signal ends the process at once.
            await app.StopAsync(CancellationToken.None).ConfigureAwait(false);
            ThrowIfFailed(app);
        }

        return ExitCode.Ok;
    }

    /// <exception cref="UsageException">There are none, or they are not as Slack gives them.</exception>
    internal static SlackTokens RequireTokens(VerbRun run)
    {
        var tokens = SlackTokens.Read(run.Get<IOptions<SlackSettings>>().Value);
        if (tokens.AreMissing)
            throw new UsageException(WithoutTokens);
        return string.Join('\n', tokens.Mistakes()) is { Length: > 0 } mistakes ? throw new UsageException(mistakes) : tokens;
    }

    /// <summary>A token that Slack refuses is told at once. When Slack cannot be reached, the bot starts all the same and goes on trying.</summary>
    internal static async Task RequireAcceptedAsync(ISlackApiClient slack, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await slack.Auth.TestAsync(patience.Token).ConfigureAwait(false);
        }
        catch (SlackException e) when (SlackErrors.IsFinal(e.ErrorCode))
        {
            throw new UsageException($"Slack does not accept SLACK_BOT_TOKEN ({e.ErrorCode}). {SlackErrors.Mend(e.ErrorCode)}");
        }
        catch (Exception e) when (e is SlackException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // The log of the transports tells of it, and so does /readyz.
        }
    }

    private static async Task StartAsync(WebApplication app, HostOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
            Log.Started(app.Logger, string.Join(", ", app.Urls));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopped while it started: what did start is stopped like the rest.
        }
        catch (IOException e) when (e.GetBaseException() is SocketException)
        {
            throw new UsageException(
                $"PaperBot cannot listen at {options.Address}, perhaps because another program does. "
                + "Choose another address with PAPERBOT_Host__Address.");
        }
    }

    /// <summary>Until a signal comes, or a part of the bot can go on no longer and has said so in the log.</summary>
    private static async Task UntilStoppedAsync(WebApplication app, CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, app.Lifetime.ApplicationStopping);
        await Task.Delay(Timeout.Infinite, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static void ThrowIfFailed(WebApplication app)
    {
        var failed = app.Services.GetServices<IHostedService>().OfType<BackgroundService>().FirstOrDefault(
            part => part.ExecuteTask is { IsFaulted: true });
        if (failed?.ExecuteTask?.Exception?.InnerException is { } reason)
            ExceptionDispatchInfo.Throw(reason);
    }
}
