using System.Text;
using System.Text.Json;
using PaperBot.Bot.Replies;

namespace PaperBot.Tests.Bot.Replies;

public sealed class ReplyFileTests
{
    [Fact]
    public void File_KeptBeforeThereWerePictures_IsStillRead()
    {
        var file = JsonSerializer.Deserialize("""{"Name":"papers.bib","Title":"2 papers as BibTeX","Content":"@article{ä}"}""", ReplyJson.Default.ReplyFile)!;

        Assert.Equal(("papers.bib", null, "@article{ä}"), (file.Name, file.AltText, Encoding.UTF8.GetString(file.Content.Span)));
    }

    [Fact]
    public void Text_IsKeptAsText() => Assert.Equal(
        """{"Name":"a.csv","Title":"A","Content":"x,y"}""", JsonSerializer.Serialize(ReplyFile.OfText("a.csv", "A", "x,y"), ReplyJson.Default.ReplyFile));

    [Fact]
    public void Picture_ComesBackByteByByte()
    {
        byte[] bytes = [.. Enumerable.Range(0, 256).Select(i => (byte)i)];

        var json = JsonSerializer.Serialize(new ReplyFile("a.png", "A", bytes, "A chart."), ReplyJson.Default.ReplyFile);
        var file = JsonSerializer.Deserialize(json, ReplyJson.Default.ReplyFile)!;

        Assert.Equal(bytes, file.Content.ToArray());
        Assert.Equal("A chart.", file.ToUpload("C1", thread: null).AltText);
    }
}
