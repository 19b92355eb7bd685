using System.ComponentModel.DataAnnotations;

namespace PaperBot.Slack.WebApi;

/// <summary>How <see cref="SlackApiClient"/> reaches Slack. It is no record, so that no ToString shows a token.</summary>
public sealed class SlackApiOptions
{
    /// <summary>Where the methods are. Anything but <c>https</c> must be written out as <c>http://</c>: it sends the tokens in the clear.</summary>
    public Uri ApiUrl { get; set; } = new("https://slack.com/api/");

    /// <summary>The bot token, <c>xoxb-…</c>. Calls without it answer <c>not_authed</c>, as Slack would.</summary>
    public string BotToken { get; set; } = "";

    /// <summary>The app-level token, <c>xapp-…</c>, for <c>apps.connections.open</c> alone.</summary>
    public string AppToken { get; set; } = "";

    /// <summary>How long one try of a call may take, from 1 second to 5 minutes; 15 seconds where nothing else is said.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long the bytes of one file may take, from 1 second to 10 minutes; 2 minutes where nothing else is said.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan UploadTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How often a call is tried at most, the first time included: from 1 to 10; 4 where nothing else is said.</summary>
    [Range(1, 10)]
    public int MaxAttempts { get; set; } = 4;

    /// <summary>
    /// The longest wait for a place in a rate limit, from nothing to 10 minutes; 60 seconds where nothing else is said. What must wait longer fails
    /// at once.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan MaxRateLimitWait { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Multiplies the rates of Slack's reference, from 0.1 to 10,000: more than 1 is for workspaces whose limits Slack has raised, and for local
    /// ones.
    /// </summary>
    [Range(0.1, 10_000)]
    public double RateLimitFactor { get; set; } = 1;
}
