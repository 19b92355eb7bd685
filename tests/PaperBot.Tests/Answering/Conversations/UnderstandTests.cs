using FsCheck.Xunit;
using PaperBot.Answering.Conversations;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Tests.Retrieval;

namespace PaperBot.Tests.Answering.Conversations;

public sealed class UnderstandTests : IDisposable
{
    private readonly LibraryRooms _rooms = new();

    public UnderstandTests() => _rooms.Get<PaperStore>().Store(SomeThread.Library);

    public void Dispose() => _rooms.Dispose();

    [Theory]
    [InlineData("summarize 2111.08566", "summarize SPANN")]
    [InlineData("Please summarise the SPANN paper.", "summarize SPANN")]
    [InlineData("tldr of <https://arxiv.org/abs/2111.08566>", "summarize SPANN")]
    [InlineData("<https://arxiv.org/abs/2111.08566|arxiv.org/abs/2111.08566>", "summarize SPANN")]
    [InlineData("can you give me a short summary of DiskANN?", "summarize DiskANN")]
    [InlineData("what is 2111.08566 about?", "summarize SPANN")]
    [InlineData("compare SPANN and DiskANN on memory", "compare SPANN, DiskANN on memory")]
    [InlineData("compare SPANN, DiskANN and 2009.10819", "compare SPANN, DiskANN, Stocks")]
    [InlineData("Compare wide and deep networks with SPANN on memory, training cost", "compare Wide, SPANN on memory, training cost")]
    [InlineData("compare 2111.08566 1908.00001", "compare SPANN, DiskANN")]
    [InlineData("How do SPANN and DiskANN compare on memory?", "compare SPANN, DiskANN on memory")]
    [InlineData("what is the difference between SPANN and DiskANN?", "compare SPANN, DiskANN")]
    [InlineData("SPANN vs DiskANN", "compare SPANN, DiskANN")]
    [InlineData("compare SPANN and HugeANN on speed", "ask compare SPANN and HugeANN on speed")]
    [InlineData("papers similar to 2009.10819", "similar Stocks")]
    [InlineData("find papers like SPANN", "similar SPANN")]
    [InlineData("papers similar to protein folding", "find protein folding")]
    [InlineData("find papers on mixture of experts", "find mixture of experts")]
    [InlineData("any papers about vector search since:2020?", "find vector search since:2020")]
    [InlineData("show me recent papers by Mara Quill", "find author:\"Mara Quill\"")]
    [InlineData("papers by Mara Quill since 2020", "find author:\"Mara Quill\" since:2020")]
    [InlineData("papers from 2024", "find since:2024 until:2024")]
    [InlineData("papers about graph networks since 2023", "find graph networks since:2023")]
    [InlineData("papers on vector search after 2021?", "find vector search since:2022")]
    [InlineData("find papers on hashing between 2019 and 2021", "find hashing since:2019 until:2021")]
    [InlineData("papers published before 2020", "find until:2019")]
    [InlineData("find me survey on hashing", "find survey on hashing")]
    [InlineData("latest papers", "find ")]
    [InlineData("what's new?", "find ")]
    [InlineData("show me all papers", "find ")]
    [InlineData("which papers do you have?", "find ")]
    [InlineData("how many papers do you have?", "library")]
    [InlineData("how many papers are in the library?", "library")]
    [InlineData("What are the papers in the library about?", "library")]
    [InlineData("what is in the library?", "library")]
    [InlineData("How many papers use dropout?", "ask How many papers use dropout?")]
    [InlineData("What is new in vector search?", "ask What is new in vector search?")]
    [InlineData("that's wrong", "Complaint")]
    [InlineData("no, that is not what I asked", "Complaint")]
    [InlineData("bibtex of 2111.08566", "bibtex SPANN")]
    [InlineData("how do I cite DiskANN?", "bibtex DiskANN")]
    [InlineData("who wrote SPANN?", "show SPANN")]
    [InlineData("show 2009.10819", "show Stocks")]
    [InlineData("hello!", "Hello")]
    [InlineData("thanks a lot :)", "Thanks")]
    [InlineData("help", "Help")]
    [InlineData("what can you do?", "Help")]
    [InlineData("summarize it", "unclear NothingSpokenOf")]
    [InlineData("tl;dr?", "unclear NothingSpokenOf")]
    [InlineData("compare SPANN", "unclear OnlyOnePaper")]
    [InlineData("summarize 2101.99999", "not found UnknownKey")]
    [InlineData("summarize the moon dust paper", "not found UnknownTitle")]
    [InlineData("compare SPANN and MoonDust", "not found UnknownTitle")]
    [InlineData("which papers summarize dialogue?", "ask which papers summarize dialogue?")]
    [InlineData("How is a summary of a dialogue evaluated?", "ask How is a summary of a dialogue evaluated?")]
    [InlineData("Which papers compare recurrent networks with transformers?", "ask Which papers compare recurrent networks with transformers?")]
    [InlineData("How do transformers compare to recurrent networks?", "ask How do transformers compare to recurrent networks?")]
    [InlineData("Who first proposed knowledge distillation?", "ask Who first proposed knowledge distillation?")]
    [InlineData("summarize the research on stock prices", "ask summarize the research on stock prices")]
    [InlineData("Are there papers that combine retrieval with reinforcement learning?", "ask Are there papers that combine retrieval with reinforcement learning?")]
    [InlineData("What does it take to search a billion vectors?", "ask What does it take to search a billion vectors?")]
    public void Of_FirstMessage_IsUnderstood(string text, string expected) => Assert.Equal(expected, Tell(text, "none"));

    [Theory]
    [InlineData("spann", "and its memory cost?", "ask SPANN's memory cost? [SPANN]")]
    [InlineData("spann", "what about DiskANN?", "ask How does DiskANN search a billion vectors? [DiskANN]")]
    [InlineData("spann", "how about HugeANN?", "ask How does HugeANN search a billion vectors?")]
    [InlineData("stocks", "what about electricity demand?", "ask How are electricity demand forecast?")]
    [InlineData("spann", "and for images?", "ask How does SPANN search a billion vectors for images?")]
    [InlineData("spann", "why?", "ask Why does SPANN search a billion vectors? [SPANN]")]
    [InlineData("spann", "compare it with DiskANN", "compare SPANN, DiskANN")]
    [InlineData("spann", "how does it compare to DiskANN on memory?", "compare SPANN, DiskANN on memory")]
    [InlineData("spann", "compare with DiskANN", "compare SPANN, DiskANN")]
    [InlineData("spann", "tl;dr?", "summarize SPANN")]
    [InlineData("spann", "more like this", "similar SPANN")]
    [InlineData("spann", "similar papers?", "similar SPANN")]
    [InlineData("spann", "bibtex please", "bibtex SPANN")]
    [InlineData("spann", "who wrote it?", "show SPANN")]
    [InlineData("spann", "when was this published?", "show SPANN")]
    [InlineData("spann", "link?", "show SPANN")]
    [InlineData("spann", "sources?", "sources SPANN")]
    [InlineData("spann", "where did you get that from?", "sources SPANN")]
    [InlineData("spann", "what data did they use?", "ask what data did SPANN use? [SPANN]")]
    [InlineData("spann", "what are the limitations?", "ask what are the limitations of SPANN? [SPANN]")]
    [InlineData("spann", "does it use GPUs?", "ask does SPANN use GPUs? [SPANN]")]
    [InlineData("spann", "is there code for it?", "ask is there code for SPANN? [SPANN]")]
    [InlineData("spann", "what is this paper about?", "summarize SPANN")]
    [InlineData("spann", "tell me more", "summarize SPANN")]
    [InlineData("spann", "compare them", "unclear OnlyOnePaper")]
    [InlineData("spann", "the second one?", "unclear OnlyOnePaper")]
    [InlineData("two", "compare the first two", "compare SPANN, DiskANN")]
    [InlineData("two", "compare their memory cost", "compare SPANN, DiskANN on memory cost")]
    [InlineData("two", "compare them on memory and speed", "compare SPANN, DiskANN on memory, speed")]
    [InlineData("two", "compare [1] and [2]", "compare SPANN, DiskANN")]
    [InlineData("two", "how do they differ?", "compare SPANN, DiskANN")]
    [InlineData("two", "what's the difference?", "compare SPANN, DiskANN")]
    [InlineData("two", "which of them is faster?", "compare SPANN, DiskANN on speed")]
    [InlineData("two", "which one needs less memory?", "compare SPANN, DiskANN on memory")]
    [InlineData("two", "which is newer?", "show SPANN, DiskANN")]
    [InlineData("spann", "which baseline does it beat?", "ask which baseline does SPANN beat? [SPANN]")]
    [InlineData("data", "why?", "ask Why did SPANN use? [SPANN]")]
    [InlineData("data", "what about DiskANN?", "ask what data did DiskANN use? [DiskANN]")]
    [InlineData("leaning", "what about electricity demand?", "ask Which papers forecast electricity demand?")]
    [InlineData("refused", "does it use GPUs?", "ask does SPANN use GPUs? [SPANN]")]
    [InlineData("refused", "summarize [2]", "summarize Wide")]
    [InlineData("two", "which is better?", "compare SPANN, DiskANN")]
    [InlineData("two", "summarize the second one", "summarize DiskANN")]
    [InlineData("two", "summarize both", "summarize SPANN, DiskANN")]
    [InlineData("two", "summarize the third one", "unclear NoSuchPaper")]
    [InlineData("two", "sorry, I mean the second one", "summarize DiskANN")]
    [InlineData("two", "does [2] use GPUs?", "ask does DiskANN use GPUs? [DiskANN]")]
    [InlineData("two", "how large is the dataset in the first paper?", "ask how large is the dataset in SPANN? [SPANN]")]
    [InlineData("two", "does [7] use GPUs?", "unclear NoSuchPaper")]
    [InlineData("two", "what data did they use?", "ask what data did SPANN and DiskANN use? [SPANN, DiskANN]")]
    [InlineData("two", "bibtex for both", "bibtex SPANN, DiskANN")]
    [InlineData("two", "who wrote the second?", "show DiskANN")]
    [InlineData("three", "compare the last two", "compare SPANN, DiskANN")]
    [InlineData("three", "compare the first and the third", "compare Stocks, DiskANN")]
    [InlineData("three", "more like the second one", "similar SPANN")]
    [InlineData("one by one", "compare the two", "compare SPANN, DiskANN")]
    [InlineData("one by one", "compare the first two", "compare SPANN, DiskANN")]
    [InlineData("one by one", "and its memory cost?", "ask DiskANN's memory cost? [DiskANN]")]
    [InlineData("picked", "compare the first two", "compare Stocks, SPANN")]
    [InlineData("picked", "the third one", "summarize DiskANN")]
    [InlineData("spann", "how many papers do you have?", "library")]
    [InlineData("hello", "summarize it", "unclear NothingSpokenOf")]
    [InlineData("spann", "How do graph neural networks handle oversmoothing?", "ask How do graph neural networks handle oversmoothing?")]
    [InlineData("spann", "When embeddings are quantized, does it cost recall?", "ask When embeddings are quantized, does it cost recall?")]
    [InlineData("spann", "Is it possible to prune networks without retraining?", "ask Is it possible to prune networks without retraining?")]
    [InlineData("spann", "Which methods that use attention are linear in length?", "ask Which methods that use attention are linear in length?")]
    [InlineData("spann", "find papers on stock prices", "find stock prices")]
    [InlineData("spann", "thanks!", "Thanks")]
    public void Of_FollowUp_IsUnderstoodWithTheThread(string thread, string text, string expected) => Assert.Equal(expected, Tell(text, thread));

    [Property(MaxTest = 300)]
    public void Of_AnyText_IsUnderstoodSomehow(string? text)
    {
        Assert.NotNull(_rooms.Get<Understand>().Of(text ?? "", []));
        Assert.NotNull(_rooms.Get<Understand>().Of(text ?? "", SomeThread.Of("two")));
    }

    [Theory]
    [InlineData("compare ")]
    [InlineData("and the ")]
    [InlineData("how do ")]
    [InlineData("it ")]
    [InlineData("[1] ")]
    [InlineData(", ")]
    [InlineData("how do compare with on ")]
    [InlineData("find me some papers on ")]
    [InlineData("ok, please ")]
    public void Of_LongestText_IsUnderstood(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000))[..400];

        Assert.NotNull(_rooms.Get<Understand>().Of(text, SomeThread.Of("three")));
        Assert.NotNull(Addressed.Judge(new OverheardMessage(text, false, Speaker.Bot, true, TimeSpan.Zero)));
    }

    private string Tell(string text, string thread) => _rooms.Get<Understand>().Of(text, SomeThread.Of(thread)) switch
    {
        Understood.AskQuestion { OnlyPapers: { } only } ask => $"ask {ask.StandaloneQuestion} [{Names(only)}]",
        Understood.AskQuestion ask => $"ask {ask.StandaloneQuestion}",
        Understood.FindPapers find => $"find {find.Query}",
        Understood.SummarizePapers summarize => $"summarize {Names(summarize.Papers)}",
        Understood.ComparePapers { Aspects.Count: > 0 } compare => $"compare {Names(compare.Papers)} on {string.Join(", ", compare.Aspects)}",
        Understood.ComparePapers compare => $"compare {Names(compare.Papers)}",
        Understood.SimilarTo similar => $"similar {Names([similar.Paper])}",
        Understood.ShowPapers show => $"show {Names(show.Papers)}",
        Understood.ShowSources sources => $"sources {Names(sources.Papers)}",
        Understood.ExportBibTeX bib => $"bibtex {Names(bib.Papers)}",
        Understood.DescribeLibrary => "library",
        Understood.SmallTalk talk => $"{talk.Kind}",
        Understood.NotFound missing => $"not found {missing.Lookup.GetType().Name}",
        Understood.Unclear unclear => $"unclear {unclear.Reason}",
        var other => other.ToString(),
    };

    private static string Names(IEnumerable<Paper> papers) => Names(papers.Select(paper => paper.Key));

    private static string Names(IEnumerable<PaperKey> keys) => string.Join(", ", keys.Select(key => SomeThread.Library.Single(paper => paper.Key == key).Title.Split(':', ' ')[0] switch
    {
        "Stock" => "Stocks",
        var name => name,
    }));
}
