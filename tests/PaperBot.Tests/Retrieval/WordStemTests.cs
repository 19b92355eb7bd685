using FsCheck.Xunit;
using PaperBot.Retrieval;
using PaperBot.Storage;

namespace PaperBot.Tests.Retrieval;

public sealed class WordStemTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("poincaré", "poincare")]
    [InlineData("naïve", "naive")]
    [InlineData("naïvely", "naively")]
    [InlineData("erdős", "erdos")]
    [InlineData("cafe\u0301s", "café")]
    [InlineData("bézier", "bezier")]
    [InlineData("models", "model")]
    public void Of_FormsOfOneWord_AreOne(string first, string second) => Assert.Equal(WordStem.Of(second), WordStem.Of(first));

    [Theory]
    [InlineData("word")]
    [InlineData("深度学习")]
    [InlineData("данные")]
    [InlineData("")]
    public void Of_WordWithoutAccents_KeepsItsLetters(string word) => Assert.Equal(word, WordStem.Of(word));

    /// <summary>What has one stem here has one in the keyword table.</summary>
    [Theory]
    [InlineData("Poincaré embeddings", "poincare")]
    [InlineData("Poincare embeddings", "poincaré")]
    [InlineData("naïvely trained", "naively")]
    [InlineData("Erdős graphs", "erdos")]
    public void Of_WordThatTheKeywordTableFinds_IsSeenInTheText(string title, string word)
    {
        _folder.Papers().Store([SomePaper.Titled(title)]);
        using var connection = _folder.Library().Open();

        Assert.Equal(1, connection.Count("SELECT count(*) FROM papers_text WHERE papers_text MATCH $word", ("$word", $"\"{word}\"")));
        Assert.Contains(WordStem.Of(word), KeywordQuery.Words(title, 10).Select(WordStem.Of));
    }

    [Property(MaxTest = 300)]
    public void Of_AnyWord_DoesNotFail(string? text) => Assert.All(KeywordQuery.Words(text ?? "", 100), word => Assert.NotNull(WordStem.Of(word)));
}
