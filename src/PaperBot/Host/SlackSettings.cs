using System.ComponentModel.DataAnnotations;

namespace PaperBot.Host;

/// <summary>How the bot gets into a workspace. Each secret may come from a file instead, as container platforms hand them out.</summary>
internal sealed class SlackSettings
{
    /// <summary>xoxb-…, from "Install App" in the app's settings. Also SLACK_BOT_TOKEN.</summary>
    public string? BotToken { get; set; }

    /// <summary>A file that holds the bot token. Also SLACK_BOT_TOKEN_FILE.</summary>
    public string? BotTokenFile { get; set; }

    /// <summary>xapp-…, for Socket Mode. Also SLACK_APP_TOKEN.</summary>
    public string? AppToken { get; set; }

    /// <summary>A file that holds the app-level token. Also SLACK_APP_TOKEN_FILE.</summary>
    public string? AppTokenFile { get; set; }

    /// <summary>For HTTP: what Slack signs its requests with. Also SLACK_SIGNING_SECRET.</summary>
    public string? SigningSecret { get; set; }

    /// <summary>A file that holds the signing secret. Also SLACK_SIGNING_SECRET_FILE.</summary>
    public string? SigningSecretFile { get; set; }

    /// <summary>The base address of the Web API. Also SLACK_API_URL.</summary>
    [Required, RegularExpression("^https?://.+", ErrorMessage = "Slack:ApiUrl must be an http or https address, such as https://slack.com/api/.")]
    public string ApiUrl { get; set; } = "https://slack.com/api/";

    /// <summary>Multiplies Slack's published rates, which the bot keeps ahead of time: more than 1 where Slack has raised them.</summary>
    [Range(0.1, 10_000)]
    public double RateLimitFactor { get; set; } = 1;
}
