using FsCheck.Xunit;
using PaperBot.Answering.Extractive.Questions;
using PaperBot.Answering.Extractive.Summaries;

namespace PaperBot.Tests.Answering.Extractive.Questions;

public sealed class SentenceSelectionTests
{
    private static readonly Summarizer Summarizer = new();

    private static readonly string[] Sentences =
        ["Otters juggle stones.", "Herons fish at dawn.", "Beavers build dams.", "Voles dig tunnels.", "Swans guard nests.", "Toads cross roads."];

    [Fact]
    public void Choose_OneSentenceIsSureToAnswer_IsAlone() =>
        Assert.Equal(["Herons fish at dawn."], Choose("What do herons do?", 0, 9, 0, 0, 0, 0));

    [Fact]
    public void Choose_NoneIsSure_AddsTheNextMostDirectFirst() =>
        Assert.Equal(["Beavers build dams.", "Otters juggle stones."], Choose("What do beavers do?", 2, -9, 2.5, -9, -9, -9));

    [Fact]
    public void Choose_AllAlike_AreAtMostFour() => Assert.Equal(4, Choose("What do animals do?", 0, 0, 0, 0, 0, 0).Count);

    [Fact]
    public void Choose_SentenceThatSaysTheSame_IsPassedOver()
    {
        var paper = SomeEvidence.Paper("Rivers", 0.6f, "Otters juggle stones in rivers.", "In rivers otters juggle stones often.", "Herons fish at dawn.");
        var chosen = SentenceSelection.Choose(SomeEvidence.For("What do animals do?", [paper]).WithOdds(1, 0.9, 0.8), Summarizer);

        Assert.Equal([0, 2], chosen.Select(sentence => sentence.Index));
    }

    [Fact]
    public void Choose_PapersAreAsked_TakesOneSentenceOfEach()
    {
        var evidence = SomeEvidence.For(
            "Which papers are about animals?",
            [SomeEvidence.Paper("Rivers", 0.6f, Sentences[..2]), SomeEvidence.Paper("Ponds", 0.5f, Sentences[2..4])]);

        var chosen = SentenceSelection.Choose(evidence.WithOdds(1, 0.9, 0.8, 0.7), Summarizer);

        Assert.Equal(["Rivers", "Ponds"], chosen.Select(sentence => sentence.Paper.Paper.Title));
    }

    [Fact]
    public void Choose_OnlyWhatThePaperIs_LeadsWithTheSentenceThatSaysIt()
    {
        var evidence = SomeEvidence.For(
            "What is FeatherSort?",
            [
                SomeEvidence.Paper(
                    "FeatherSort", 0.7f,
                    "Sorting feathers by hand is slow.",
                    "We propose FeatherSort, a method that sorts feathers by colour and length with a camera.",
                    "It sorts 90 feathers a minute."),
            ]);

        var chosen = SentenceSelection.Choose(evidence.WithOdds(2, 0, 1), Summarizer);

        Assert.Equal(1, chosen[0].Index);
        Assert.InRange(chosen.Count, 1, 2);
    }

    [Property]
    public bool Choose_AnyOdds_GivesOneToFourDistinctSentencesBestFirst(int[] odds)
    {
        var values = Sentences.Select((_, i) => i < odds.Length ? odds[i] % 100 / 10.0 : 0).ToArray();
        var chosen = SentenceSelection.Choose(SomeEvidence.For("What do animals do?", [SomeEvidence.Paper("Rivers", 0.6f, Sentences)]).WithOdds(values), Summarizer);

        return chosen.Count is >= 1 and <= 4 && chosen.Distinct().Count() == chosen.Count && chosen[0].LogOdds == values.Max()
            && chosen.Zip(chosen.Skip(1)).All(pair => pair.First.LogOdds >= pair.Second.LogOdds);
    }

    private static List<string> Choose(string question, params double[] odds) =>
        [.. SentenceSelection.Choose(SomeEvidence.For(question, [SomeEvidence.Paper("Rivers", 0.6f, Sentences)]).WithOdds(odds), Summarizer).Select(sentence => sentence.Text)];
}
