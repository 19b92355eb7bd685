using PaperBot.Answering.Extractive.Summaries;

namespace PaperBot.Tests.Answering.Extractive.Summaries;

public class OwnNamesTests
{
    [Theory]
    [InlineData("SPANN: Efficient Search", "Search is slow.", "SPANN is fast.", "SPANN")]
    [InlineData("Deep Interest Network for Clicks", "Clicks are rare.", "Deep Interest Network (DIN) looks at them.", "Deep Interest Network,DIN")]
    [InlineData("Forward Learning", "Backward learning is slow.", "ForwardGNN goes forward. ForwardGNN is fast.", "ForwardGNN")]
    [InlineData("Searching Graphs", "Search is slow.", "The automated graph networks (AGNN) framework searches. AGNN wins.", "AGNN")]
    [InlineData("Stock Price Prediction", "The LSTM is old.", "The LSTM wins. The LSTM is best.", "")]
    [InlineData("On Learning: A View", "Learning is slow.", "Experiments help. Experiments are good.", "")]
    public void All_TitleAndAbstract_HoldsWhatThePaperCallsItsWork(string title, string first, string second, string names) =>
        Assert.Equal(names, string.Join(',', new OwnNames(title, [first, .. second.Split(". ")]).All));

    [Theory]
    [InlineData("SPANN is a system.", "is a system.")]
    [InlineData("On three sets, SPANN beats all.", "beats all.")]
    [InlineData("SPANNs (of any kind) win.", "win.")]
    [InlineData("Others beat SPANN.", null)]
    [InlineData("SPANNING trees grow.", null)]
    public void AfterSubject_NameInSentence_IsToldFromNameAsSubject(string sentence, string? rest) =>
        Assert.Equal(rest, new OwnNames("SPANN: Search", []).AfterSubject(sentence));
}
