using FsCheck.Xunit;
using PaperBot.Answering.Extractive.Summaries;

namespace PaperBot.Tests.Answering.Extractive.Summaries;

public class SummarizerTests
{
    private static readonly Summarizer Summarizer = new();

    [Fact]
    public void Summarize_WholeAbstract_TellsItsContributionAndEveryAspect()
    {
        var summary = Summarizer.Summarize(OwnPapers.Cache);

        Assert.StartsWith("we propose FrugalCache, a cache for sentence embeddings", summary.Tldr, StringComparison.Ordinal);
        Assert.Equal(["problem", "approach", "data", "results", "limits"], summary.Points.Select(point => point.Aspect));
        Assert.All(summary.Points, point => Assert.Contains(point.Quote, OwnPapers.Cache.Abstract, StringComparison.Ordinal));
        Assert.Equal(summary.Points.Count, summary.Points.Select(point => point.Quote).Distinct().Count());
    }

    [Fact]
    public void Summarize_AspectNotStated_IsLeftOut() =>
        Assert.DoesNotContain(Summarizer.Summarize(OwnPapers.Index).Points, point => point.Aspect == "limits");

    [Fact]
    public void Summarize_NoAbstract_IsEmpty()
    {
        var summary = Summarizer.Summarize(OwnPapers.Without);

        Assert.Equal("", summary.Tldr);
        Assert.Empty(summary.Points);
    }

    [Fact]
    public void Summarize_OneSentence_IsThatSentence()
    {
        var summary = Summarizer.Summarize(OwnPapers.Of("short", "Short", "In this paper, we propose to write short abstracts."));

        Assert.Equal("In this paper, we propose to write short abstracts.", summary.Tldr);
        Assert.Empty(summary.Points);
    }

    [Fact]
    public void Summarize_NoTitle_StillFindsATldr() =>
        Assert.Contains("FrugalCache", Summarizer.Summarize(OwnPapers.Cache with { Title = "" }).Tldr, StringComparison.Ordinal);

    [Fact]
    public void Summarize_Twice_IsTheSame()
    {
        var first = Summarizer.Summarize(OwnPapers.Cache);
        var second = new Summarizer().Summarize(OwnPapers.Cache);

        Assert.Equal(first.Tldr, second.Tldr);
        Assert.Equal(first.Points, second.Points);
    }

    [Fact]
    public void Summarize_SentenceNobodyWouldQuote_IsLeftOut()
    {
        var longSentence = "We propose a net that " + string.Concat(Enumerable.Repeat("really and ", 100)) + "works.";

        Assert.Equal("", Summarizer.Summarize(OwnPapers.Of("long", "Long", longSentence)).Tldr);
        Assert.Equal("We propose a net.", Summarizer.Summarize(OwnPapers.Of("both", "Both", longSentence + " We propose a net.")).Tldr);
    }

    [Theory]
    [MemberData(nameof(HostileTexts.All), MemberType = typeof(HostileTexts), DisableDiscoveryEnumeration = true)]
    public void Summarize_HostileText_QuotesItLetterByLetter(string text)
    {
        var summary = Summarizer.Summarize(OwnPapers.Of("hostile", text[..Math.Min(text.Length, 1_000)], text));

        Assert.Contains(summary.Tldr, text, StringComparison.Ordinal);
        Assert.True(summary.Tldr.Length <= QuotableSentences.Longest);
        Assert.All(summary.Points, point => Assert.Contains(point.Quote, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Summarize_Cancelled_Throws() =>
        Assert.ThrowsAny<OperationCanceledException>(() => Summarizer.Summarize(OwnPapers.Cache, new CancellationToken(canceled: true)));

    [Property]
    public bool Summarize_AnyText_QuotesItLetterByLetter(string?[]? parts, string? title)
    {
        var text = string.Join(". ", (parts ?? []).Select(part => part + ", and we show that x works"));
        var summary = Summarizer.Summarize(OwnPapers.Of("any", title ?? "", text));

        return text.Contains(summary.Tldr, StringComparison.Ordinal)
            && summary.Points.All(point => point.Quote.Length > 0 && text.Contains(point.Quote, StringComparison.Ordinal));
    }
}
