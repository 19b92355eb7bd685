using PaperBot.Bot.Channels;
using PaperBot.Bot.Decisions;
using PaperBot.Bot.Home;
using PaperBot.Bot.Home.Settings;
using PaperBot.Bot.Replies;
using PaperBot.Bot.Requests;
using PaperBot.Digests.Subscriptions;
using PaperBot.Retrieval;
using PaperBot.Slack.Blocks;

namespace PaperBot.Tests.Bot.Home;

public sealed class HomePageTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 30, 0, TimeSpan.Zero);

    private static readonly HomeContent New = new(
        "/papers", "UBOT", new LibraryStatistics(0, 0, [], [], null, [], 4096, null),
        [new(true, "Slack: connected over 2 sockets."), new(false, "Search: by words alone, for no embedding model is installed. “paperbot model install” mends it.")], [], [], [], []);

    private static readonly HomeContent Used = New with
    {
        Health =
        [
            .. New.Health,
            new(false, "Answers: written by openai gpt-x; 1,234 of 100,000 tokens used today (UTC). Last not answered at 2026-03-01 12:00 UTC, "
                + "when the abstracts' own words took its place: openai is in trouble of its own."),
        ],
        Library = new LibraryStatistics(60_068, 12, [("arxiv", 60_068)], [("cs.LG", 12_345), ("hep-th", 999)], "1991-08 to 2025", [], 123_456_789, Now),
        Questions =
        [
            Asked("How does SPANN search a *billion* vectors & <where>?", "C1", isPrivate: false, ReplyKind.Answer),
            Asked("what is the battery life of a phone?", "C1", isPrivate: true, ReplyKind.Refusal),
            Asked(string.Concat(Enumerable.Repeat("long ", 100)), "D1", isPrivate: false, ReplyKind.Comparison),
        ],
        Decisions =
        [
            Decided(DecisionOutcome.Answered), Decided(DecisionOutcome.LeftAlone), Decided(DecisionOutcome.Failed, "7F3A9C"),
            Decided(DecisionOutcome.NotAllowed, "In this channel only some people may ask."),
        ],
        Settings =
        [
            new("C1", AnswerMode.Questions, ["U1", "U2"], ["cs.IR", "cs.DB"], "U1", Now),
            ChannelSettings.Usual("C2"),
        ],
        Digests =
        [
            new(Subscribed, "New papers for “kelp”, in <#C1>\nEvery weekday at 09:00, Europe/Berlin; up to 5, good matches. Next: …"),
            new(Subscribed with { Id = 8, Paused = "I was taken out of the channel." }, "The trending papers\nEvery day at 07:30, UTC; up to 5, good matches. ⏸ Paused. I was taken out of the channel."),
        ],
    };

    private static Subscription Subscribed => new(
        7, "C1", "U1", new Interest(["kelp"], [], [], []), new Timing("0 9 * * 1-5", "Europe/Berlin"), 5, 0.4, Now, Paused: null);

    [Fact]
    public void Of_NewTeam_SaysHowToBegin() => SlackGolden.Assert("home-new", HomePage.Of(New));

    [Fact]
    public void Of_PersonWhoHasAsked_TellsWhatBecameOfIt() => SlackGolden.Assert("home", HomePage.Of(Used));

    [Fact]
    public void Of_AnyAmountOfAnything_StaysWithinALimitOfSlack()
    {
        var much = string.Concat(Enumerable.Repeat("<&>", 2_000));
        var view = HomePage.Of(Used with
        {
            Library = Used.Library with { TopCategories = [.. Enumerable.Range(0, 500).Select(i => (much, (long)i))] },
            Health = [.. Enumerable.Repeat(new Condition(false, much), 3)],
            Questions = [.. Enumerable.Repeat(Asked(much, "C1", isPrivate: false, ReplyKind.Answer), 500)],
            Decisions = [.. Enumerable.Repeat(Decided(DecisionOutcome.LeftAlone, much), 500)],
            Digests = [.. Enumerable.Range(0, 500).Select(i => new HomeDigest(Subscribed with { Id = i }, "New papers"))],
            Settings = [.. Enumerable.Repeat(new ChannelSettings("C1", AnswerMode.Questions, [], [.. Enumerable.Repeat(much, 100)], "U1", Now), 500)],
        });

        Assert.True(view.Blocks.Count < 60, $"{view.Blocks.Count}");
    }

    [Fact]
    public void Decisions_OfEveryKind_HaveWords() =>
        Assert.All(Enum.GetValues<DecisionOutcome>(), outcome => Assert.NotEqual("", DecisionText.Of(Decided(outcome))));

    [Fact]
    public void Settings_ChannelNotChosen_AsksForIt() => SlackGolden.Assert("settings-choose", SettingsModal.Choose());

    [Fact]
    public void Settings_NotAllowed_SaysWhoIs() =>
        SlackGolden.Assert("settings-not-allowed", SettingsModal.Choose("C1", "Only admins and owners of the workspace can change that."));

    [Fact]
    public void Settings_OfAChannel_AreFilledIn() => SlackGolden.Assert("settings", SettingsModal.Of(Used.Settings[0], ["cs.LG", "cs.IR", "math.ST"]));

    [Fact]
    public void Settings_NoCategories_LeavesThemOut() =>
        Assert.DoesNotContain(SettingsModal.Of(ChannelSettings.Usual("C1"), []).Blocks, block => block is InputBlock { Element: MultiStaticSelect });

    [Fact]
    public void Settings_HundredsOfCategoriesAndPeople_StayWithinALimitOfSlack()
    {
        var many = Enumerable.Range(0, 300).Select(i => $"category.{i}").Append(new string('x', 200)).ToList();
        var view = SettingsModal.Of(new ChannelSettings("C1", AnswerMode.Mentions, many, many, "U1", Now), many);

        Assert.Equal(100, view.Blocks.OfType<InputBlock>().Select(block => block.Element).OfType<MultiStaticSelect>().Single().Options.Count);
    }

    private static SavedReply Asked(string question, string channel, bool isPrivate, ReplyKind kind) =>
        new(new Reply("r", kind, "text", [], [], []), new Place("T1", channel, "", "U1", isPrivate), "", question, Now);

    private static Decision Decided(DecisionOutcome outcome, string reason = "") => new("U1", "C1", "1", outcome, reason, Now);
}
