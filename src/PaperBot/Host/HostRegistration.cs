using Microsoft.Extensions.DependencyInjection;
using PaperBot.Settings;

namespace PaperBot.Host;

internal static class HostRegistration
{
    /// <summary>Adds the settings, which every verb checks. What the bot needs to run is built when it runs.</summary>
    public static IServiceCollection AddHost(this IServiceCollection services) => services
        .AddSettings<HostOptions>("Host")
        .AddSettings<SlackOptions>(
            "Slack",
            // As Slack's own kits name them.
            ("SLACK_BOT_TOKEN", nameof(SlackOptions.BotToken)),
            ("SLACK_BOT_TOKEN_FILE", nameof(SlackOptions.BotTokenFile)),
            ("SLACK_APP_TOKEN", nameof(SlackOptions.AppToken)),
            ("SLACK_APP_TOKEN_FILE", nameof(SlackOptions.AppTokenFile)),
            ("SLACK_SIGNING_SECRET", nameof(SlackOptions.SigningSecret)),
            ("SLACK_SIGNING_SECRET_FILE", nameof(SlackOptions.SigningSecretFile)),
            ("SLACK_API_URL", nameof(SlackOptions.ApiUrl)));
}
