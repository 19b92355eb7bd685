using PaperBot.Answering;
using PaperBot.Bot.Rendering;
using PaperBot.Bot.Replies;
using PaperBot.Bot.Requests;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Tests.Charts;

namespace PaperBot.Tests.Bot.Rendering;

/// <summary>Each kind of message, letter by letter.</summary>
public sealed class RenderedTests
{
    private const string Id = "0123456789abcdef0123456789abcdef";

    private static readonly Wording Wording = new("/papers");

    private static readonly Paper Kelp = new()
    {
        Key = new PaperKey("arxiv:2101.00001"),
        Title = "Kelp forests as $\\alpha$-stable sensors: what a coast can tell about the temperature of its water",
        Abstract = "We study sensors made of kelp. They report temperature within $\\pm 2$ degrees, at a cost of $O(n \\log n)$ leaves. "
            + "On three coasts they last 4.5 times longer than steel. A limit is that kelp is eaten by urchins.",
        Authors = ["Ada Lovelace", "Grace Hopper", "Jürgen Müller", "Mary Jackson"],
        Published = new PublicationDate(2021, 1, 2),
        Venue = "Journal of Wet Instruments",
        Categories = ["eess.SP", "physics.ao-ph"],
        Source = "arxiv",
    };

    private static readonly Paper Urchin = new()
    {
        Key = new PaperKey("doi:10.1000/182"),
        Title = "Urchins & the *sensors* they <eat>",
        Abstract = "Sea urchins eat sensors. We count 40 sensors eaten in a week; see https://evil.example for more.",
        Published = new PublicationDate(2022),
        Url = "https://example.org/urchins?a=1&b=2",
        Source = "bibtex",
        Withdrawn = true,
    };

    private static readonly Paper Sand = new() { Key = new PaperKey("local:sand"), Title = "Sand", Source = "trending" };

    private static readonly ListedPaper[] Listed =
    [
        new(Kelp, "Kelp reports temperature within $\\pm 2$ degrees.", "title has “kelp”; close in meaning"),
        new(Urchin, "We count 40 sensors eaten in a week; see https://evil.example for more.", "title has “sensors”"),
        new(Sand, "", "close in meaning"),
    ];

    [Fact]
    public void Answer_IsSentencesWithNumbersAndSources() => SlackGolden.Assert("answer", AnswerReply.Of(Id, new Answer(
        [
            new AnswerSentence("They report temperature within ±2 degrees, at a cost of O(n log n) leaves.", [1]),
            new AnswerSentence("On three coasts they last 4.5 times longer than steel.", [1]),
            new AnswerSentence("We count 40 sensors eaten in a week; see https://evil.example for more.", [2]),
        ],
        [new Citation(1, Kelp, "They report …"), new Citation(1, Kelp, "On three …"), new Citation(2, Urchin, "We count …")],
        Answer.LocalMode)));

    [Fact]
    public void Answer_FromOtherPapersByWordsAlone_SaysSo() => SlackGolden.Assert("answer-notices", AnswerReply.Of(Id, new Answer(
        [new AnswerSentence("Sea urchins eat sensors.", [1])], [new Citation(1, Urchin, "Sea urchins eat sensors.")], Answer.LocalMode,
        Notice: SearchNotice.MissingModel, IsFromOtherPapers: true)));

    [Fact]
    public void Refusal_SaysWhyAndNamesTheNearest() => SlackGolden.Assert("refusal", PapersReply.Of(
        Id, ReplyKind.Refusal, $"{Wording.On(new Refusal(RefusalKind.NeverMentioned) { Words = ["euros"] })}\nThe nearest papers:", [.. Listed.Select(listed => listed with { Why = "" })]));

    [Fact]
    public void Refusal_EmptyLibrary_SaysHowToAdd() => SlackGolden.Assert("refusal-empty", PapersReply.Of(
        Id, ReplyKind.Refusal, Wording.On(new Refusal(RefusalKind.EmptyLibrary)), []));

    [Fact]
    public void Search_ListsWithMore() => SlackGolden.Assert("search", PapersReply.Of(
        Id, ReplyKind.Papers, "Papers on “kelp &amp; sensors”", Listed, more: new ButtonValue.MoreFound(6, "kelp & sensors")));

    [Fact]
    public void Show_IsACard() => SlackGolden.Assert("show", PaperCard.Of(Id, Kelp));

    [Fact]
    public void Show_WithdrawnWithoutAbstract() => SlackGolden.Assert("show-withdrawn", PaperCard.Of(Id, Urchin with { Abstract = "" }));

    [Fact]
    public void Ambiguous_ListsCandidates() => SlackGolden.Assert("ambiguous", PapersReply.Of(
        Id, ReplyKind.Notice, Wording.On(new PaperLookup.Ambiguous("sensors", [Kelp, Urchin], More: false)), [new(Kelp, "", ""), new(Urchin, "", "")]));

    [Fact]
    public void Help_NamesTheCommand() => SlackGolden.Assert("help", HelpReply.Of(Id, new Wording("/library")));

    [Fact]
    public void Summary_OfOne_HasALineAnAspect() => SlackGolden.Assert("summary", SummaryReply.Of(Id, KelpSummary));

    [Fact]
    public void Summary_OfSeveral_IsOneMessage() => SlackGolden.Assert("summary-several", SummaryReply.Of(
        Id, KelpSummary, new Summary(Urchin, "We count 40 sensors eaten in a week; see https://evil.example for more.", []), new Summary(Sand, "", [])));

    [Fact]
    public void Comparison_IsATable() => SlackGolden.Assert("comparison", ComparisonReply.Of(Id, Compared(Kelp, Urchin)));

    [Fact]
    public void Comparison_OfSix_FitsSlacksLimits()
    {
        var titled = Enumerable.Range(1, 6).Select(i => Kelp with { Key = new PaperKey($"local:kelp-{i}"), Title = $"{Kelp.Title} {i}" }).ToArray();

        SlackGolden.Assert("comparison-six", ComparisonReply.Of(Id, Compared(titled)));
    }

    [Fact]
    public void Quotes_OfAnAnswer_AreByNumber() => SlackGolden.Assert("quotes", QuotesReply.Of(Id, AnswerReply.Of(Id, new Answer(
        [new AnswerSentence("On three coasts they last 4.5 times longer than steel.", [1]), new AnswerSentence("Sea urchins eat sensors.", [2])],
        [new Citation(1, Kelp, "On three coasts they last 4.5 times longer than steel."), new Citation(2, Urchin, "Sea urchins eat sensors.")],
        Answer.LocalMode)), Find));

    [Fact]
    public void Quotes_OfAComparison_NameTheAspects() => SlackGolden.Assert("quotes-comparison", QuotesReply.Of(Id, ComparisonReply.Of(Id, Compared(Kelp, Urchin)), Find));

    [Fact]
    public void Export_AFew_IsThere() => SlackGolden.Assert("export", ExportReply.Of(Id, ExportFormat.BibTeX, [Urchin], left: 0, isPrivate: true));

    [Fact]
    public void Export_Many_IsAFileInDirectMessages()
    {
        var reply = ExportReply.Of(Id, ExportFormat.Csv, [Kelp, Urchin, Sand], left: 7, isPrivate: true);

        SlackGolden.Assert("export-file", reply);
        Assert.Equal("papers.csv", reply.File?.Name);
        Assert.Contains("local:sand,Sand", System.Text.Encoding.UTF8.GetString(reply.File!.Content.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void Trend_IsItsFiguresAndAPicture()
    {
        var reply = PictureReply.Of(Id, InventedCharts.Trend("kelp <sensors> & *sand*"), isPrivate: false);

        SlackGolden.Assert("trend", new { reply.Text, reply.Blocks, reply.File!.Name, reply.File.Title, reply.File.AltText });
    }

    [Fact]
    public void Map_IsItsGroupsAndAPictureInDirectMessages()
    {
        var reply = PictureReply.Of(Id, InventedCharts.Map(title: "Kelp <forests> of @channel"), isPrivate: true);

        SlackGolden.Assert("map", new { reply.Text, reply.Blocks, reply.File!.Name, reply.File.Title, reply.File.AltText });
        Assert.Equal(3, reply.Papers.Count);
    }

    [Fact]
    public void Status_IsTheLibraryInNumbers() => SlackGolden.Assert("status", StatusReply.Of(
        Id,
        new LibraryStatistics(
            60_068, 12, [("arxiv", 60_000), ("sample", 68)], [("cs.LG", 12_345), ("hep-th", 999)], "1991-08 to 2025", [("all-MiniLM-L6-v2@c0529a0d", 60_068)], 123_456_789,
            new DateTimeOffset(2026, 5, 4, 9, 30, 0, TimeSpan.Zero)),
        "all-MiniLM-L6-v2", 17, (12, 1), Wording));

    [Fact]
    public void Status_NothingThere_SaysHowToMendIt() => SlackGolden.Assert("status-empty", StatusReply.Of(
        Id, new LibraryStatistics(0, 0, [], [], null, [], 4096, null), null, 0, (0, 0), Wording));

    [Fact]
    public void Shared_SaysWhoAsked() => SlackGolden.Assert("shared", SharedReply.Of(
        "fedcba9876543210fedcba9876543210",
        new SavedReply(SummaryReply.Of(Id, KelpSummary), new Place("T1", "C1", "", "U1", IsPrivate: true), "", "summarize *kelp* <!channel>", DateTimeOffset.UnixEpoch)));

    private static Summary KelpSummary { get; } = new(
        Kelp, "Kelp reports temperature within $\\pm 2$ degrees.",
        [
            new SummaryPoint("approach", "We study sensors made of kelp."),
            new SummaryPoint("results", "They report temperature within $\\pm 2$ degrees, at a cost of $O(n \\log n)$ leaves."),
            new SummaryPoint("limits", "A limit is that kelp is eaten by urchins."),
        ]);

    private static Paper? Find(PaperKey key) => key == Kelp.Key ? Kelp : key == Urchin.Key ? Urchin : null;

    private static Comparison Compared(params Paper[] papers) => new(
        papers,
        [
            new ComparisonRow("results", [.. papers.Select((paper, i) => new ComparisonCell(paper.Key, i == 0 ? "On three coasts they last 4.5 times longer than steel." : null))]),
            new ComparisonRow("training cost", [.. papers.Select(paper => new ComparisonCell(paper.Key, "It costs $O(n \\log n)$ leaves."))]),
        ],
        ["All mention sensors."],
        [$"Only *{papers[0].Title}* mentions steel."]);
}
