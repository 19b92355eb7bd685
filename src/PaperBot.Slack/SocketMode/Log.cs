using Microsoft.Extensions.Logging;

namespace PaperBot.Slack.SocketMode;

/// <summary>What is said of sockets. Their addresses are secrets, and so is all that comes over them.</summary>
internal static partial class Log
{
    [LoggerMessage(301, LogLevel.Information, "A socket to Slack is open ({Number} of {Sockets}).")]
    public static partial void Opened(ILogger logger, int number, int sockets);

    [LoggerMessage(302, LogLevel.Warning, "A socket to Slack was silent for {Seconds} s; it is given up and replaced.")]
    public static partial void Silent(ILogger logger, double seconds);

    [LoggerMessage(303, LogLevel.Warning, "A message over a socket could not be read, or was too large; it is passed over.")]
    public static partial void Malformed(ILogger logger);

    [LoggerMessage(304, LogLevel.Debug, "An acknowledgement did not get through ({Kind}).")]
    public static partial void NotAcknowledged(ILogger logger, string kind);

    [LoggerMessage(305, LogLevel.Information, "Slack will end socket {Number} ({Reason}); another takes its place.")]
    public static partial void Replacing(ILogger logger, int number, string reason);

    [LoggerMessage(306, LogLevel.Warning, "{Trouble} Socket {Number} is opened again in {Seconds:F1} s.")]
    public static partial void Again(ILogger logger, string trouble, int number, double seconds);

    [LoggerMessage(307, LogLevel.Error, "Slack refuses the app-level token ({Code}). Check Slack:AppToken: it begins with xapp- and has the scope "
        + "connections:write. It is tried again every {Seconds} s.")]
    public static partial void Refused(ILogger logger, string code, double seconds);

    [LoggerMessage(308, LogLevel.Critical, "Slack says that Socket Mode is switched off for this app. No socket is opened until the next start: "
        + "switch it on in the app's settings, then start again.")]
    public static partial void SwitchedOff(ILogger logger);
}
