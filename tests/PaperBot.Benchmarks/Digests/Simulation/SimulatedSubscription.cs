using PaperBot.Digests.Delivery;
using PaperBot.Digests.Subscriptions;

namespace PaperBot.Benchmarks.Digests.Simulation;

/// <summary>A subscription, the calendars that it went by, and the times at which its digests could not come.</summary>
internal sealed class SimulatedSubscription(long id, string place, Calendar calendar, DateTimeOffset since)
{
    private readonly List<(Calendar Calendar, DateTimeOffset From)> _calendars = [(calendar, since)];

    public long Id => id;

    public string Place => place;

    public DateTimeOffset? RemovedAt { get; set; }

    public DateTimeOffset? PausedAt { get; set; }

    /// <summary>When no digest was to come.</summary>
    public List<(DateTimeOffset From, DateTimeOffset Until)> Pauses { get; } = [];

    /// <summary>When a digest could not come, or only late.</summary>
    public List<(DateTimeOffset From, DateTimeOffset Until)> Hindrances { get; } = [];

    public int Told { get; set; }

    public int TimesClosed { get; set; }

    public Calendar Calendar => _calendars[^1].Calendar;

    public Timing Change(Calendar next, DateTimeOffset now)
    {
        _calendars.Add((next, now));
        // A digest that is late when the schedule changes is covered by the first of the new one.
        Hindrances.Add((now, next.Times(now, now.AddDays(40)).First()));
        return next.Timing;
    }

    /// <summary>What the calendars name, also while no digest was to come.</summary>
    public List<DateTimeOffset> Named(DateTimeOffset until) =>
        [.. _calendars.SelectMany((part, i) => part.Calendar.Times(part.From, i + 1 < _calendars.Count ? _calendars[i + 1].From : until))];

    public bool IsPausedAt(DateTimeOffset at) => Pauses.Exists(pause => at >= pause.From && at <= pause.Until);

    public string IdOf(DateTimeOffset due) => DigestId.OfDueTime(id, due);
}
