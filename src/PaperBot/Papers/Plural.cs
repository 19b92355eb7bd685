using System.Globalization;

namespace PaperBot.Papers;

internal static class Plural
{
    /// <summary>"1 paper", "1,234 papers".</summary>
    public static string Of(long count, string one) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {one}{(count == 1 ? "" : "s")}");
}
