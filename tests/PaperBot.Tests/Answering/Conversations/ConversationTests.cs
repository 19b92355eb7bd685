using PaperBot.Answering;
using PaperBot.Answering.Conversations;
using PaperBot.Embedding;
using PaperBot.Ingestion;
using PaperBot.Ingestion.Sources;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Tests.Retrieval;

namespace PaperBot.Tests.Answering.Conversations;

/// <summary>Whole threads over the sample library: what is understood, and what is then answered.</summary>
[Collection(SmallLibraryTests.Name)]
public sealed class ConversationTests(SmallLibrary library) : IAsyncLifetime, IDisposable
{
    private static readonly PaperKey Spann = new("arxiv:2111.08566");

    private readonly LibraryRooms _rooms = new(library.Models);
    private readonly List<ConversationTurn> _thread = [];

    public async Task InitializeAsync()
    {
        await using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "config", "sample-library.jsonl"));
        await _rooms.Get<IngestionPipeline>().RunAsync(new JsonLinesSource("sample").ReadAsync(file), null, CancellationToken.None);
        await _rooms.Get<EmbeddingCatchUp>().RunAsync(null, CancellationToken.None);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _rooms.Dispose();

    [Fact]
    public async Task Thread_AboutOnePaper_StaysWithIt()
    {
        await AssertAnswerAsync("How does SPANN search a billion vectors?", "inverted index");
        await AssertAnswerAsync("and its memory cost?", "equal memory cost");
        await AssertAnswerAsync("how fast is it?", "2 times faster");
        await AssertAnswerAsync("what data did they use?", "three billion-scale datasets");
        await AssertAnswerAsync("is there code?", "https://github.com/microsoft/SPTAG");
        await AssertAnswerAsync("what about DiskANN?", "state-of-the-art DiskANN");
        await AssertRefusalAsync("does it use GPUs?", RefusalKind.NotMentionedHere, RefusalKind.NotInThosePapers);
        await AssertRefusalAsync("what are the limitations?", RefusalKind.NotInThosePapers);
        Assert.Equal([Spann], Assert.IsType<Understood.ShowPapers>(Understand("who wrote it?")).Papers.Select(paper => paper.Key));
        Assert.Equal([Spann], Assert.IsType<Understood.SummarizePapers>(Understand("tl;dr?")).Papers.Select(paper => paper.Key));
        await AssertAnswerAsync("What is a liquid state machine?", "liquid state machine");
        Assert.StartsWith("Resistive memory", Assert.IsType<Understood.SimilarTo>(Understand("more like this")).Paper.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thread_AboutSeveralPapers_KeepsThemApart()
    {
        await AssertAnswerAsync("Which papers forecast stock prices?", "NIFTY 50");
        var found = _thread[^1].Papers;
        Assert.Equal(3, found.Count);
        Assert.Equal(found.Take(2), Assert.IsType<Understood.ComparePapers>(Understand("compare the first two")).Papers);
        Assert.Equal(["accuracy"], Assert.IsType<Understood.ComparePapers>(Understand("which of them is more accurate?")).Aspects);
        Assert.IsType<Understood.Unclear>(Understand("summarize the fourth one"));
        await AssertAnswerAsync("what data did they use?", "SSE Composite Index");
        await AssertRefusalAsync("what about electricity demand?", RefusalKind.NeverMentioned);
        await AssertAnswerAsync("does [2] use LSTMs?", "hybrid of ResNet and LSTM");
        await AssertAnswerAsync("what are its results?", "more accurate");
        await AssertRefusalAsync("and its training cost?", RefusalKind.NotInThosePapers);
    }

    private Understood Understand(string text) => _rooms.Get<Understand>().Of(text, _thread);

    private async Task AssertAnswerAsync(string text, string said)
    {
        var answer = await AnswerAsync(text);
        Assert.Null(answer.Refusal);
        Assert.Contains(said, string.Join(' ', answer.Sentences.Select(sentence => sentence.Text)), StringComparison.Ordinal);
    }

    private async Task AssertRefusalAsync(string text, params RefusalKind[] kinds) => Assert.Contains((await AnswerAsync(text)).Refusal!.Kind, kinds);

    private async Task<Answer> AnswerAsync(string text)
    {
        var ask = Assert.IsType<Understood.AskQuestion>(Understand(text));
        var answer = await _rooms.Get<Ask>().AnswerAsync(new AskRequest(ask.StandaloneQuestion, ask.OnlyPapers), CancellationToken.None);
        Grounded.Assert(answer);
        var papers = answer.Citations.DistinctBy(citation => citation.Number).Select(citation => citation.Paper);
        _thread.Add(new ConversationTurn(ask.StandaloneQuestion, [.. papers], answer.Sentences, answer.Refusal is not null));
        return answer;
    }
}
