using System.Security.Cryptography;
using System.Text;

namespace PaperBot.Embedding.Installing;

/// <summary>SHA-256 in lower-case hexadecimal.</summary>
internal static class Checksum
{
    public static async Task<string> OfFileAsync(string path, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken).ConfigureAwait(false));
    }

    public static string OfText(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
