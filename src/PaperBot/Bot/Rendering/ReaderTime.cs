using System.Globalization;

namespace PaperBot.Bot.Rendering;

/// <summary>A time, which Slack writes in the reader's own time zone; what stands behind the bar is for where it cannot.</summary>
internal static class ReaderTime
{
    /// <summary>"Today at 9:00".</summary>
    public static string Of(DateTimeOffset time) => string.Create(
        CultureInfo.InvariantCulture,
        $"<!date^{time.ToUnixTimeSeconds()}^{{date_short_pretty}} at {{time}}|{time.UtcDateTime:yyyy-MM-dd HH:mm} UTC>");
}
