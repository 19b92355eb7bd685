using PaperBot.Digests.Delivery;
using PaperBot.Digests.Subscriptions;

namespace PaperBot.Tests.Digests.Delivery;

public sealed class DigestRunnerTests : IDisposable
{
    private readonly DeliveryTest _test = new();

    private ScriptedChat Chat => _test.Chat;

    public void Dispose() => _test.Dispose();

    [Fact]
    public async Task RunDue_AtItsTime_PostsOnce_WithWhatIsNewSince()
    {
        var subscription = _test.Subscribe();
        _test.Arrive("Otters");
        var before = await _test.RunAsync(1, 8);
        var next = await _test.RunAsync(1, 9);
        await _test.RunAsync(1, 10);
        _test.Arrive("Voles");
        await _test.RunAsync(2, 9, 3);

        Assert.Equal(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero), before);
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 9, 0, 0, TimeSpan.Zero), next);
        Assert.Equal(["Otters", "Voles"], Chat.Titles);
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 9, 0, 0, TimeSpan.Zero), Chat.Posts[1].Digest.DueAt);
        Assert.Equal(Chat.Posts[1].Digest.Id, _test.Digests.OfPost("C1", "m2")!.Id);
        Assert.Equal(Chat.Posts[1].Digest.Id, _test.Digests.Latest(subscription.Id)!.Id);
        Assert.Equal(subscription.Id, _test.Digests.SubscriptionOf(Chat.Posts[0].Digest.Id)!.Id);
        Assert.Null(_test.Digests.OfPost("C2", "m2"));
    }

    [Fact]
    public async Task RunDue_AfterAWeekDown_PostsOneDigestForAllOfIt()
    {
        _test.Subscribe();
        for (var day = 1; day <= 7; day++)
        {
            _test.Time.SetUtcNow(DeliveryTest.Sunday.AddDays(day));
            _test.Arrive($"Paper {day}");
        }

        var next = await _test.RunAsync(8, 8);

        Assert.Equal(7, Assert.Single(Chat.Posts).Digest.Items.Count);
        Assert.Equal(new DateTimeOffset(2026, 3, 8, 9, 0, 0, TimeSpan.Zero), Chat.Posts[0].Digest.DueAt);
        Assert.Equal(new DateTimeOffset(2026, 3, 9, 9, 0, 0, TimeSpan.Zero), next);
    }

    [Fact]
    public async Task RunDue_NothingNew_IsToldOnce_AndNotDaily()
    {
        _test.Subscribe();
        for (var day = 1; day <= 3; day++)
            await _test.RunAsync(day, 9);
        _test.Arrive("Otters");
        for (var day = 4; day <= 6; day++)
            await _test.RunAsync(day, 9);

        Assert.Equal(["", "Otters", ""], Chat.Titles);
    }

    [Fact]
    public async Task RunDue_ChatUnreachableAfterItTookThePost_IsLookedForAndNotPostedTwice()
    {
        _test.Subscribe();
        _test.Arrive("Otters");
        Chat.After = () => throw new DigestPostException("The chat is unreachable.");
        var retry = await _test.RunAsync(1, 9);
        Chat.After = () => { };
        var early = await _test.RunAsync(1, 9);
        await _test.RunAsync(1, 9, 1);

        Assert.Equal((retry, retry), (new DateTimeOffset(2026, 3, 2, 9, 1, 0, TimeSpan.Zero), early));
        Assert.Single(Chat.Posts);
        Assert.Equal(DigestState.Posted, _test.Digests.FindStored(Chat.Posts[0].Digest.Id)!.State);
    }

    [Fact]
    public async Task RunDue_ChatDownForTwoDays_TriesEveryHourAtMost_AndPostsWhatWasDecided()
    {
        _test.Subscribe();
        _test.Arrive("Otters");
        var tries = 0;
        Chat.Before = (_, _) => ++tries > 0 ? throw new DigestPostException("The chat is unreachable.") : Task.CompletedTask;
        DateTimeOffset? next = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        while (next < new DateTimeOffset(2026, 3, 4, 10, 0, 0, TimeSpan.Zero))
        {
            _test.Time.SetUtcNow(next.Value);
            next = await _test.Runner.RunDueAsync(default);
        }

        Chat.Before = (_, _) => Task.CompletedTask;
        _test.Time.SetUtcNow(next!.Value);
        await _test.Runner.RunDueAsync(default);

        Assert.InRange(tries, 48, 56);
        Assert.Equal(["Otters"], Chat.Titles);
    }

    /// <summary>What was decided before does not stand for the days that have passed since.</summary>
    [Fact]
    public async Task RunDue_DigestFinishedDaysLate_IsFollowedByOneOfWhatCameMeanwhile()
    {
        _test.Subscribe();
        _test.Arrive("Otters");
        Chat.Before = (_, _) => throw new DigestPostException("The chat is unreachable.");
        await _test.RunAsync(1, 9);
        Chat.Before = (_, _) => Task.CompletedTask;
        for (var day = 2; day <= 4; day++)
        {
            _test.Time.SetUtcNow(DeliveryTest.Sunday.AddDays(day));
            _test.Arrive($"Paper {day}");
        }

        var next = await _test.RunAsync(4, 13);

        Assert.Equal(["Otters", "Paper 2, Paper 3, Paper 4"], Chat.Posts.Select(post => string.Join(", ", post.Digest.Items.Select(item => item.Paper.Title).Order())));
        Assert.Equal(new DateTimeOffset(2026, 3, 5, 9, 0, 0, TimeSpan.Zero), Chat.Posts[1].Digest.DueAt);
        Assert.Equal(new DateTimeOffset(2026, 3, 6, 9, 0, 0, TimeSpan.Zero), next);
    }

    [Fact]
    public async Task RunDue_TwoHosts_NeverWorkOnOneSubscription()
    {
        _test.Subscribe();
        _test.Arrive("Otters");
        var other = _test.Host();
        Chat.Before = async (_, token) => await other.RunDueAsync(token);

        await _test.RunAsync(1, 9);

        Assert.Single(Chat.Posts);
    }

    [Fact]
    public async Task RunDue_HostThatStoodStillPastItsLease_DoesNotPost()
    {
        _test.Subscribe();
        _test.Arrive("Otters");
        var other = _test.Host();
        var stood = false;
        _test.OnSelect = () =>
        {
            if (stood)
                return;
            stood = true;
            _test.Time.Advance(Claims.Lease + TimeSpan.FromSeconds(1));
            other.RunDueAsync(default).GetAwaiter().GetResult();
        };

        await _test.RunAsync(1, 9);

        Assert.Single(Chat.Posts);
    }

    [Fact]
    public async Task RunDue_PostThatTakesTooLong_IsGivenUpWellBeforeTheLeaseEnds()
    {
        _test.Subscribe();
        _test.Arrive("Otters");
        Chat.Before = (_, token) =>
        {
            _test.Time.Advance(DigestRunner.PostLimit);
            token.ThrowIfCancellationRequested();
            return Task.CompletedTask;
        };

        var next = await _test.RunAsync(1, 9);

        Assert.Empty(Chat.Posts);
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 9, 3, 0, TimeSpan.Zero), next);
        Assert.True(DigestRunner.PostLimit * 4 < Claims.Lease);
    }

    [Fact]
    public async Task RunDue_ClosedPlace_PausesAndTellsTheOwnerOnce_AndItsPapersComeWhenItIsResumed()
    {
        var subscription = _test.Subscribe();
        _test.Arrive("Otters");
        Chat.Closed = "The channel was archived.";
        await _test.RunAsync(1, 9);
        await _test.RunAsync(2, 9);
        var paused = _test.Subscriptions.Find(subscription.Id)!.Paused;
        Chat.Closed = null;
        _test.Subscriptions.Resume(subscription.Id);
        await _test.RunAsync(3, 9);

        Assert.Equal("The channel was archived.", paused);
        Assert.Equal([(subscription.Id, "The channel was archived.")], Chat.Told);
        Assert.Equal(["Otters"], Chat.Titles);
    }

    [Fact]
    public async Task RunDue_OwnerCannotBeToldNow_IsToldLater()
    {
        _test.Subscribe();
        Chat.Closed = "The channel was archived.";
        var tries = 0;
        Chat.Before = (digest, _) => digest is null && tries++ == 0 ? throw new DigestPostException("The chat is unreachable.") : Task.CompletedTask;

        await _test.RunAsync(1, 9);
        await _test.RunAsync(1, 10);
        await _test.RunAsync(1, 11);

        Assert.Single(Chat.Told);
    }

    [Fact]
    public async Task RunDue_PausedAfterTheDecision_IsNotPosted_AndItsPapersAreNotLost()
    {
        var subscription = _test.Subscribe();
        _test.Arrive("Otters");
        _test.OnSelect = () => _test.Subscriptions.Pause(subscription.Id, "It was paused.");
        await _test.RunAsync(1, 9);
        _test.OnSelect = () => { };
        Assert.Empty(Chat.Posts);
        _test.Subscriptions.Resume(subscription.Id);
        await _test.RunAsync(2, 9);

        Assert.Equal(["Otters"], Chat.Titles);
    }

    [Fact]
    public async Task RunDue_RemovedInTheMiddle_GoesOnWithTheOthers()
    {
        var subscription = _test.Subscribe();
        _test.Subscriptions.Add(_test.Subscriptions.Find(subscription.Id)! with { Place = "C2" });
        _test.Arrive("Otters");
        Chat.Before = (digest, _) =>
        {
            _test.Subscriptions.Remove(subscription.Id);
            return Task.CompletedTask;
        };

        await _test.RunAsync(1, 9);
        await _test.RunAsync(2, 9);

        Assert.Equal(["C1", "C2", "C2"], Chat.Posts.Select(post => post.Digest.Subscription.Place));
    }

    [Fact]
    public async Task RunDue_PlaceAndScheduleChangedWhileThePostIsInDoubt_IsFinishedWhereItWasBegun()
    {
        var subscription = _test.Subscribe();
        _test.Arrive("Otters");
        Chat.After = () => throw new DigestPostException("The chat is unreachable.");
        await _test.RunAsync(1, 9);
        Chat.After = () => { };
        _test.Subscriptions.Change(subscription with { Place = "C2", Timing = new Timing("0 17 * * *", "UTC") });
        var next = await _test.RunAsync(1, 9, 30);

        Assert.Equal("C1", Assert.Single(Chat.Posts).Digest.Subscription.Place);
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 17, 0, 0, TimeSpan.Zero), next);
    }

    [Fact]
    public async Task RunDue_LibraryFails_OneSubscriptionWaitsAndTheOthersGoOn()
    {
        _test.Subscribe();
        _test.Subscribe();
        var calls = 0;
        _test.OnSelect = () =>
        {
            if (++calls == 1)
                throw new InvalidOperationException("The library cannot be read.");
        };

        await _test.RunAsync(1, 9);
        var posted = Chat.Posts.Count;
        await _test.RunAsync(1, 9, 2);

        Assert.Equal((1, 2), (posted, Chat.Posts.Count));
    }

    [Fact]
    public async Task RunDue_PaperSeenOnlyAfterTheDigest_ThoughItCameBefore_ComesWithTheNext()
    {
        _test.Subscribe();
        _test.Arrive("Otters");
        await _test.RunAsync(1, 9);
        var paper = SomePaper.Titled("Voles");
        _test.Arrive("Voles");
        _test.Arrived[^1] = (paper, _test.Time.GetUtcNow().AddMinutes(-2));
        await _test.RunAsync(2, 9);

        Assert.Equal(["Otters", "Voles"], Chat.Titles);
    }

    [Fact]
    public async Task PostNow_TheSameRequest_PostsOnce_AndTheScheduleGoesOn()
    {
        var subscription = _test.Subscribe();
        _test.Arrive("Otters");

        var first = await _test.Runner.PostNowAsync(subscription, "request 1", default);
        _test.Arrive("Voles");
        var again = await _test.Runner.PostNowAsync(subscription, "request 1", default);
        await _test.RunAsync(1, 9);

        Assert.Equal("m1", Assert.IsType<NowOutcome.Posted>(first).Message);
        Assert.Equal("m1", Assert.IsType<NowOutcome.Posted>(again).Message);
        Assert.Equal(["Otters", "Voles"], Chat.Titles);
    }

    [Fact]
    public async Task PostNow_NothingNew_SaysSoAndPostsNothing()
    {
        var subscription = _test.Subscribe();

        Assert.IsType<NowOutcome.NothingNew>(await _test.Runner.PostNowAsync(subscription, "request 1", default));
        Assert.IsType<NowOutcome.NothingNew>(await _test.Runner.PostNowAsync(subscription, "request 1", default));
        Assert.Empty(Chat.Posts);
    }

    [Fact]
    public async Task PostNow_WhatStandsInTheWay_IsAValue()
    {
        var subscription = _test.Subscribe();
        _test.Arrive("Otters");
        NowOutcome? meanwhile = null;
        Chat.Before = async (_, token) => meanwhile = await _test.Host().PostNowAsync(subscription, "request 2", token);
        await _test.Runner.PostNowAsync(subscription, "request 1", default);
        _test.Arrive("Voles");
        Chat.Before = (_, _) => throw new DigestPostException("The chat is unreachable.");
        var delayed = await _test.Runner.PostNowAsync(subscription, "request 3", default);
        _test.Subscriptions.Pause(subscription.Id, "It was paused.");
        var paused = await _test.Runner.PostNowAsync(subscription, "request 4", default);
        _test.Subscriptions.Remove(subscription.Id);
        var removed = await _test.Runner.PostNowAsync(subscription, "request 5", default);

        Assert.IsType<NowOutcome.Busy>(meanwhile);
        Assert.IsType<NowOutcome.Delayed>(delayed);
        Assert.Equal(new NowOutcome.Paused("It was paused."), paused);
        Assert.IsType<NowOutcome.Removed>(removed);
    }

    [Fact]
    public async Task Preview_StoresNothing()
    {
        var subscription = _test.Subscribe();
        _test.Arrive("Otters");

        var preview = await _test.Runner.PreviewAsync(subscription, default);
        await _test.RunAsync(1, 9);

        Assert.Equal("Otters", Assert.Single(preview.Items).Paper.Title);
        Assert.Equal(["Otters"], Chat.Titles);
    }

    [Fact]
    public async Task RunDue_Stopped_LeavesTheSubscriptionToWhoComesNext()
    {
        _test.Subscribe();
        using var stop = new CancellationTokenSource();
        Chat.Before = (_, token) =>
        {
            stop.Cancel();
            token.ThrowIfCancellationRequested();
            return Task.CompletedTask;
        };
        _test.Time.SetUtcNow(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _test.Runner.RunDueAsync(stop.Token));
        Chat.Before = (_, _) => Task.CompletedTask;

        await _test.Host().RunDueAsync(default);

        Assert.Single(Chat.Posts);
    }

    /// <summary>A call that gives up by itself is cancelled, though nobody stops the bot.</summary>
    [Fact]
    public async Task RunDue_CallIsCancelledByItself_IsTriedAgainAndTheOthersCome()
    {
        var first = _test.Subscribe();
        var second = _test.Subscribe();
        _test.Arrive("Otters");
        Chat.Before = (digest, _) => digest.Subscription.Id == first.Id ? throw new TaskCanceledException() : Task.CompletedTask;

        var next = await _test.RunAsync(1, 9);

        Assert.Equal(new DateTimeOffset(2026, 3, 2, 9, 1, 0, TimeSpan.Zero), next);
        Assert.Equal(second.Id, Assert.Single(Chat.Posts).Digest.Subscription.Id);
    }

    [Fact]
    public async Task RunDue_OneThatFailedBefore_ComesBehindTheOthers()
    {
        var first = _test.Subscribe();
        var second = _test.Subscribe("1 9 * * *");
        _test.Arrive("Otters");
        Chat.Before = (_, _) => throw new DigestPostException("The chat is unreachable.");
        await _test.RunAsync(1, 9);
        Chat.Before = (_, _) => Task.CompletedTask;

        await _test.RunAsync(1, 9, 1);

        Assert.Equal([second.Id, first.Id], Chat.Posts.Select(post => post.Digest.Subscription.Id));
    }

    [Fact]
    public async Task PostNow_AsIfItWereLater_LosesNoPaperThatComesUntilThen()
    {
        var subscription = _test.Subscribe();
        _test.Arrive("Otters");
        await _test.Runner.PostNowAsync(subscription, "request", DeliveryTest.Sunday.AddDays(3), default);
        _test.Time.Advance(TimeSpan.FromDays(1));
        _test.Arrive("Voles");

        await _test.RunAsync(4, 9);

        Assert.Equal(["Otters", "Voles"], Chat.Titles);
    }
}
