using System.ComponentModel.DataAnnotations;

namespace PaperBot.Host;

/// <summary>Where the bot's web server listens, and how it ends.</summary>
internal sealed class HostOptions
{
    /// <summary>
    /// An http address: health is there, and without Socket Mode what Slack sends. Encryption is the business of a proxy in front of it.
    /// </summary>
    [Required]
    [RegularExpression(
        "^http://[^/ ]+:[0-9]{1,5}/?$",
        ErrorMessage = "Host:Address must be an address with a port, such as http://127.0.0.1:8080 or http://0.0.0.0:8080.")]
    public string Address { get; set; } = "http://127.0.0.1:8080";

    /// <summary>
    /// Where traces and metrics of the language model's calls are sent, by OTLP over HTTP; null sends none. Also OTEL_EXPORTER_OTLP_ENDPOINT.
    /// </summary>
    [RegularExpression(
        "^https?://[^/ ]+(/[^ ]*)?$", ErrorMessage = "Host:Collector must be the http address of an OpenTelemetry collector, such as http://127.0.0.1:4318.")]
    public string? Collector { get; set; }

    /// <summary>How long what was begun may take to finish when the bot is stopped, in seconds.</summary>
    [Range(1, 300)]
    public int DrainSeconds { get; set; } = 20;
}
