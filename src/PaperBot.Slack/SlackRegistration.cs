using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.SocketMode;
using PaperBot.Slack.WebApi;

namespace PaperBot.Slack;

/// <summary>Adds Slack to a host.</summary>
public static class SlackRegistration
{
    /// <summary>
    /// Adds the Web API's client and the dispatch, which handles deliveries for as long as the host runs. They come over
    /// <see cref="SlackBuilder.UseSocketMode"/> or <see cref="Http.SlackEndpoints.MapSlack"/>.
    /// </summary>
    /// <param name="services">The host's.</param>
    /// <param name="configure">Registers handlers.</param>
    public static IServiceCollection AddSlack(this IServiceCollection services, Action<SlackBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<SlackOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IInbox, MemoryInbox>();
        AddClient(services);

        var builder = new SlackBuilder(services);
        services.AddSingleton(builder.Handlers);
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<SlackOptions>>().Value;
            return new Lanes(options.QueueBound, options.QueueBoundOfPerson);
        });
        services.AddSingleton<FirstAnswers>();
        services.AddSingleton<BusyReplies>();
        services.AddSingleton<DeliveryRun>();
        services.AddSingleton<SlackDispatcher>();
        services.AddSingleton(provider => new SlackIntake(provider.GetRequiredService<SlackDispatcher>()));
        services.AddSingleton<SlackConnectionState>();

        // First of the hosted services here, so that it stops last: what the transports took is still handled.
        services.AddHostedService<Workers>();
        configure(builder);
        return services;
    }

    private static void AddClient(IServiceCollection services)
    {
        services.AddOptions<SlackApiOptions>().Configure<IOptions<SlackOptions>>((api, slack) =>
        {
            api.ApiUrl = new Uri(slack.Value.ApiUrl);
            api.BotToken = slack.Value.BotToken ?? "";
            api.AppToken = slack.Value.AppToken ?? "";
        }).ValidateDataAnnotations();
        services.TryAddSingleton<ISlackApiClient>(provider => new SlackApiClient(
            new HttpClient(SlackApiClient.CreateHandler(), disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan },
            provider.GetRequiredService<IOptions<SlackApiOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<SlackApiClient>>()));
    }
}
