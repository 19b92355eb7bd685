using PaperBot.Bot.Decisions;

namespace PaperBot.Tests.Bot.Decisions;

public sealed class DecisionStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DecisionStore _decisions;

    public DecisionStoreTests() => _decisions = new DecisionStore(_folder.Library(), new EagerTime());

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Note_OnTheSameMessage_TakesThePlaceOfTheFirst()
    {
        _decisions.Note("U1", "C1", "1.0", DecisionOutcome.Taken);
        _decisions.Note("U1", "C1", "1.0", DecisionOutcome.Failed, "K3X9");

        var only = Assert.Single(_decisions.OfPerson("U1", 10));
        Assert.Equal((DecisionOutcome.Failed, "K3X9"), (only.Outcome, only.Reason));
        Assert.Equal(DecisionOutcome.Failed, _decisions.Find("C1", "1.0")?.Outcome);
    }

    [Fact]
    public void Note_OnCommands_KeepsEach()
    {
        _decisions.Note("U1", "C1", "", DecisionOutcome.Answered);
        _decisions.Note("U1", "C1", "", DecisionOutcome.NotAllowed, "why");

        Assert.Equal([DecisionOutcome.NotAllowed, DecisionOutcome.Answered], _decisions.OfPerson("U1", 10).Select(decision => decision.Outcome));
    }

    [Fact]
    public void Note_ManyOfOnePerson_KeepsTheLastFiftyAndThoseOfOthers()
    {
        _decisions.Note("U2", "C1", "0.5", DecisionOutcome.Answered);
        for (var i = 1; i <= 60; i++)
            _decisions.Note("U1", "C1", $"{i}.0", DecisionOutcome.Answered);

        Assert.Equal(DecisionStore.MostOfPerson, _decisions.OfPerson("U1", 100).Count);
        Assert.Equal("60.0", _decisions.OfPerson("U1", 1)[0].Message);
        Assert.Single(_decisions.OfPerson("U2", 100));
    }
}
