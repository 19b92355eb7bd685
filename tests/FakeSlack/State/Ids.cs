using System.Security.Cryptography;

namespace FakeSlack;

/// <summary>Identifiers and secrets in the forms that Slack gives them.</summary>
internal static class Ids
{
    private const string Capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private const string Hex = "0123456789abcdef";
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    public static string New(string prefix) => prefix + RandomNumberGenerator.GetString(Capitals, 10);

    public static string HexString(int length) => RandomNumberGenerator.GetString(Hex, length);

    public static string Secret(int length) => RandomNumberGenerator.GetString(Letters, length);

    public static string Digits(int length) => RandomNumberGenerator.GetString("123456789", length);

    /// <summary>Five characters, as Slack names blocks and actions that came without a name.</summary>
    public static string ShortName() => RandomNumberGenerator.GetString(Letters, 5);
}
