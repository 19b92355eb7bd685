using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PaperBot.Digests.Delivery;

/// <summary>Ids of digests: the same for the same occasion, in every process, and however often it is tried.</summary>
internal static class DigestId
{
    public static string OfDueTime(long subscription, DateTimeOffset dueAt) =>
        Of(string.Create(CultureInfo.InvariantCulture, $"{subscription} due {dueAt.ToUnixTimeMilliseconds()}"));

    public static string OfRequest(long subscription, string requestId) => Of(string.Create(CultureInfo.InvariantCulture, $"{subscription} asked {requestId}"));

    private static string Of(string occasion) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(occasion))[..12]);
}
