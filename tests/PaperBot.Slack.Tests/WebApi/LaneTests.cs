using FsCheck.Xunit;
using Microsoft.Extensions.Time.Testing;
using PaperBot.Slack.WebApi.RateLimits;

namespace PaperBot.Slack.Tests.WebApi;

public sealed class LaneTests
{
    [Property(MaxTest = 200)]
    public void Lane_WhateverComesWhen_KeepsToBurstAndPace(byte burst, ushort paceMilliseconds, byte[] gaps)
    {
        var most = (burst % 10) + 1;
        var pace = TimeSpan.FromMilliseconds((paceMilliseconds % 2000) + 1);
        var time = new FakeTimeProvider();
        var lane = new Lane(pace, most, time);
        var passed = new List<TimeSpan>();
        var start = time.GetUtcNow();

        foreach (var gap in gaps ?? [])
        {
            time.Advance(pace * (gap / 128.0));
            var entering = lane.EnterAsync(TimeSpan.Zero, CancellationToken.None);
            Assert.True(entering.IsCompletedSuccessfully);
            if (entering.Result == TimeSpan.Zero)
                passed.Add(time.GetUtcNow() - start);
        }

        for (var first = 0; first < passed.Count; first++)
        {
            for (var last = first; last < passed.Count; last++)
                Assert.True(last - first + 1 <= most + Math.Floor((passed[last] - passed[first]) / pace + 0.001));
        }
    }

    [Fact]
    public async Task Lane_PutOff_HasNoBurstAfterwards()
    {
        var time = new FakeTimeProvider();
        var lane = new Lane(TimeSpan.FromSeconds(1), burst: 5, time);

        lane.PutOff(TimeSpan.FromSeconds(10));
        time.Advance(TimeSpan.FromSeconds(9.5));

        Assert.Equal(TimeSpan.FromSeconds(0.5), await lane.EnterAsync(TimeSpan.Zero, CancellationToken.None));
        time.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Equal(TimeSpan.Zero, await lane.EnterAsync(TimeSpan.Zero, CancellationToken.None));
        Assert.Equal(TimeSpan.FromSeconds(1), await lane.EnterAsync(TimeSpan.Zero, CancellationToken.None));
    }

    [Fact]
    public async Task Lane_ShorterPutOffThanBefore_ChangesNothing()
    {
        var time = new FakeTimeProvider();
        var lane = new Lane(TimeSpan.FromSeconds(1), burst: 1, time);

        lane.PutOff(TimeSpan.FromSeconds(10));
        lane.PutOff(TimeSpan.FromSeconds(1));

        Assert.Equal(TimeSpan.FromSeconds(10), await lane.EnterAsync(TimeSpan.Zero, CancellationToken.None));
    }
}
