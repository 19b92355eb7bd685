using System.ComponentModel.DataAnnotations;

namespace PaperBot.Slack;

/// <summary>How the app reaches Slack, and how it takes in what Slack tells. Durations are in seconds.</summary>
public sealed class SlackOptions
{
    /// <summary>Where the Web API is; another address is for a workspace made for tests.</summary>
    [Required]
    [Url]
    public string ApiUrl { get; set; } = "https://slack.com/api/";

    /// <summary>The bot's token, <c>xoxb-…</c>.</summary>
    public string? BotToken { get; set; }

    /// <summary>The app-level token, <c>xapp-…</c>, with the scope <c>connections:write</c>. Socket Mode needs it.</summary>
    public string? AppToken { get; set; }

    /// <summary>What Slack signs its requests with. HTTP needs it.</summary>
    public string? SigningSecret { get; set; }

    /// <summary>How many deliveries may wait or be in hand; above it, Slack and the person are told to come again.</summary>
    [Range(1, 100_000)]
    public int QueueBound { get; set; } = 1_000;

    /// <summary>
    /// How many of them may be one person's, so that nobody takes the room of all. A mention counts twice, since Slack tells of it twice.
    /// </summary>
    [Range(1, 100_000)]
    public int QueueBoundOfPerson { get; set; } = 400;

    /// <summary>How many deliveries are in hand at once. Each has a thread of its own, so that computing holds up no acknowledgement.</summary>
    [Range(1, 64)]
    public int Workers { get; set; } = 8;

    /// <summary>How long a handler may take before it has failed.</summary>
    [Range(0.01, 3_600)]
    public double HandlerSeconds { get; set; } = 120;

    /// <summary>How long the options of a menu, or the answer to a form, may take. Slack waits for 3 seconds.</summary>
    [Range(0.01, 3)]
    public double AnswerSeconds { get; set; } = 2;

    /// <summary>
    /// How often a delivery is begun before it is given up, when a process ends in the middle of it. What waits for Slack's rates is begun as well,
    /// so a few restarts in a row are no sign yet that it is what ends the process.
    /// </summary>
    [Range(1, 100)]
    public int Attempts { get; set; } = 6;

    /// <summary>How long handlers may go on when the host stops. What is not done then is done after the next start.</summary>
    [Range(0, 600)]
    public double DrainSeconds { get; set; } = 10;

    /// <summary>What a person reads when there is no room for their request.</summary>
    [Required]
    [StringLength(1_000, MinimumLength = 1)]
    public string BusyText { get; set; } = "I have too much to do right now. Please try again in a minute.";

    /// <summary>The largest request over HTTP, in bytes.</summary>
    [Range(1_024, 16_777_216)]
    public int RequestBytes { get; set; } = 1_048_576;

    /// <summary>How many sockets are open at once; Slack allows 10. With two, a refresh of one loses nothing.</summary>
    [Range(1, 10)]
    public int Sockets { get; set; } = 2;

    /// <summary>How long after one socket the next is opened, so that Slack does not refresh them together.</summary>
    [Range(0, 600)]
    public double SocketStaggerSeconds { get; set; } = 10;

    /// <summary>How long opening a socket may take, up to Slack's <c>hello</c>.</summary>
    [Range(0.01, 120)]
    public double HelloSeconds { get; set; } = 15;

    /// <summary>How long a socket is quiet before it is asked for a sign of life, and how long that may take.</summary>
    [Range(0.01, 120)]
    public double PingSeconds { get; set; } = 10;

    /// <summary>A socket from which nothing came for so long, not even the answer to a ping, is dead and replaced.</summary>
    [Range(0.01, 600)]
    public double SilenceSeconds { get; set; } = 30;

    /// <summary>The longest wait between two tries to open a socket.</summary>
    [Range(0.01, 3_600)]
    public double ReconnectSeconds { get; set; } = 60;

    /// <summary>The wait after Slack refused the app-level token.</summary>
    [Range(0.01, 86_400)]
    public double RefusedSeconds { get; set; } = 300;

    /// <summary>The largest message over a socket, in bytes; a larger one is passed over.</summary>
    [Range(1_024, 67_108_864)]
    public int MessageBytes { get; set; } = 4_194_304;
}
