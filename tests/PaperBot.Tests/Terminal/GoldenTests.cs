using System.Runtime.CompilerServices;
using PaperBot.Answering;
using PaperBot.Digests.Delivery;
using PaperBot.Digests.Subscriptions;
using PaperBot.LanguageModels;
using PaperBot.LanguageModels.Usage;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Terminal;
using PaperBot.Terminal.Output;
using PaperBot.Terminal.Views;

namespace PaperBot.Tests.Terminal;

/// <summary>
/// What people see, letter by letter: plain, 100 columns wide. UPDATE_GOLDEN=1 writes the files anew; then read the difference.
/// </summary>
public sealed class GoldenTests
{
    private static readonly Paper Kelp = new()
    {
        Key = new PaperKey("arxiv:2101.00001"),
        Title = "Kelp forests as $\\alpha$-stable sensors: what a coast can tell about the temperature of its water",
        Abstract = "We study sensors made of kelp. They report temperature within $\\pm 2$ degrees, at a cost of $O(n \\log n)$ leaves. "
            + "On three coasts they last 4.5 times longer than steel. A limit is that kelp is eaten by urchins.",
        Authors = ["Ada Lovelace", "Grace Hopper", "Jürgen Müller"],
        Published = new PublicationDate(2021, 1, 2),
        Venue = "Journal of Wet Instruments",
        Categories = ["eess.SP", "physics.ao-ph"],
        Source = "arxiv",
    };

    private static readonly Paper Urchin = new()
    {
        Key = new PaperKey("doi:10.1000/182"),
        Title = "Urchins and the sensors they eat",
        Abstract = "Sea urchins eat sensors. We count 40 sensors eaten in a week.",
        Published = new PublicationDate(2022),
        Url = "https://example.org/urchins",
        Source = "bibtex",
        Withdrawn = true,
    };

    private static readonly Paper Sand = new() { Key = new PaperKey("local:sand"), Title = "Sand", Source = "trending" };

    [Theory]
    [InlineData(100)]
    [InlineData(160)]
    public void Ask_Answered(int width) => AssertGolden("ask-answered", width: width, write: output => AnswerView.Write(output, new Answer(
        [
            new AnswerSentence("They report temperature within $\\pm 2$ degrees, at a cost of $O(n \\log n)$ leaves.", [1]),
            new AnswerSentence("On three coasts they last 4.5 times longer than steel.", [1]),
            new AnswerSentence("We count 40 sensors eaten in a week.", [2]),
        ],
        [new Citation(1, Kelp, "They report …"), new Citation(1, Kelp, "On three …"), new Citation(2, Urchin, "We count …")],
        "local")));

    [Fact]
    public void Ask_Refused() => AssertGolden("ask-refused", output => AnswerView.Write(output, new Answer(
        [], [new Citation(1, Kelp, ""), new Citation(2, Sand, "")], "local", new Refusal(RefusalKind.WrongCondition) { Problem = "The abstracts do not say what a kelp sensor costs in euros." })));

    [Fact]
    public void Search() => AssertGolden("search", output => HitsView.Write(output,
        [new SearchHit(Kelp, 1, "title has “kelp”, “sensors”; close in meaning"), new SearchHit(Urchin, 0.5, "title has “sensors”"), new SearchHit(Sand, 0, "close in meaning")]));

    [Fact]
    public void Summarize() => AssertGolden("summarize", output => SummaryView.Write(output, new Summary(
        Kelp, "Kelp reports temperature within $\\pm 2$ degrees.",
        [
            new SummaryPoint("approach", "We study sensors made of kelp."),
            new SummaryPoint("results", "They report temperature within $\\pm 2$ degrees, at a cost of $O(n \\log n)$ leaves."),
            new SummaryPoint("limits", "A limit is that kelp is eaten by urchins."),
        ])));

    [Fact]
    public void Compare_TwoPapers_IsATable() => AssertGolden("compare-two", output => ComparisonView.Write(output, Compared(Kelp, Urchin)));

    [Fact]
    public void Compare_FourPapers_IsAList() => AssertGolden("compare-four", output => ComparisonView.Write(output, Compared(Kelp, Urchin, Sand, Sand with { Title = "Silt" })));

    [Fact]
    public void Show() => AssertGolden("show", output => PaperView.Write(output, Kelp));

    [Fact]
    public void Show_WithdrawnAndWithoutAbstract() => AssertGolden("show-withdrawn", output => PaperView.Write(output, Urchin with { Abstract = "" }));

    [Fact]
    public void List() => AssertGolden("list", output => ListView.Write(output, [Urchin, Kelp, Sand], total: 7));

    [Fact]
    public void Stats() => AssertGolden("stats", output => StatisticsView.Write(
        output,
        new LibraryStatistics(60_068, 12, [("arxiv", 60_000), ("sample", 68)], [("cs.LG", 12_345), ("hep-th", 999)], "1991-08 to 2025", [("all-MiniLM-L6-v2@c0529a0d", 60_068)], 123_456_789, null),
        "/data/paperbot.db"));

    [Fact]
    public void Stats_WithALanguageModel() => AssertGolden("stats-model", output => UsageView.Write(
        output,
        new RecentUsage(
            12_345, 100_000,
            [new DayOfUsage(new(2026, 5, 5), 3, 12, 1, 10_000, 2_345), new DayOfUsage(new(2026, 5, 4), 1, 1, 0, 0, 1)],
            [new PastFailure(new(2026, 5, 5, 9, 30, 0, TimeSpan.Zero), LanguageModelFailure.Unavailable, "openai is in trouble of its own.")])));

    [Fact]
    public void Stats_NoModelWasEverAsked_SaysNothingOfIt() => AssertGolden("stats-no-model", output => UsageView.Write(output, new RecentUsage(0, 100_000, [], [])));

    [Fact]
    public void Digest_Preview() => AssertGolden("digest-preview", output => DigestView.Write(output, SomeDigest with
    {
        Items =
        [
            new DigestItem(Kelp, 0.71, "Sensors made of kelp report temperature within $\\pm 2$ degrees.", "matches “kelp sensors”; close to “Sand”, which was liked here"),
            new DigestItem(Urchin, 0.42, "", "close to “kelp sensors”"),
        ],
        Candidates = 1234,
    }));

    [Fact]
    public void Digest_PreviewOfNothing() => AssertGolden("digest-preview-nothing", output => DigestView.Write(
        output, SomeDigest with { Subscription = SomeDigest.Subscription with { Interest = Interest.None } }));

    [Fact]
    public void Digest_Due() => AssertGolden("digest-due", output => DueView.Write(
        output,
        [
            (SomeDigest.Subscription, SomeDigest.DueAt.AddMinutes(-30)),
            (SomeDigest.Subscription with { Id = 12, Interest = Interest.None, Timing = new Timing("30 8 * * 1-5", "America/New_York") }, SomeDigest.DueAt.AddDays(1)),
            (SomeDigest.Subscription with { Id = 4, Interest = Interest.None with { Categories = ["cs.IR"] }, Paused = "The channel is archived." }, null),
        ],
        SomeDigest.DueAt));

    [Fact]
    public void Digest_Posted() => AssertGolden("digest-posted", output => PostedView.Write(
        output,
        [
            (1, new NowOutcome.Posted(SomeDigest with { Items = [new DigestItem(Kelp, 1, "", "")] }, "m1")), (2, new NowOutcome.Posted(SomeDigest, "m2")),
            (3, new NowOutcome.NothingNew(7)), (4, new NowOutcome.Paused("The channel is archived.")), (5, new NowOutcome.Busy()),
            (6, new NowOutcome.Delayed()), (7, new NowOutcome.Removed()),
        ]));

    private static readonly Digest SomeDigest = new(
        "d1",
        new Subscription(
            3, "C1", "U1", new Interest(["kelp sensors"], ["Ada Lovelace"], ["eess.SP"], [new PaperKey("arxiv:2101.00001")]),
            new Timing("0 9 * * *", "Europe/Berlin"), 10, 0.4, DateTimeOffset.UnixEpoch, null),
        new DateTimeOffset(2026, 3, 29, 7, 0, 0, TimeSpan.Zero), [], 0);

    private static Comparison Compared(params Paper[] papers) => new(
        papers,
        [
            new ComparisonRow("results", [.. papers.Select((paper, i) => new ComparisonCell(paper.Key, i == 0 ? "On three coasts they last 4.5 times longer than steel." : null))]),
            new ComparisonRow("training cost", [.. papers.Select(paper => new ComparisonCell(paper.Key, paper.Abstract.Length > 0 ? "It costs $O(n \\log n)$ leaves." : null))]),
        ],
        ["All mention sensors."],
        [$"Only *{papers[0].Title}* mentions steel."]);

    private static void AssertGolden(string name, Action<TerminalOutput> write, int width = 100, [CallerFilePath] string here = "")
    {
        using var writer = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        write(new TerminalOutput(new TerminalStreams(writer, error, Stream.Null) { Width = width }, json: false, quiet: false, color: true));
        var seen = writer.ToString().ReplaceLineEndings("\n") + (error.ToString() is { Length: > 0 } told ? $"--- standard error\n{told}" : "");
        var path = Path.Combine(Path.GetDirectoryName(here)!, "Golden", name + ".txt");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            File.WriteAllText(path, seen);
        else
            Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), seen);
    }
}
