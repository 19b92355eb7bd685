using System.Text.Json;
using PaperBot.Answering;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Tests.Retrieval;

namespace PaperBot.Tests.Answering;

public sealed class AnswerJsonTests
{
    private static readonly Paper Known = InventedPapers.Pebbles with { Venue = "PebbleConf", Doi = "10.1000/182", Url = "https://example.org/1", Extra = "{\"stars\":3}", Withdrawn = true };

    [Fact]
    public void Answer_WrittenAndRead_IsTheSame()
    {
        var answer = new Answer(
            [new AnswerSentence("It takes two kilobytes.", [1])], [new Citation(1, Known, "It takes \\emph{two} kilobytes.")], Answer.LocalMode,
            Notice: SearchNotice.MissingModel, IsFromOtherPapers: true);

        var read = Again(answer);

        Assert.Equal(JsonSerializer.Serialize(answer), JsonSerializer.Serialize(read));
        Assert.Equal((Known.Key, Known.Title, Known.Published, Known.Venue, Known.Extra), Tell(read.Citations[0].Paper));
        Assert.Equal(Known.Authors, read.Citations[0].Paper.Authors);
        Assert.Equal((SearchNotice.MissingModel, true), (read.Notice, read.IsFromOtherPapers));

        static (PaperKey, string, PublicationDate?, string?, string?) Tell(Paper paper) => (paper.Key, paper.Title, paper.Published, paper.Venue, paper.Extra);
    }

    [Fact]
    public void Refusal_WrittenAndRead_IsTheSame()
    {
        var refusal = Again(new Answer([], [], Answer.LocalMode, new Refusal(RefusalKind.NeverMentioned) { Words = ["gpu"] })).Refusal!;

        Assert.Equal("No abstract in the library mentions “gpu”.", RefusalText.Of(refusal));
    }

    private static Answer Again(Answer answer) => JsonSerializer.Deserialize<Answer>(JsonSerializer.Serialize(answer))!;
}
