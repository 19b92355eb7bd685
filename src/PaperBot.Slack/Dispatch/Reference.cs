using System.Security.Cryptography;

namespace PaperBot.Slack.Dispatch;

/// <summary>Names one failure, for a person to read out and for the log to be searched for.</summary>
internal static class Reference
{
    // Base 32 as Crockford has it: no letters that look like digits.
    public static string New() => RandomNumberGenerator.GetString("0123456789ABCDEFGHJKMNPQRSTVWXYZ", 8);
}
