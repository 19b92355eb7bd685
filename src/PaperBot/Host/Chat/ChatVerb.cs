using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using PaperBot.Bot;
using PaperBot.LanguageModels;
using PaperBot.Slack;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.WebApi;
using PaperBot.Terminal;
using PaperBot.Terminal.Output;

namespace PaperBot.Host.Chat;

/// <summary>The bot's conversation without Slack: its commands, mentions, follow-ups, buttons and forms in this terminal.</summary>
internal sealed class ChatVerb(Action<IServiceCollection> rooms) : Verb(
    "chat", "Talk to the bot as in Slack, here in the terminal", "paperbot chat", "echo 'How does SPANN search a billion vectors?' | paperbot chat")
{
    public override async Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        // Wrong settings and prompts are told now, not with the first question.
        run.Get<LanguageModel>();
        await run.Get<FirstUse>().PrepareAsync(cancellationToken).ConfigureAwait(false);
        using var host = Build(run);
        await host.StartAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await host.Services.GetRequiredService<ChatSession>().RunAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Ctrl-C is a way to end a conversation like any other.
        }

        await host.StopAsync(CancellationToken.None).ConfigureAwait(false);
        return ExitCode.Ok;
    }

    private IHost Build(VerbRun run)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Configuration.AddConfiguration(run.Get<IConfiguration>());
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddProvider(new StandardErrorLog(run.Output));
        var services = builder.Services;
        services.AddSingleton(run.Output);
        services.AddSingleton<IHostLifetime, NoSignals>();
        rooms(services);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSlack(slack => slack.AddBot());
        services
            .AddSingleton<ChatTranscript>()
            .AddSingleton<ChatButtons>()
            .AddSingleton<ChatScreen>()
            .AddSingleton<ChatForm>()
            .AddSingleton<ChatSession>()
            .AddSingleton<ChatInbox>()
            .AddSingleton<IInbox>(provider => provider.GetRequiredService<ChatInbox>())
            .AddSingleton<ISlackApiClient, TerminalSlack>();
        return builder.Build();
    }
}
