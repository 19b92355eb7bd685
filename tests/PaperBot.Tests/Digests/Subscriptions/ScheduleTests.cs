using FsCheck;
using FsCheck.Xunit;
using PaperBot.Benchmarks.Digests.Simulation;
using PaperBot.Digests.Subscriptions;

namespace PaperBot.Tests.Digests.Subscriptions;

public sealed class ScheduleTests
{
    [Theory]
    [InlineData("0 9 * * *", "every day at 09:00, Europe/Berlin")]
    [InlineData("30 8 * * 1-5", "every weekday at 08:30, Europe/Berlin")]
    [InlineData("0 9 * * 1", "every Monday at 09:00, Europe/Berlin")]
    [InlineData("5 17 * * 1,3,5", "every Monday, Wednesday and Friday at 17:05, Europe/Berlin")]
    [InlineData("0 * * * *", "every hour, Europe/Berlin")]
    [InlineData("15 * * * *", "every hour, 15 minutes past, Europe/Berlin")]
    [InlineData("0 9 1 * *", "by cron 0 9 1 * *, Europe/Berlin")]
    public void Describe_ReadsLikeASentence(string cron, string described) => Assert.Equal(described, Schedule.Describe(new Timing(cron, "Europe/Berlin")));

    [Theory]
    // The clock goes from 02:00 to 03:00: 02:30 comes at 03:00.
    [InlineData("30 2 * * *", "Europe/Berlin", "2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z")]
    // The clock goes from 03:00 back to 02:00: 02:30 comes twice and counts the first time.
    [InlineData("30 2 * * *", "Europe/Berlin", "2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("30 2 * * *", "Europe/Berlin", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z")]
    // What comes every hour need not come when the clock has moved on.
    [InlineData("35 * * * *", "America/St_Johns", "2026-03-08T05:05:00Z", "2026-03-08T06:05:00Z")]
    [InlineData("15 * * * *", "Australia/Lord_Howe", "2026-10-03T14:45:00Z", "2026-10-03T16:15:00Z")]
    [InlineData("0 9 * * 1-5", "America/New_York", "2026-03-06T15:00:00Z", "2026-03-09T13:00:00Z")]
    [InlineData("0 9 * * *", "Australia/Lord_Howe", "2026-04-04T12:00:00Z", "2026-04-04T22:30:00Z")]
    [InlineData("30 1 * * *", "Europe/Dublin", "2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z")]
    [InlineData("30 1 * * *", "Europe/Dublin", "2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z")]
    [InlineData("30 1 * * *", "Europe/Dublin", "2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("30 2 * * *", "Africa/Casablanca", "2026-03-21T12:00:00Z", "2026-03-22T02:00:00Z")]
    public void Next_AroundAClockChange_IsWhatPeopleExpect(string cron, string zone, string after, string next) =>
        Assert.Equal(DateTimeOffset.Parse(next, null), Schedule.Next(new Timing(cron, zone), DateTimeOffset.Parse(after, null)));

    /// <summary>The calendar of the simulation computes by arithmetic on the time zone alone.</summary>
    [Fact]
    public void Next_InFortyTimeZonesOverAYear_IsWhatTheCalendarSays()
    {
        var (from, until) = (new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));
        foreach (var zone in SimulationPlan.TimeZones)
            foreach (var (hour, minute) in ((int?, int)[])[(0, 0), (0, 30), (1, 30), (2, 0), (2, 30), (3, 0), (9, 0), (23, 45)])
            {
                var calendar = new Calendar(zone, hour, minute, Calendar.EveryDay, null);
                var times = new List<DateTimeOffset>();
                for (var at = Schedule.Next(calendar.Timing, from); at <= until; at = Schedule.Next(calendar.Timing, at.Value))
                    times.Add(at.Value);
                Assert.Equal(calendar.Times(from, until), times);
            }
    }

    [Property]
    public bool Next_IsLater_AndNoLaterThanTheNextLocalDay(byte hour, byte minute, byte zone, int hours)
    {
        var timing = new Timing($"{minute % 60} {hour % 24} * * *", SimulationPlan.TimeZones[zone % SimulationPlan.TimeZones.Count]);
        var after = DateTimeOffset.UnixEpoch.AddYears(56).AddHours(Math.Abs((long)hours) % 87_600);
        var next = Schedule.Next(timing, after);
        return next > after && next <= after.AddHours(27);
    }

    [Property]
    public bool Parse_AnyText_IsNoneOrASchedule(NonNull<string> text)
    {
        var parsed = Schedule.Parse(text.Get);
        return parsed is null || text.Get.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 5;
    }

    [Theory]
    [InlineData("*/5 * * * *")]
    [InlineData("0,30 * * * *")]
    [InlineData("0 9 * *")]
    [InlineData("0 0 9 * * *")]
    [InlineData("H 9 * * *")]
    [InlineData("0 H * * *")]
    [InlineData("60 9 * * *")]
    [InlineData("@daily")]
    public void Parse_WhatComesTooOftenOrIsNone_IsNone(string cron) => Assert.Null(Schedule.Parse(cron));

    [Theory]
    [InlineData("Europe/Nowhere")]
    [InlineData("../../etc/hostname")]
    [InlineData("/etc/localtime")]
    [InlineData("")]
    public void Next_UnknownTimeZone_IsNone(string zone) => Assert.Null(Schedule.Next(new Timing("0 9 * * *", zone), DateTimeOffset.UnixEpoch));

    [Fact]
    public void Last_OfAWeekMissed_IsTheLatest()
    {
        var first = new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

        Assert.Equal(first.AddDays(6), Schedule.Last(new Timing("0 9 * * *", "UTC"), first, first.AddDays(6).AddHours(23)));
    }
}
