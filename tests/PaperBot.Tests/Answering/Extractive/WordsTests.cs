using PaperBot.Answering.Extractive;

namespace PaperBot.Tests.Answering.Extractive;

public class WordsTests
{
    [Fact]
    public void Find_MarksAndCapitals_AreLowerCaseWordsWithTheirPlaces()
    {
        var words = Words.Find("State-of-the-art: F1=0.5");

        Assert.Equal(["state", "of", "the", "art", "f1", "0", "5"], words.Select(word => word.Text));
        Assert.Equal([0, 6, 9, 13, 18, 21, 23], words.Select(word => word.Start));
    }

    [Theory]
    [InlineData("")]
    [InlineData("… – ∀")]
    public void Of_NothingButMarks_IsEmpty(string text) => Assert.Empty(Words.Of(text));

    [Fact]
    public void Stem_WordOfThreeLetters_StaysWhole() => Assert.Equal("its", Words.Stem("its"));
}
