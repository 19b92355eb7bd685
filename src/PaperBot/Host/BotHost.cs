using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaperBot.Bot;
using PaperBot.Bot.Home;
using PaperBot.Bot.Withdrawals;
using PaperBot.Digests.Delivery;
using PaperBot.Embedding;
using PaperBot.Host.Health;
using PaperBot.Ingestion.Feeds;
using PaperBot.Slack;
using PaperBot.Slack.Http;
using PaperBot.Slack.WebApi;
using PaperBot.Terminal;
using PaperBot.Terminal.Output;

namespace PaperBot.Host;

/// <summary>Puts the bot together: the rooms of the command, the way to Slack, and a web server for health and for what Slack sends.</summary>
internal static class BotHost
{
    // What is left to do when all is answered: sockets are closed, and the database.
    private static readonly TimeSpan Closing = TimeSpan.FromSeconds(5);

    /// <param name="settings">Those of the command.</param>
    /// <param name="terminal">Where log lines and notices go: to standard error.</param>
    /// <param name="rooms">What the bot needs.</param>
    public static WebApplication Build(
        IConfiguration settings, HostOptions options, SlackTokens tokens, TerminalOutput terminal, Action<IServiceCollection> rooms)
    {
        // The ready-made builders read appsettings.json of the working directory and variables of other programs.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddConfiguration(settings);
        builder.WebHost.UseKestrelCore().UseUrls(options.Address);

        // Lines of the log and of progress come from many threads, and none is drawn in place.
        var error = TextWriter.Synchronized(terminal.Streams.Error);
        var output = new TerminalOutput(
            terminal.Streams with { Error = error, ErrorIsTerminal = false }, json: false, terminal.IsQuiet, color: false);
        builder.Logging
            .SetMinimumLevel(LogLevel.Information)
            // These tell of each request, with its address.
            .AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("System", LogLevel.Warning)
            // What fails at start is told by the command, in a sentence.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical)
            .AddProvider(new LogLines(error, TimeProvider.System));

        var services = builder.Services;
        services.AddSingleton(output);
        services.AddRoutingCore();
        services.AddSingleton<IHostLifetime, NoSignals>();
        services.Configure<Microsoft.Extensions.Hosting.HostOptions>(
            host => host.ShutdownTimeout = TimeSpan.FromSeconds(options.DrainSeconds) + Closing);
        rooms(services);
        services.TryAddSingleton(TimeProvider.System);
        // Questions come side by side; a model that takes every core for one would only slow the others.
        services.PostConfigure<EmbeddingOptions>(embedding => embedding.Threads = embedding.Threads == 0 ? 1 : embedding.Threads);
        services.AddTelemetryExport(options.Collector);
        services.AddHostedService<FeedHost>();
        services.AddHostedService<DigestHost>();
        services.AddHostedService<WithdrawalHost>();
        services.AddSlack(slack =>
        {
            slack.Configure(connection => Connect(connection, tokens, options)).AddBot();
            if (tokens.UsesSocketMode)
                slack.UseSocketMode();
        });
        services.Configure<SlackApiOptions>(api => api.RateLimitFactor = tokens.RateLimitFactor);
        services.AddSingleton<LibraryPreparation>();
        services.AddHostedService(provider => provider.GetRequiredService<LibraryPreparation>());
        services.AddSingleton(tokens);
        services.AddSingleton<SlackLink>();
        services.AddSingleton<IConnectionHealth>(provider => provider.GetRequiredService<SlackLink>());
        services.AddSingleton<Readiness>();

        var app = builder.Build();
        app.MapHealth();
        if (!tokens.UsesSocketMode)
            app.MapSlack();
        return app;
    }

    private static void Connect(SlackOptions connection, SlackTokens tokens, HostOptions options)
    {
        connection.ApiUrl = tokens.ApiUrl.AbsoluteUri;
        (connection.BotToken, connection.AppToken, connection.SigningSecret) = (tokens.Bot, tokens.App, tokens.SigningSecret);
        connection.DrainSeconds = options.DrainSeconds;
    }
}
