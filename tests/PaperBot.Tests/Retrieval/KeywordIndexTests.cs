using FsCheck.Xunit;
using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Tests.Retrieval;

public sealed class KeywordIndexTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public KeywordIndexTests() => _folder.Papers().Store(
    [
        SomePaper.Titled("Sparse retrieval with learned terms", "Inverted lists stay small."),
        SomePaper.Titled("Dense embeddings for search", "We compare with sparse retrieval."),
        SomePaper.Titled("Étude of naïve cafés", "Nothing else."),
    ]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Search_WordInTitle_OutranksWordInAbstract() =>
        Assert.Equal([1, 2], Search("sparse retrieval"));

    [Theory]
    [InlineData("etude")]
    [InlineData("ÉTUDE")]
    [InlineData("cafe")]
    public void Search_AccentsAndCase_DoNotMatter(string text) => Assert.Equal([3], Search(text));

    [Theory]
    [InlineData("\"")]
    [InlineData("sparse AND")]
    [InlineData("NEAR(")]
    [InlineData("title:")]
    [InlineData("-sparse ^dense *")]
    [InlineData("')); DROP TABLE papers; --")]
    public void Search_OperatorsOfTheQueryLanguage_AreText(string text)
    {
        Search(text);

        Assert.Equal(3, _folder.Papers().Count());
    }

    [Property(MaxTest = 300)]
    public void Search_AnyText_DoesNotFail(string? text)
    {
        Search(text ?? "");
        _folder.Papers().FindByTitle(text ?? "", 3);
        _folder.Papers().List(new SearchFilter { Authors = [text ?? ""], Venues = [text ?? ""], Categories = [text ?? ""], Sources = [text ?? ""] }, 3);
    }

    [Property(MaxTest = 300)]
    public void Parse_AnyText_DoesNotFail(string? text) => Assert.NotNull(SearchQuery.Parse(text ?? "", out _));

    [Fact]
    public void Parse_Conditions_AreTakenOutOfTheText()
    {
        var query = SearchQuery.Parse("sparse author:\"yann lecun\" retrieval since:2021-06 category:cs.IR ratio:3", out var problem);

        Assert.Null(problem);
        Assert.Equal("sparse retrieval ratio:3", query.Text);
        Assert.Equal(["yann lecun"], query.Filter.Authors);
        Assert.Equal(["cs.IR"], query.Filter.Categories);
        Assert.Equal(new PublicationDate(2021, 6), query.Filter.Since);
    }

    [Theory]
    [InlineData("x since:yesterday", "since: takes a date")]
    [InlineData("x author:", "author: needs a value")]
    [InlineData("x since:2022 until:2021", "no paper can match")]
    [InlineData("venue:a venue:b venue:c venue:d venue:e venue:f venue:g venue:h venue:i venue:j venue:k venue:l venue:m venue:n venue:o venue:p venue:q venue:r venue:s venue:t venue:u", "at most 20 conditions")]
    public void Parse_ConditionThatCannotBe_SaysHowItIsWritten(string text, string problem)
    {
        SearchQuery.Parse(text, out var said);

        Assert.Contains(problem, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("since:2021-06", new[] { "2021", "2021-06", "2021-11-15", "2022" })]
    [InlineData("until:2021-06", new[] { "2020-12-31", "2021", "2021-06" })]
    [InlineData("since:2021 until:2021", new[] { "2021", "2021-06", "2021-11-15" })]
    public void List_DatesOfUnequalPrecision_AreInWhenTheyMayBe(string typed, string[] dates)
    {
        _folder.Papers().Store([.. new[] { "2020-12-31", "2021", "2021-06", "2021-11-15", "2022" }.Select(date =>
            SomePaper.Titled("dated " + date) with { Published = PublicationDate.TryParse(date, out var parsed) ? parsed : null })]);

        var found = _folder.Papers().List(SearchQuery.Parse(typed, out _).Filter, 10).Select(paper => paper.Published.ToString()!);

        Assert.Equal(dates, found.Order(StringComparer.Ordinal));
    }

    private IEnumerable<int> Search(string text)
    {
        using var connection = _folder.Library().Open();
        return KeywordIndex.Search(connection, text, SearchFilter.None, 10).Select(hit => (int)hit.PaperId);
    }
}
