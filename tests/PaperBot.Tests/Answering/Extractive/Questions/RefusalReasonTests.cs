using PaperBot.Answering;
using PaperBot.Answering.Extractive.Questions;
using PaperBot.Retrieval;

namespace PaperBot.Tests.Answering.Extractive.Questions;

public sealed class RefusalReasonTests
{
    private static readonly EvidencePaper Otters = SomeEvidence.Paper("Otters juggle", 0.6f, "Otters juggle stones.", "They juggle when hungry.");

    [Fact]
    public void Of_FarFromEveryPaper_SaysSo() => Assert.Equal(
        "This does not seem to be about any paper in the library.",
        Reason("Which otters juggle?", SomeEvidence.Paper("Otters juggle", 0.1f, "Otters juggle stones."), ("otters", 0.4), ("juggle", 0.4)));

    [Fact]
    public void Of_PaperIsNamedButLittleElseIsLike_IsNotCalledFar() =>
        Assert.Equal("No abstract in the library mentions “funktionieren”.", Reason("Wie funktionieren otters?", SomeEvidence.Paper("Otters juggle", 0.1f, "Otters juggle stones."), ("wie", 0), ("otters", 0.8)));

    [Fact]
    public void Of_WordThatNoAbstractHas_NamesItAsTyped() =>
        Assert.Equal("No abstract in the library mentions “unicycles”.", Reason("Do otters ride unicycles?", Otters, ("otters", 0.5), ("ride", 0.1)));

    [Fact]
    public void Of_SeveralSuchWords_NamesThreeOfThem() =>
        Assert.Equal("No abstract in the library mentions “unicycles” or “trombones” or “kayaks”.", Reason("Do otters like unicycles, trombones, kayaks or kites?", Otters, ("otters", 0.5), ("like", 0.1)));

    [Fact]
    public void Of_WordThatOnlyOtherPapersHave_SaysThatItIsNotSaidHere() =>
        Assert.Equal("The nearest abstracts do not say anything about “rivers” here.", Reason("Do otters juggle in rivers?", Otters, ("otters", 0.5), ("juggle", 0.5), ("rivers", 0.6)));

    [Fact]
    public void Of_EveryWordIsThere_SaysThatItIsNotStated() =>
        Assert.Equal("The nearest abstracts are on the topic but do not state this.", Reason("Why do otters juggle stones?", Otters, ("otters", 0.5), ("juggle", 0.5), ("stones", 0.5)));

    [Fact]
    public void Of_AuthorsAreAsked_SaysWhereTheyAre() => Assert.Equal(RefusalText.Of(new Refusal(RefusalKind.Authors)), Reason("Who wrote the paper about otters?", Otters));

    [Fact]
    public void Of_NearestPaperHasNoAbstract_SaysSo() =>
        Assert.Equal(RefusalKind.NoAbstract, RefusalReason.Of(SomeEvidence.For("Which kites fly?", [SomeEvidence.Paper("Kites", 0.7f), Otters])).Kind);

    [Fact]
    public void Of_NoVectors_GoesByWords()
    {
        Assert.Equal(RefusalKind.OffTopic, RefusalReason.Of(SomeEvidence.For("Do zebras juggle trombones?", [Otters], hasVectors: false, ("juggle", 0.4))).Kind);
        Assert.Equal(
            "No abstract in the library mentions “trombones”.",
            RefusalText.Of(RefusalReason.Of(SomeEvidence.For("Do otters juggle trombones?", [Otters], hasVectors: false, ("otters", 0.8), ("juggle", 0.8), ("trombones", 1)))));
    }

    private static string Reason(string question, EvidencePaper paper, params (string, double)[] rarity) =>
        RefusalText.Of(RefusalReason.Of(SomeEvidence.For(question, [paper], hasVectors: true, rarity)));
}
