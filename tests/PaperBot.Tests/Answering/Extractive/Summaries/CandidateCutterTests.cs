using FsCheck.Xunit;
using PaperBot.Answering.Extractive.Summaries;

namespace PaperBot.Tests.Answering.Extractive.Summaries;

public class CandidateCutterTests
{
    [Theory]
    [InlineData("In this paper, we propose a small cache for slow embedding models.", "we propose a small cache for slow embedding models.")]
    [InlineData("We show that shallow trees rank long papers well.", "shallow trees rank long papers well.")]
    [InlineData("Our experiments on three corpora demonstrate that shallow trees rank long papers well.", "shallow trees rank long papers well.")]
    [InlineData("We propose a small cache for embeddings, which spares most calls.", "We propose a small cache for embeddings")]
    [InlineData("We describe a parser for messy bibliographies using two plain tables.", "We describe a parser for messy bibliographies")]
    [InlineData("We describe a parser for messy bibliographies (code attached).", "We describe a parser for messy bibliographies")]
    [InlineData("Parsers break on dirty input, and we therefore mend the input first of all.", "we therefore mend the input first of all.")]
    public void Cut_SentenceWithAnOffcut_OffersThePieceWithoutIt(string sentence, string piece) =>
        Assert.Contains(piece, Pieces(sentence));

    [Theory]
    [InlineData("If the noise is small, we recover the signal exactly from few samples.", "we recover the signal exactly from few samples.")]
    [InlineData("Earlier work has argued that deep trees rank long papers well.", "deep trees rank long papers well.")]
    [InlineData("The new index answers every query fast, but forgets papers at random.", "The new index answers every query fast")]
    [InlineData("The new index answers every query unless the disk is slow.", "The new index answers every query")]
    [InlineData("We rank the papers (old ones, which nobody reads, too) by their age.", "We rank the papers (old ones")]
    public void Cut_PieceThatWouldSayMoreOrBreakOff_IsNotOffered(string sentence, string piece) =>
        Assert.DoesNotContain(piece, Pieces(sentence));

    [Fact]
    public void Cut_EverySentence_IsOfferedWhole() =>
        Assert.Equal(["One.", "Two, which is short."], Pieces("One.", "Two, which is short."));

    [Property]
    public bool Cut_AnyText_GivesPiecesWithinIt(string? text)
    {
        text ??= "";
        return CandidateCutter.Cut([text]).TrueForAll(piece => piece.Start >= 0 && piece.Length >= 0 && piece.Start + piece.Length <= text.Length);
    }

    [Fact]
    public void Cut_EndlessSentence_OffersABoundedNumber()
    {
        var sentence = string.Concat(Enumerable.Repeat("and we show that one two three four five six seven, which ", 3000));

        Assert.InRange(CandidateCutter.Cut([sentence]).Count, 1, 200);
    }

    private static IEnumerable<string> Pieces(params string[] sentences) =>
        CandidateCutter.Cut(sentences).Select(piece => sentences[piece.Sentence].Substring(piece.Start, piece.Length));
}
