using Microsoft.Extensions.Logging;

namespace PaperBot.Slack.WebApi;

/// <summary>What the client says of its calls: methods, codes and times. No addresses, tokens or texts.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Slack put off {Method} (try {Attempt}) by {Seconds} s.")]
    public static partial void PutOff(ILogger logger, string method, int attempt, double seconds);

    [LoggerMessage(2, LogLevel.Warning, "Slack's {Method} failed at try {Attempt} with {Code}; it may have been done: {MayHaveLanded}.")]
    public static partial void Failed(ILogger logger, string method, int attempt, string code, bool mayHaveLanded);

    [LoggerMessage(3, LogLevel.Information, "Slack's {Method} was looked up after a failure; it had been done: {Found}.")]
    public static partial void LookedUp(ILogger logger, string method, bool found);

    [LoggerMessage(4, LogLevel.Warning, "Whether Slack's {Method} was done could not be looked up: {LookUp} answered {Code}.")]
    public static partial void LookUpFailed(ILogger logger, string method, string lookUp, string code);

    [LoggerMessage(5, LogLevel.Warning, "Slack's tokens go over plain HTTP, to a host that is not this machine.")]
    public static partial void PlainHttp(ILogger logger);
}
