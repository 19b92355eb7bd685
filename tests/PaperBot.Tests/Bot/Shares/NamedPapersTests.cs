using System.Text.Json;
using PaperBot.Bot.Shares;
using PaperBot.Slack.Interaction;

namespace PaperBot.Tests.Bot.Shares;

public sealed class NamedPapersTests
{
    [Theory]
    [InlineData("see <https://arxiv.org/abs/2111.08566>", "arxiv:2111.08566")]
    [InlineData("<https://arxiv.org/pdf/2111.08566v2.pdf|SPANN> is good", "arxiv:2111.08566")]
    [InlineData("<https://huggingface.co/papers/2009.10819?a=1&amp;b=2>, and arXiv:2111.08566", "arxiv:2009.10819 arxiv:2111.08566")]
    [InlineData("<https://doi.org/10.1000/182|doi> and doi:10.1000/182", "doi:10.1000/182")]
    [InlineData("<https://dx.doi.org/10.1000/182&amp;x>", "doi:10.1000/182&x")]
    [InlineData("<https://export.arxiv.org/abs/2111.08566> <https://www.alphaxiv.org/abs/2009.10819>", "arxiv:2111.08566 arxiv:2009.10819")]
    [InlineData("<https://aclanthology.org/2020.acl-main.1/>", "acl:2020.acl-main.1")]
    [InlineData("<@U1> what do you think of <https://example.org/abs/2111.08566>?", "")]
    [InlineData("a plain sentence", "")]
    [InlineData("", "")]
    public void In_TextOfAMessage_FindsWhatItLinksTo(string text, string keys) => Assert.Equal(keys, string.Join(' ', NamedPapers.In(text)));

    [Fact]
    public void In_LinksInBlocksAndAttachmentsAlone_AreFoundAfterTheText()
    {
        var message = new PayloadMessage
        {
            Text = "arXiv:1706.03762",
            Blocks = Json("""[{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"link","url":"https://arxiv.org/abs/2111.08566"}]}]}]"""),
            Attachments = Json("""[{"from_url":"https://huggingface.co/papers/2009.10819","id":1}]"""),
        };

        Assert.Equal("arxiv:1706.03762 arxiv:2111.08566 arxiv:2009.10819", string.Join(' ', NamedPapers.In(message)));
    }

    [Fact]
    public void In_AListOfLinks_StopsAtTheMost() =>
        Assert.Equal(NamedPapers.Most, NamedPapers.In(string.Join(' ', Enumerable.Range(10_000, 50).Select(i => $"<https://arxiv.org/abs/2111.{i}>"))).Count);

    [Fact]
    public void In_HalfACharacterInABlock_TheOthersAreRead()
    {
        var message = new PayloadMessage { Blocks = Json("""[{"text":"cut \ud83d"},{"url":"https://arxiv.org/abs/2111.08566"}]""") };

        Assert.Equal("arxiv:2111.08566", Assert.Single(NamedPapers.In(message)).Value);
    }

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;
}
