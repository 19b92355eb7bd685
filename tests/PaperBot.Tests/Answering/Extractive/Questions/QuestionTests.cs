using FsCheck.Xunit;
using PaperBot.Answering.Extractive.Questions;

namespace PaperBot.Tests.Answering.Extractive.Questions;

public sealed class QuestionTests
{
    [Theory]
    [InlineData("How many fireflies does it count?", nameof(QuestionKind.Number))]
    [InlineData("What percentage of crossings is cancelled?", nameof(QuestionKind.Number))]
    [InlineData("by what factor is it faster", nameof(QuestionKind.Number))]
    [InlineData("Which papers study dough?", nameof(QuestionKind.Paper))]
    [InlineData("Who interviewed chess players?", nameof(QuestionKind.Paper))]
    [InlineData("papers on soft grippers", nameof(QuestionKind.Paper))]
    [InlineData("Who wrote the survey of dough?", nameof(QuestionKind.Authors))]
    [InlineData("authors of the survey of dough", nameof(QuestionKind.Authors))]
    [InlineData("Who are the authors of LanternNet?", nameof(QuestionKind.Authors))]
    [InlineData("Which methods tell apart author names?", nameof(QuestionKind.Name))]
    [InlineData("How are the authors of reviews identified?", nameof(QuestionKind.How))]
    [InlineData("Which dataset is it evaluated on?", nameof(QuestionKind.Name))]
    [InlineData("What corpus was the alignment trained on?", nameof(QuestionKind.Name))]
    [InlineData("What is pebble hashing?", nameof(QuestionKind.Definition))]
    [InlineData("Explain pebble hashing", nameof(QuestionKind.Definition))]
    [InlineData("How does the gripper hold fruit?", nameof(QuestionKind.How))]
    [InlineData("Why do pumps waste electricity?", nameof(QuestionKind.Why))]
    [InlineData("What is the motivation of weekly retraining?", nameof(QuestionKind.Why))]
    [InlineData("Does weekly retraining lower click-through?", nameof(QuestionKind.YesNo))]
    [InlineData("are moonlit nights hard", nameof(QuestionKind.YesNo))]
    [InlineData("What are the limitations of the gripper?", nameof(QuestionKind.Limits))]
    [InlineData("Where does the alignment fail? Name one failure", nameof(QuestionKind.Limits))]
    [InlineData("ferry timetables", nameof(QuestionKind.Other))]
    [InlineData("", nameof(QuestionKind.Other))]
    public void Read_Question_TellsWhatIsAsked(string text, string kind) => Assert.Equal(kind, Question.Read(text).Kind.ToString());

    [Theory]
    [InlineData("Which models are compared?", true)]
    [InlineData("papers about ferries", true)]
    [InlineData("Which model is best?", false)]
    public void Read_Plural_WantsSeveral(string text, bool several) => Assert.Equal(several, Question.Read(text).WantsSeveral);

    [Fact]
    public void Read_Terms_AreTheStemsOfTellingWordsEachOnce()
    {
        var terms = Question.Read("How do pumps, and a pump's pumping, waste electricity?").Terms;

        Assert.Equal(["pumps", "waste", "electricity"], terms.Select(term => term.Word));
        Assert.Equal(terms.Count, terms.Select(term => term.Stem).Distinct().Count());
    }

    [Property(MaxTest = 300)]
    public void Read_AnyText_HasTermsOfItsOwnWords(string? text)
    {
        var question = Question.Read(text ?? "");

        Assert.All(question.Terms, term => Assert.NotEqual("", term.Stem));
        Assert.True(question.Head is not { } head || question.Terms.Contains(head));
    }
}
