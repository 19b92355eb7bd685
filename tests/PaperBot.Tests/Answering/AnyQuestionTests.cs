using FsCheck.Xunit;
using PaperBot.Answering;
using PaperBot.Retrieval;
using PaperBot.Tests.Retrieval;

namespace PaperBot.Tests.Answering;

/// <summary>Whatever is typed, and whatever an abstract holds, an answer is grounded or there is a reason why not.</summary>
[Collection(SmallLibraryTests.Name)]
public sealed class AnyQuestionTests(SmallLibrary library)
{
    [Theory]
    [InlineData("")]
    [InlineData("   \t\n")]
    [InlineData("???!!!...")]
    [InlineData("🦔🦔🦔")]
    [InlineData("\u0000\u0001\u001b[31m\u007f")]
    [InlineData("\"' OR 1=1; -- NEAR( *")]
    [InlineData("since:2021")]
    public async Task Answer_NoWordToGoBy_AsksForAQuestion(string question)
    {
        var answer = await AnswerAsync(question);

        Assert.NotNull(answer.Refusal);
        Assert.Empty(answer.Sentences);
    }

    [Theory]
    [InlineData("fireflies ", 1000)]
    [InlineData("x", 10_000)]
    [InlineData("🦔", 5_000)]
    [InlineData("$", 10_000)]
    [InlineData("\\emph{", 2_000)]
    [InlineData("(((", 3_000)]
    public async Task Answer_VeryLongQuestion_IsAnsweredOrRefused(string piece, int times) =>
        Grounded.Assert(await AnswerAsync(string.Concat(Enumerable.Repeat(piece, times))));

    [Fact]
    public async Task Answer_LongQuestionCutWithinACharacter_DoesNotFail() =>
        Grounded.Assert(await AnswerAsync("x" + string.Concat(Enumerable.Repeat("🦔", 3_000))));

    [Property(MaxTest = 40)]
    public async Task Answer_AnyText_IsGrounded(string? text) => Grounded.Assert(await AnswerAsync(text ?? ""));

    /// <summary>Words of the library among any text come nearer to being answered.</summary>
    [Property(MaxTest = 40)]
    public async Task Answer_AnyMixtureOfItsWords_IsGrounded(string? text, int[] picks)
    {
        var words = InventedPapers.All.SelectMany(paper => (paper.Title + " " + paper.Abstract).Split(' ')).ToList();
        var picked = picks.Take(12).Select(pick => words[(int)((uint)pick * 31 % words.Count)]);

        Grounded.Assert(await AnswerAsync($"{string.Join(' ', picked)} {text}"));
    }

    [Property(MaxTest = 40)]
    public async Task Answer_AnyAbstract_IsGrounded(string? first, string? second)
    {
        using var rooms = new LibraryRooms();
        rooms.Get<PaperStore>().Store(
            [SomePaper.Titled("Otters that juggle stones", $"{first} Otters juggle stones. {second}"), SomePaper.Titled("Juggling otters again", second + "otters " + first)]);

        Grounded.Assert(await rooms.Get<Ask>().AnswerAsync("Which otters juggle stones?", CancellationToken.None));
    }

    [Fact]
    public async Task Answer_ChapterPastedAsAbstract_ComparesItsFirstWordsOnly()
    {
        // Each of these words takes the model a millisecond or two.
        var chapter = string.Join(' ', Enumerable.Range(0, 20_000).Select(i => $"w{i}"));
        using var rooms = await library.FillAsync([SomePaper.Titled("A chapter on otters", $"Otters juggle stones. {chapter}")]);
        var pool = await rooms.Get<Retriever>().FindEvidenceAsync(SearchQuery.Parse("otters juggle", out _), 8, CancellationToken.None);

        Assert.True(pool.Kinship.Of("otter", new HashSet<string> { "w7" }) >= 0);
        Grounded.Assert(await AnswerAsync(rooms, "Do otters juggle stones?"));
    }

    private Task<Answer> AnswerAsync(string question) => AnswerAsync(library.Rooms, question);

    private static Task<Answer> AnswerAsync(LibraryRooms rooms, string question) => rooms.Get<Ask>().AnswerAsync(question, CancellationToken.None);
}
