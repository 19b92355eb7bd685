using FsCheck;
using FsCheck.Xunit;
using PaperBot.Papers;

namespace PaperBot.Tests.Papers;

public class SentenceSplitterTests
{
    // A bar marks where the text is to be cut.
    [Theory]
    [InlineData("We sort.|It is dark.")]
    [InlineData("We use sorters (e.g. quick ones, i.e. ours) vs. Others and cf. Smith et al. (2019) here.|We win.")]
    [InlineData("As shown by Doe et al. the dark matters.|Results of Roe et al.|We agree.")]
    [InlineData("See Fig. 3 and Eq. 4, approx. 5 min in No. 7.|Dr. Doe and J. R. Roe agree with the U.S. Senate.")]
    [InlineData("It costs 3.5 s on ResNet v1.5 with p < .05.|It wins by 2.|Then it stops.")]
    [InlineData("Code is at https://a.example/x.y?z=1.2.|It runs.")]
    [InlineData("Code: https://a.example/x.html|", true)]
    [InlineData("This holds [1, 2].|That (see Sec. 2. Or 3) does not.|(It may.)|\"It does.\"|So we say.")]
    [InlineData("Is it dark? |Yes! |We think so... |Perhaps… |It is.")]
    [InlineData("We wait ... and then sort.|Done.")]
    [InlineData("All is well.|iPhone users agree.|mRNA too.|word2vec does.|3D data as well.|t-SNE shows it.")]
    [InlineData("The sum $a.b. C$ is small.|We show $x = 1.$|Next.")]
    [InlineData("We (1) sort. |(2) We search. |1. First we rest.")]
    [InlineData("It is known. [3, 4]|We extend it.")]
    [InlineData("We study vitamin C.|The rest follows, etc.|GPUs help.|E. coli does not.")]
    [InlineData("A fine method.|We propose it.", true)]
    [InlineData("Ein Satz。|Noch einer！|Ende")]
    [InlineData("Yahoo! answers came. |Nothing else.")]
    [InlineData("The Ph.D. thesis of A. Doe holds.|A new one follows.")]
    [InlineData("One line\n\n|Another paragraph\n|- an item\n|- an item")]
    public void Split_Text_IsCutAtTheBars(string marked, bool joined = false)
    {
        var expected = marked.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var separator = joined || marked.Contains('\n', StringComparison.Ordinal) || marked.Contains('。', StringComparison.Ordinal) ? "" : " ";
        var text = marked.Replace(" |", "|", StringComparison.Ordinal).Replace("|", separator, StringComparison.Ordinal);
        Assert.Equal(expected, SentenceSplitter.Split(text));
    }

    [Fact]
    public void Split_Nothing_IsNothing() => Assert.Empty(SentenceSplitter.Split(" \n "));

    [Property]
    public bool Spans_AnyText_AreCovered(NonNull<string> text) => Covers(text.Get);

    [Property(MaxTest = 500)]
    public bool Spans_PiecesOfProse_AreCovered(NonEmptyArray<byte> picks)
    {
        string[] pieces = [". ", ".", "? ", "!", "… ", "...", "We ", "the ", "e.g. ", "et al. ", "(", ")", "[1]", "\" ", "$x.$ ", "$", "3.5 ", "1. ", "\n", "\n\n", "https://a.b/c. ", "。", "U.S. ", "- ", "J. ", "\ud800", "{", "}", "\\cite{x}. ", "mRNA "];
        return Covers(string.Concat(picks.Get.Select(pick => pieces[pick % pieces.Length])));
    }

    [Theory]
    [InlineData("(")]
    [InlineData("()")]
    [InlineData("(.) ")]
    [InlineData("a. ")]
    [InlineData("$")]
    [InlineData(".")]
    [InlineData("\n")]
    [InlineData("[.")]
    [InlineData("a")]
    public void Spans_LongRepetition_TakesLinearTime(string piece)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        SentenceSplitter.Spans(string.Concat(Enumerable.Repeat(piece, 300_000 / piece.Length)));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    private static bool Covers(string text)
    {
        var at = 0;
        foreach (var span in SentenceSplitter.Spans(text))
        {
            if (span.Length == 0 || span.Start < at || !string.IsNullOrWhiteSpace(text[at..span.Start]))
                return false;
            var sentence = text.Substring(span.Start, span.Length);
            if (sentence != sentence.Trim())
                return false;
            at = span.Start + span.Length;
        }

        return string.IsNullOrWhiteSpace(text[at..]);
    }
}
