using FakeSlack;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Digests.Delivery;
using PaperBot.Digests.Feedback;
using PaperBot.Digests.Subscriptions;
using Xunit.Abstractions;

namespace PaperBot.Tests.EndToEnd;

/// <summary>From a subscription to a question in a digest's thread, as people see it.</summary>
[Collection(EndToEndTests.Name)]
public sealed class DigestTests(PreparedLibrary library, ITestOutputHelper output)
{
    private const string Line = "subscribe \"nearest neighbor search\" daily 09:00 UTC matches:near";

    private static readonly Dictionary<string, string?> Hasty = new() { ["Host:DrainSeconds"] = "1" };

    [Theory]
    [InlineData(Transport.SocketMode)]
    [InlineData(Transport.Http)]
    public async Task Subscribed_DueTimeComes_DigestIsPostedVotedOnAndQuestioned(Transport transport)
    {
        var time = new LeapingTime();
        await using var bot = await StartAsync(library, transport, time);
        var (researcher, colleague) = (bot.Workspace.AddUser("researcher"), bot.Workspace.AddUser("colleague"));
        var channel = bot.Workspace.AddChannel("reading");

        await researcher.CommandAsync(channel, "/papers", Line);
        var confirmation = await bot.Workspace.WaitForEphemeralAsync(researcher, message => message.Text.Contains("Subscribed.", StringComparison.Ordinal));
        Assert.Equal(["Preview", "Edit…", "Pause", "Remove"], confirmation.Buttons.Take(4));
        var subscription = Assert.Single(bot.Services.GetRequiredService<SubscriptionStore>().OfPlace(channel.Id));
        var digest = await DigestAsync(bot, channel, time, subscription);
        Assert.Contains("SPANN", digest.Text, StringComparison.Ordinal);

        await colleague.ClickAsync(digest, "👍");
        var noted = await bot.Workspace.WaitForEphemeralAsync(colleague);
        Assert.Contains("So far here: 👍 1, 👎 0.", noted.Text, StringComparison.Ordinal);

        var question = colleague.Reply(digest, "How does SPANN search a billion vectors?");
        var answer = await bot.Workspace.WaitForAnswerAsync(question);
        Assert.Contains("SPANN", answer.Text, StringComparison.Ordinal);
        var second = colleague.Reply(digest, "summarize the second one");
        var summary = await bot.Workspace.WaitForAnswerAsync(second);
        Assert.Equal(TitleOf(digest, 2), TitleOf(summary, 0));

        Print(bot, channel, researcher, colleague);
        await bot.StopAsync();
        await bot.StartAsync();
        var verdicts = bot.Services.GetRequiredService<VerdictStore>().Of(subscription.Id);
        Assert.Contains(verdicts, given => given.Person == colleague.Id && given.Verdict == Verdict.ThumbsUp);
        Assert.Contains(verdicts, given => given.Person == colleague.Id && given.Verdict == Verdict.AskedAbout && given.Paper.Value == "arxiv:2111.08566");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Stopped_WhileADigestIsPosted_ComesOnceAfterTheStart(bool landed)
    {
        var time = new LeapingTime();
        await using var bot = await StartAsync(library, Transport.SocketMode, time);
        var researcher = bot.Workspace.AddUser("researcher");
        var channel = bot.Workspace.AddChannel("reading");
        await researcher.CommandAsync(channel, "/papers", Line);
        await bot.Workspace.WaitForEphemeralAsync(researcher);
        var subscription = Assert.Single(bot.Services.GetRequiredService<SubscriptionStore>().OfPlace(channel.Id));
        bot.Workspace.Faults.Always("chat.postMessage", landed ? Fault.DropAfter() : Fault.Hang());

        Leap(bot, time, subscription);
        await SendingAsync(bot, subscription);
        if (landed)
            await bot.Workspace.WaitForMessageAsync(channel, message => message.BotId == bot.Workspace.BotId);
        await bot.StopAsync();
        bot.Workspace.Faults.Clear();
        // What the ended process held is free again.
        time.LeapTo(time.GetUtcNow().AddHours(1));
        await bot.StartAsync();
        await bot.Workspace.WaitForMessageAsync(channel, message => message.BotId == bot.Workspace.BotId);
        await UntilAsync(bot, subscription);

        Assert.Single(bot.Workspace.Messages(channel), message => message.BotId == bot.Workspace.BotId);
    }

    [Theory]
    [InlineData("mondays", 1)]
    [InlineData("daily", 0)]
    public async Task Digest_OfAWeek_HasTheChartOfItsTopicsInItsThread(string days, int charts)
    {
        var time = new LeapingTime();
        await using var bot = await StartAsync(library, Transport.SocketMode, time);
        var researcher = bot.Workspace.AddUser("researcher");
        var channel = bot.Workspace.AddChannel("reading");
        await researcher.CommandAsync(channel, "/papers", $"subscribe \"neural networks\" {days} 09:00 UTC matches:near");
        await bot.Workspace.WaitForEphemeralAsync(researcher);
        var subscription = Assert.Single(bot.Services.GetRequiredService<SubscriptionStore>().OfPlace(channel.Id));

        var digest = await DigestAsync(bot, channel, time, subscription);
        await UntilAsync(bot, subscription);

        var thread = bot.Workspace.Messages(channel).Where(message => message.ThreadTs == digest.Ts && message.Ts != digest.Ts).ToList();
        Assert.Equal(charts, thread.SelectMany(message => message.Files).Count(file => file.Name == "trend.png"));
    }

    [Fact]
    public async Task TakenOutOfTheChannel_IsPausedAndTheOwnerTold()
    {
        var time = new LeapingTime();
        await using var bot = await StartAsync(library, Transport.SocketMode, time);
        var researcher = bot.Workspace.AddUser("researcher");
        var channel = bot.Workspace.AddChannel("reading");
        await researcher.CommandAsync(channel, "/papers", Line);
        await bot.Workspace.WaitForEphemeralAsync(researcher);
        var subscription = Assert.Single(bot.Services.GetRequiredService<SubscriptionStore>().OfPlace(channel.Id));
        bot.Workspace.Kick(channel);

        Leap(bot, time, subscription);
        var told = await bot.Workspace.WaitForMessageAsync(researcher.DirectChannel, message => message.BotId == bot.Workspace.BotId);

        Assert.Contains("I was taken out of the channel", told.Text, StringComparison.Ordinal);
        Assert.Contains("Resume", told.Buttons);
        Assert.NotNull(bot.Services.GetRequiredService<SubscriptionStore>().Find(subscription.Id)?.Paused);
    }

    [Fact]
    public async Task Form_FilledIn_MakesASubscriptionThatHomeShows()
    {
        await using var bot = await RunningBot.StartAsync(library, Transport.SocketMode);
        var researcher = bot.Workspace.AddUser("researcher", timeZone: "Europe/Oslo");
        var channel = bot.Workspace.AddChannel("reading");

        await researcher.CommandAsync(channel, "/papers", "subscribe");
        var form = await bot.Workspace.WaitForViewAsync(researcher);
        var papers = await researcher.TypeaheadAsync(form, "subscribe_like", "spann");
        var zones = await researcher.TypeaheadAsync(form, "subscribe_zone", "oslo");
        Assert.Equal("Europe/Oslo", Assert.Single(zones).Value);
        await researcher.SubmitAsync(form, ("subscribe_topics", "vector search"), ("subscribe_like", papers), ("subscribe_zone", zones[0]), ("subscribe_target", channel.Id));

        var confirmation = await bot.Workspace.WaitForEphemeralAsync(researcher);
        Assert.Contains("like “SPANN", confirmation.Text, StringComparison.Ordinal);
        Assert.Contains("Every weekday at 09:00, Europe/Oslo", confirmation.Text, StringComparison.Ordinal);
        var home = await bot.Workspace.WaitForHomeAsync(researcher, view => view.Shown.Contains("vector search", StringComparison.Ordinal));
        Assert.Contains("Preview", home.Shown, StringComparison.Ordinal);
    }

    private static Task<RunningBot> StartAsync(PreparedLibrary library, Transport transport, LeapingTime time) =>
        RunningBot.StartAsync(library, transport, settings: Hasty, time: time);

    private static async Task<FakeMessage> DigestAsync(RunningBot bot, FakeChannel channel, LeapingTime time, Subscription subscription)
    {
        Leap(bot, time, subscription);
        return await bot.Workspace.WaitForMessageAsync(channel, message => message.BotId == bot.Workspace.BotId && message.Buttons.Contains("👍"));
    }

    private static void Leap(RunningBot bot, LeapingTime time, Subscription subscription)
    {
        time.LeapTo(bot.Services.GetRequiredService<SubscriptionStore>().NextAt(subscription.Id)!.Value.AddSeconds(1));
        // The clock of a machine does not wake anybody either.
        bot.Services.GetRequiredService<SubscriptionChanges>().Tell();
    }

    /// <summary>Until the digest is on its way: it is marked so before it is sent.</summary>
    private static async Task SendingAsync(RunningBot bot, Subscription subscription)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var store = bot.Services.GetRequiredService<DigestStore>();
        for (var looks = 0; store.Unfinished(subscription.Id) is not { State: DigestState.MayBePosted }; looks++)
        {
            Assert.True(looks < 1_000, bot.Log);
            await timer.WaitForNextTickAsync();
        }
    }

    /// <summary>Until the digest is done, and the next one is due later.</summary>
    private static async Task UntilAsync(RunningBot bot, Subscription subscription)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var store = bot.Services.GetRequiredService<SubscriptionStore>();
        for (var looks = 0; store.NextAt(subscription.Id) is not { } next || next <= bot.Services.GetRequiredService<TimeProvider>().GetUtcNow(); looks++)
        {
            Assert.True(looks < 1_000, bot.Log);
            await timer.WaitForNextTickAsync();
        }
    }

    /// <summary>The conversation as it went, to read.</summary>
    private void Print(RunningBot bot, FakeChannel channel, params FakeUser[] people)
    {
        var said = bot.Workspace.Messages(channel).Concat(people.SelectMany(bot.Workspace.Ephemerals)).OrderBy(message => message.Ts, StringComparer.Ordinal);
        foreach (var message in said)
        {
            var who = message.User is { } id && people.FirstOrDefault(person => person.Id == id) is { } person ? person.Name : "PaperBot";
            var where = message.EphemeralTo is { } to ? $" to {people.First(one => one.Id == to).Name} alone" : message.IsTopLevel ? "" : " in the thread";
            output.WriteLine($"{who}{where}: {message.Text}\n  {string.Join(' ', message.Buttons.Select(button => $"[{button}]"))}");
        }
    }

    /// <summary>The title on a line of a message.</summary>
    private static string TitleOf(FakeMessage message, int line)
    {
        var text = message.Text.Split('\n')[line];
        return text[(text.StartsWith($"{line}. ", StringComparison.Ordinal) ? 3 : 0)..].Split(" · ")[0];
    }
}
