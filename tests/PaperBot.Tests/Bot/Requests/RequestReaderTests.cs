using FsCheck.Xunit;
using PaperBot.Bot.Requests;

namespace PaperBot.Tests.Bot.Requests;

public sealed class RequestReaderTests
{
    [Theory]
    [InlineData("How does SPANN search a billion vectors?")]
    [InlineData("how do ferries recover after a storm")]
    [InlineData("show me which papers forecast prices")]
    [InlineData("compare how SPANN and DiskANN use memory")]
    [InlineData("summarize what is known about kelp")]
    [InlineData("help me understand hashing")]
    [InlineData("status of protein folding")]
    [InlineData("similar what?")]
    [InlineData("expert systems in medicine")]
    [InlineData("research on bread dough")]
    [InlineData("and its memory cost?")]
    [InlineData("Serach engines: are they better?")]
    public void Read_Sentence_IsAQuestion(string typed) => Assert.Equal(new BotRequest.Ask(typed), RequestReader.Read(typed), Same.Request);

    [Theory]
    [InlineData("ask How many?", "How many?")]
    [InlineData("ASK:  show me all", "show me all")]
    [InlineData("is <http://arxiv.org|arxiv.org> &amp; co &lt;3?", "is arxiv.org & co <3?")]
    [InlineData("what does <https://arxiv.org/abs/2111.08566|this> say about <@U1|ada>", "what does https://arxiv.org/abs/2111.08566 say about @ada")]
    public void Read_Question_IsWhatWasTyped(string typed, string question) => Assert.Equal(new BotRequest.Ask(question), RequestReader.Read(typed), Same.Request);

    [Theory]
    [InlineData("search graph author:\"yann lecun\" since:2020", "graph author:\"yann lecun\" since:2020")]
    [InlineData("find “wide networks”", "“wide networks”")]
    public void Read_Search_KeepsTheConditions(string typed, string query) => Assert.Equal(new BotRequest.Search(query), RequestReader.Read(typed));

    [Theory]
    [InlineData("export all papers as csv", ExportFormat.Csv, "")]
    [InlineData("export the whole library to bibtex", ExportFormat.BibTeX, "")]
    [InlineData("export papers on hashing as bib", ExportFormat.BibTeX, "hashing")]
    [InlineData("export bibtex nearest neighbour search", ExportFormat.BibTeX, "nearest neighbour search")]
    public void Read_Export_TellsFormatAndWhat(string typed, object format, string query) =>
        Assert.Equal(new BotRequest.Export((ExportFormat)format, query), RequestReader.Read(typed));

    [Theory]
    [InlineData("trend sparse retrieval", "sparse retrieval")]
    [InlineData("trend of sparse retrieval", "sparse retrieval")]
    [InlineData("Trends in graph neural networks since:2020", "graph neural networks since:2020")]
    [InlineData("trend for papers about \"deep hashing\"", "deep hashing")]
    [InlineData("show me the trend of sparse retrieval.", "sparse retrieval")]
    [InlineData("please draw a chart of papers about kelp", "kelp")]
    public void Read_Trend_TakesTheTopic(string typed, string topic) => Assert.Equal(new BotRequest.Trend(topic), RequestReader.Read(typed));

    [Theory]
    [InlineData("map sparse retrieval", "sparse retrieval")]
    [InlineData("map of the papers around sparse retrieval", "sparse retrieval")]
    [InlineData("can you draw a map of kelp sensors?", "kelp sensors")]
    [InlineData("MAP: hashing &amp; search", "hashing & search")]
    public void Read_Map_TakesTheTopic(string typed, string topic) => Assert.Equal(new BotRequest.Map(topic), RequestReader.Read(typed));

    [Theory]
    [InlineData("map which regions are covered")]
    [InlineData("trends: what changed in retrieval")]
    [InlineData("map matching needs which data?")]
    [InlineData("trending papers on kelp")]
    [InlineData("what is the trend of prices?")]
    public void Read_SentenceThatBeginsAsAPicture_IsAQuestion(string typed) => Assert.Equal(new BotRequest.Ask(typed), RequestReader.Read(typed), Same.Request);

    [Theory]
    [InlineData("trend", "trend sparse retrieval")]
    [InlineData("map of", "map sparse retrieval")]
    public void Read_PictureWithoutATopic_SaysWhatIsMissing(string typed, string form) =>
        Assert.Equal(form, Assert.IsType<BotRequest.Mistake>(RequestReader.Read(typed)).RightForm);

    [Fact]
    public void Read_QuestionAboutTheLibrary_IsNoQuestionToTheAbstracts()
    {
        Assert.Equal(new BotRequest.Status(), RequestReader.Read("how many papers do you have?"));
        Assert.Equal(new BotRequest.Search(""), RequestReader.Read("latest papers"));
    }

    [Theory]
    [InlineData("show 2111.08566", "2111.08566")]
    [InlineData("show me <https://arxiv.org/abs/2111.08566>", "https://arxiv.org/abs/2111.08566")]
    [InlineData("Show “wide and deep”", "wide and deep")]
    [InlineData("show the paper wide and deep", "wide and deep")]
    [InlineData("<https://doi.org/10.1000/182|doi.org/10.1000/182>", "doi.org/10.1000/182")]
    [InlineData("2111.08566", "2111.08566")]
    public void Read_Show_TakesTheReference(string typed, string reference) => Assert.Equal(new BotRequest.Show(reference), RequestReader.Read(typed));

    [Theory]
    [InlineData("similar 2111.08566", "2111.08566")]
    [InlineData("similar papers to wide and deep", "wide and deep")]
    [InlineData("similar the SPANN paper", "SPANN")]
    public void Read_Similar_TakesTheReference(string typed, string reference) => Assert.Equal(new BotRequest.Similar(reference), RequestReader.Read(typed));

    [Theory]
    [InlineData("compare 2009.10819 2001.09769", "2009.10819|2001.09769", "")]
    [InlineData("compare 2009.10819, 2001.09769 and spann", "2009.10819|2001.09769|spann", "")]
    [InlineData("compare \"wide and deep\" “spann” on: memory, training cost", "wide and deep|spann", "memory|training cost")]
    [InlineData("compare 2009.10819 2001.09769 --on \"memory, cost\"", "2009.10819|2001.09769", "memory|cost")]
    [InlineData("compare 2009.10819 and 2001.09769 on memory", "2009.10819|2001.09769", "memory")]
    [InlineData("compare diskann vs spann on memory and training cost", "diskann|spann", "memory|training cost")]
    [InlineData("compare wide and deep vs spann on disk", "wide and deep|spann on disk", "")]
    [InlineData("compare <https://arxiv.org/abs/2009.10819> <https://arxiv.org/abs/2001.09769>", "https://arxiv.org/abs/2009.10819|https://arxiv.org/abs/2001.09769", "")]
    public void Read_Compare_TellsPapersAndAspects(string typed, string references, string aspects)
    {
        var compare = Assert.IsType<BotRequest.Compare>(RequestReader.Read(typed));

        Assert.Equal(references.Split('|'), compare.References);
        Assert.Equal(aspects.Split('|', StringSplitOptions.RemoveEmptyEntries), compare.Aspects);
    }

    [Theory]
    [InlineData("summarize 2009.10819 2001.09769", "2009.10819|2001.09769")]
    [InlineData("summarise wide and deep networks", "wide and deep networks")]
    [InlineData("summarize the paper \"spann\"", "spann")]
    [InlineData("tldr 2009.10819", "2009.10819")]
    public void Read_Summarize_TakesTheReferences(string typed, string references) =>
        Assert.Equal(references.Split('|'), Assert.IsType<BotRequest.Summarize>(RequestReader.Read(typed)).References);

    [Fact]
    public void Read_AddFencedBibTeX_TakesTheRecordAlone() =>
        Assert.Equal(
            new BotRequest.Add("@misc{a,\n title = {A & B},\n url = {https://example.org}}"),
            RequestReader.Read("add ```@misc{a,\n title = {A &amp; B},\n url = {<https://example.org>}}```"));

    [Theory]
    [InlineData("export bibtex", 0, "")]
    [InlineData("export csv ferries since:2020", 1, "ferries since:2020")]
    public void Read_Export_TellsFormatAndQuery(string typed, int format, string query) =>
        Assert.Equal(new BotRequest.Export((ExportFormat)format, query), RequestReader.Read(typed));

    [Theory]
    [InlineData("serach transformers", "search transformers")]
    [InlineData("sumarize 2111.08566", "summarize 2111.08566")]
    [InlineData("hlep", "help")]
    [InlineData("ask", "ask How does SPANN search a billion vectors?")]
    [InlineData("compare 2009.10819", "compare 2009.10819 2001.09769 on: memory, cost")]
    [InlineData("compare a, b, c, d, e, f, g", "compare 2009.10819 2001.09769 on: memory, cost")]
    [InlineData("export pdf", "export bibtex nearest neighbour search")]
    [InlineData("show", "show 2111.08566")]
    public void Read_Mistake_SaysTheRightForm(string typed, string rightForm) =>
        Assert.Equal(rightForm, Assert.IsType<BotRequest.Mistake>(RequestReader.Read(typed)).RightForm);

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("help")]
    [InlineData("help compare")]
    public void Read_NothingOrHelp_IsHelp(string typed) => Assert.IsType<BotRequest.Help>(RequestReader.Read(typed));

    [Fact]
    public void Read_Status_IsStatus() => Assert.IsType<BotRequest.Status>(RequestReader.Read("Stats"));

    [Property(MaxTest = 300)]
    public void Read_AnyText_IsARequest(string? text, int command)
    {
        Assert.NotNull(RequestReader.Read(text ?? ""));
        Assert.NotNull(RequestReader.Read($"{Subcommand.All[Math.Abs(command % Subcommand.All.Count)]} {text}"));
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("`\"")]
    [InlineData("<")]
    [InlineData("<http://")]
    [InlineData("compare ")]
    [InlineData("1.1 on ")]
    [InlineData(",")]
    [InlineData("\uD800")]
    public void Read_LongNonsense_IsReadToItsEnd(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length));

        Assert.NotNull(RequestReader.Read(text));
        Assert.NotNull(RequestReader.Read("compare " + text));
    }

    /// <summary>Records compare their lists by reference.</summary>
    private static class Same
    {
        public static readonly IEqualityComparer<BotRequest> Request = EqualityComparer<BotRequest>.Create(
            (a, b) => a is BotRequest.Ask one && b is BotRequest.Ask other ? one.Question == other.Question && one.Within.SequenceEqual(other.Within) : Equals(a, b));
    }
}
