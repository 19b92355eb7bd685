using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace PaperBot.Slack.Http;

/// <summary>Tells Slack's requests from others. See https://docs.slack.dev/authentication/verifying-requests-from-slack.</summary>
internal static class SignatureCheck
{
    private const string Version = "v0=";
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    /// <param name="headers">The request's headers.</param>
    /// <param name="body">The bytes as they came: any other writing of the same JSON has another signature.</param>
    /// <param name="secret">The app's signing secret.</param>
    /// <param name="now">The time. An older request may be one that somebody caught and sends again.</param>
    public static bool IsSlacks(IHeaderDictionary headers, ReadOnlySpan<byte> body, string secret, DateTimeOffset now)
    {
        if (secret.Length == 0
            || headers["X-Slack-Request-Timestamp"] is not [{ } timestamp]
            || headers["X-Slack-Signature"] is not [{ } signature]
            || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs((decimal)now.ToUnixTimeSeconds() - seconds) > (decimal)Window.TotalSeconds
            || !signature.StartsWith(Version, StringComparison.Ordinal))
        {
            return false;
        }

        Span<byte> claimed = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var decoding = Convert.FromHexString(signature.AsSpan(Version.Length), claimed, out _, out var written);
        if (decoding != OperationStatus.Done || written != claimed.Length)
            return false;

        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hmac.AppendData(Encoding.UTF8.GetBytes($"v0:{timestamp}:"));
        hmac.AppendData(body);
        return CryptographicOperations.FixedTimeEquals(hmac.GetHashAndReset(), claimed);
    }
}
