namespace PaperBot.Benchmarks.Digests.Simulation;

/// <summary>How large a simulation is, and how much goes wrong in it. The same plan is the same simulation.</summary>
/// <param name="CrashShare">How likely a host dies at each single step, 0 to 1.</param>
/// <param name="FaultShare">How likely the chat, or the library, fails at each single call.</param>
internal sealed record SimulationPlan(int Subscriptions, int Days, int Seed, double CrashShare = 0.01, double FaultShare = 0.02)
{
    /// <summary>Both clock changes of both hemispheres are within the year that follows.</summary>
    public DateTimeOffset Start { get; init; } = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);

    public DateTimeOffset End => Start.AddDays(Days);

    /// <summary>Time zones of all kinds: changes in spring and autumn, at midnight, by half an hour, in winter, for a month of fasting, and none at all.</summary>
    public static IReadOnlyList<string> TimeZones { get; } =
    [
        "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "Europe/Dublin", "America/Santiago", "Africa/Cairo",
        "America/St_Johns", "Asia/Kathmandu", "Pacific/Apia", "Pacific/Chatham", "Asia/Tokyo", "America/Sao_Paulo", "Asia/Kolkata", "America/Los_Angeles",
        "Europe/London", "Asia/Jerusalem", "Asia/Beirut", "America/Havana", "Antarctica/Troll", "Pacific/Auckland", "Australia/Adelaide",
        "America/Halifax", "Europe/Lisbon", "Atlantic/Azores", "America/Denver", "America/Phoenix", "Asia/Tehran", "Asia/Shanghai", "Europe/Athens",
        "America/Asuncion", "Africa/Johannesburg", "Pacific/Kiritimati", "Pacific/Marquesas", "Asia/Dubai", "Europe/Chisinau", "America/Nuuk",
        "Australia/Sydney", "America/Anchorage", "UTC",
    ];
}
