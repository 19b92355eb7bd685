using Microsoft.Extensions.DependencyInjection;
using PaperBot.Settings;

namespace PaperBot.Host;

internal static class HostRegistration
{
    /// <summary>Adds the settings, which every verb checks. What the bot needs to run is built when it runs.</summary>
    public static IServiceCollection AddHost(this IServiceCollection services) => services
        .AddSettings<HostOptions>("Host", ("OTEL_EXPORTER_OTLP_ENDPOINT", nameof(HostOptions.Collector)))
        .AddSettings<SlackSettings>(
            "Slack",
            // As Slack's own kits name them.
            ("SLACK_BOT_TOKEN", nameof(SlackSettings.BotToken)),
            ("SLACK_BOT_TOKEN_FILE", nameof(SlackSettings.BotTokenFile)),
            ("SLACK_APP_TOKEN", nameof(SlackSettings.AppToken)),
            ("SLACK_APP_TOKEN_FILE", nameof(SlackSettings.AppTokenFile)),
            ("SLACK_SIGNING_SECRET", nameof(SlackSettings.SigningSecret)),
            ("SLACK_SIGNING_SECRET_FILE", nameof(SlackSettings.SigningSecretFile)),
            ("SLACK_API_URL", nameof(SlackSettings.ApiUrl)));
}
