using Microsoft.Extensions.Time.Testing;
using PaperBot.LanguageModels;
using PaperBot.LanguageModels.Usage;

namespace PaperBot.Tests.LanguageModels.Usage;

public sealed class UsageStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 5, 4, 23, 30, 0, TimeSpan.Zero));
    private readonly UsageStore _usage;

    public UsageStoreTests() => _usage = new UsageStore(_folder.Library(), _time);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Record_OverMidnightUtc_CountsToItsDay()
    {
        _usage.Record("U1", "gpt-x", 10, 5);
        _time.Advance(TimeSpan.FromHours(1));
        _usage.Record("U1", "gpt-x", 1, 2);
        _usage.Record("", "gpt-y", 3, 4);

        Assert.Equal((10, 3, 0), (_usage.TokensToday(), _usage.TokensToday("U1"), _usage.TokensToday("U9")));
        Assert.Equal(
            [new DayOfUsage(new(2026, 5, 5), 2, 2, 0, 4, 6), new DayOfUsage(new(2026, 5, 4), 1, 1, 0, 10, 5)], _usage.Days(30));
        Assert.Single(_usage.Days(1));
    }

    [Fact]
    public void Record_LongAgo_IsForgotten()
    {
        _usage.Record("U1", "gpt-x", 10, 5);
        _time.Advance(TimeSpan.FromDays(500));
        _usage.Record("U1", "gpt-x", 1, 2);

        Assert.Single(_usage.Days(1000));
    }

    [Fact]
    public void RecentFailures_TheSameAgain_IsOneAtItsLastTime()
    {
        Fail(LanguageModelFailure.WrongKey, "No.");
        Fail(LanguageModelFailure.Unavailable, "Down.");
        _time.Advance(TimeSpan.FromMinutes(5));
        Fail(LanguageModelFailure.Unavailable, "Down.");

        Assert.Equal(
            [new PastFailure(_time.GetUtcNow(), LanguageModelFailure.Unavailable, "Down."),
                new PastFailure(_time.GetUtcNow().AddMinutes(-5), LanguageModelFailure.WrongKey, "No.")],
            _usage.RecentFailures(10));
    }

    [Fact]
    public void RecentFailures_Many_KeepsTheLast()
    {
        for (var i = 1; i <= 60; i++)
            Fail(LanguageModelFailure.BadRequest, $"{i}");

        Assert.Equal(Enumerable.Range(11, UsageStore.MostFailures).Reverse().Select(i => $"{i}"), _usage.RecentFailures(100).Select(failure => failure.Message));
    }

    private void Fail(LanguageModelFailure failure, string message) => _usage.Record("U1", "gpt-x", 0, 0, new LanguageModelException(failure, message));
}
