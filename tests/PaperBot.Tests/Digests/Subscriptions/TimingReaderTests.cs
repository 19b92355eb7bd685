using FsCheck;
using FsCheck.Xunit;
using PaperBot.Digests.Subscriptions;

namespace PaperBot.Tests.Digests.Subscriptions;

public sealed class TimingReaderTests
{
    [Theory]
    [InlineData("daily", "0 9 * * *", "Asia/Tokyo")]
    [InlineData("daily 09:00 Europe/Berlin", "0 9 * * *", "Europe/Berlin")]
    [InlineData("Daily at 9 europe/berlin", "0 9 * * *", "Europe/Berlin")]
    [InlineData("every day at 17:05", "5 17 * * *", "Asia/Tokyo")]
    [InlineData("weekdays 8:30", "30 8 * * 1-5", "Asia/Tokyo")]
    [InlineData("every weekday noon Berlin", "0 12 * * 1-5", "Europe/Berlin")]
    [InlineData("weekly", "0 9 * * 1", "Asia/Tokyo")]
    [InlineData("weekly Monday 9am", "0 9 * * 1", "Asia/Tokyo")]
    [InlineData("weekly on Friday at 12 am New York", "0 0 * * 5", "America/New_York")]
    [InlineData("mondays 09:00", "0 9 * * 1", "Asia/Tokyo")]
    [InlineData("every Tuesday", "0 9 * * 2", "Asia/Tokyo")]
    [InlineData("Mon, Wed and Fri 12pm UTC", "0 12 * * 1,3,5", "UTC")]
    [InlineData("hourly", "0 * * * *", "Asia/Tokyo")]
    [InlineData("cron 0 9 * * 1-5", "0 9 * * 1-5", "Asia/Tokyo")]
    [InlineData("cron 0 9,17 1 * * Europe/Berlin", "0 9,17 1 * *", "Europe/Berlin")]
    public void Read_WhatPeopleType_IsATiming(string words, string cron, string zone) =>
        Assert.Equal(new TimingReading(new Timing(cron, zone), null), TimingReader.Read(words, "Asia/Tokyo"));

    [Theory]
    [InlineData("", "Say when digests shall come, for example: daily 09:00 Europe/Berlin")]
    [InlineData("sometimes", "“sometimes” is no schedule; one is daily, weekdays, weekly Monday, hourly or cron, for example: daily 09:00 Europe/Berlin")]
    [InlineData("daily 25:00", "“25:00” is no time of the day, which runs from 00:00 to 23:59; for example: daily 09:00 Europe/Berlin")]
    [InlineData("daily 13pm", "“13pm” is no time of the day, which runs from 00:00 to 23:59; for example: daily 09:00 Europe/Berlin")]
    [InlineData("daily 09:00 Europe/Berln", "“Europe/Berln” is no time zone. Did you mean Europe/Berlin?")]
    [InlineData("daily 09:00 Berln", "“Berln” is no time zone. Did you mean Europe/Berlin?")]
    [InlineData("daily 09:00 Middle-earth/Hobbiton", "“Middle-earth/Hobbiton” is no time zone; one is named by continent and city, for example: daily 09:00 Europe/Berlin")]
    [InlineData("hourly 09:00", "hourly takes no time of the day, for example: hourly Europe/Berlin")]
    [InlineData("cron 0 9 * *", "cron takes five fields, the minute, hour, day, month and day of the week, for example: cron 0 9 * * 1-5 Europe/Berlin")]
    [InlineData("cron */5 * * * *", "Digests come once an hour at most, so that the minute of cron is one number from 0 to 59, for example: cron 0 9 * * 1-5 Europe/Berlin")]
    [InlineData("cron 0 99 * * *", "“0 99 * * *” is no schedule of cron; one is, for example: cron 0 9 * * 1-5 Europe/Berlin")]
    [InlineData("cron 0 9 30 2 *", "“0 9 30 2 *” names no day that ever comes; a schedule is, for example: daily 09:00 Europe/Berlin")]
    public void Read_AnythingElse_IsOneSentence(string words, string problem) =>
        Assert.Equal(new TimingReading(null, problem), TimingReader.Read(words, "Asia/Tokyo"));

    [Fact]
    public void Read_OnAMachineWithoutTimeZones_SaysSo()
    {
        Assert.Equal(
            "This machine has no time zone data and knows UTC alone; install its tzdata package, or write UTC, for example: daily 09:00 UTC",
            TimingReader.Read("daily 09:00 Hobbiton", "UTC", ["UTC"]).Problem);
        Assert.Equal(new Timing("0 9 * * *", "UTC"), TimingReader.Read("daily", "UTC", ["UTC"]).Timing);
    }

    [Property]
    public bool Read_AnyText_IsATimingThatComesOrASentence(NonNull<string> text) => Holds(TimingReader.Read(text.Get, "UTC"));

    /// <summary>Texts that are nearly right.</summary>
    [Property]
    public bool Read_AnyWordsOfTheGrammar_AreATimingThatComesOrASentence(byte[] picks)
    {
        string[] words = ["daily", "weekly", "monday", "on", "at", "9", "09:00", "pm", "25:61", "noon", "cron", "*", "1-5", "0", "Europe/Berlin", "new", "york", ",", "every", "hourly"];
        return Holds(TimingReader.Read(string.Join(' ', (picks ?? []).Select(pick => words[pick % words.Length])), "UTC"));
    }

    private static bool Holds(TimingReading read)
    {
        if (read.Timing is not { } timing)
            return read.Problem is { Length: > 10 and < 250 };
        var first = Schedule.Next(timing, DateTimeOffset.UnixEpoch.AddYears(56));
        return first is not null && Schedule.Next(timing, first.Value) is var second && (second is null || second - first >= TimeSpan.FromMinutes(30));
    }
}
