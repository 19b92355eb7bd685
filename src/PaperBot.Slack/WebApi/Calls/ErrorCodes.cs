using System.Text.RegularExpressions;

namespace PaperBot.Slack.WebApi.Calls;

/// <summary>Slack's errors, cut to what may stand in a log.</summary>
internal static partial class ErrorCodes
{
    private const int MostDetails = 10;
    private const int LongestDetail = 300;

    /// <returns>The code as Slack wrote it, or <c>invalid_response</c> when it does not look like one.</returns>
    public static string Clean(string? code) => code is not null && Code.IsMatch(code) ? code : "invalid_response";

    /// <returns>Slack's messages on the arguments, and the scope that is missing.</returns>
    public static string[] Details(SlackAnswer answer)
    {
        var messages = (answer.ResponseMetadata?.Messages ?? []).OfType<string>();
        if (answer.Needed is { Length: > 0 } needed)
            messages = messages.Append($"needed: {needed}");
        return [.. messages.Take(MostDetails).Select(message => message.Length <= LongestDetail ? message : message[..LongestDetail])];
    }

    [GeneratedRegex("^[a-z0-9_]{1,100}$", RegexOptions.CultureInvariant)]
    private static partial Regex Code { get; }
}
