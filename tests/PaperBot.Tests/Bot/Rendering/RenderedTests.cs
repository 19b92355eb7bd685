using PaperBot.Answering;
using PaperBot.Bot.Rendering;
using PaperBot.Bot.Replies;
using PaperBot.Papers;
using PaperBot.Retrieval;

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
        Ask.LocalMode)));

    [Fact]
    public void Answer_FromOtherPapersByWordsAlone_SaysSo() => SlackGolden.Assert("answer-notices", AnswerReply.Of(Id, new Answer(
        [new AnswerSentence("Sea urchins eat sensors.", [1])], [new Citation(1, Urchin, "Sea urchins eat sensors.")], Ask.LocalMode,
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
}
