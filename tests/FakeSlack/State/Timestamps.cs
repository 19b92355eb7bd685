using System.Globalization;

namespace FakeSlack;

/// <summary>Message timestamps: seconds and microseconds, unique and increasing within the workspace.</summary>
internal sealed class Timestamps(TimeProvider time)
{
    private long _last;

    public string Next()
    {
        var now = (time.GetUtcNow().UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;
        long seen, next;
        do
        {
            seen = Interlocked.Read(ref _last);
            next = Math.Max(now, seen + 1);
        }
        while (Interlocked.CompareExchange(ref _last, next, seen) != seen);
        return string.Create(CultureInfo.InvariantCulture, $"{next / 1_000_000}.{next % 1_000_000:D6}");
    }

    public static DateTimeOffset Read(string ts) =>
        DateTimeOffset.UnixEpoch.AddTicks((long)(decimal.Parse(ts, CultureInfo.InvariantCulture) * TimeSpan.TicksPerSecond));

    /// <summary>Ten digits, a point, six digits.</summary>
    public static bool IsTimestamp(string? text) =>
        text is { Length: 17 } && text[10] == '.' && text.Where((_, at) => at != 10).All(char.IsAsciiDigit);
}
