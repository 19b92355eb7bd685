using System.ClientModel;
using System.Globalization;

namespace PaperBot.LanguageModels.Decorators;

/// <summary>How long a provider asks to be left alone, where its client tells.</summary>
internal static class RetryAfter
{
    public static TimeSpan? Of(Exception exception) =>
        exception is ClientResultException e && e.GetRawResponse() is { } response
        && response.Headers.TryGetValue("retry-after", out var value)
        && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and < 86_400
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
