using PaperBot.Answering.Conversations;
using PaperBot.Papers;

namespace PaperBot.Tests.Answering.Conversations;

/// <summary>Invented papers with names, and threads about them.</summary>
internal static class SomeThread
{
    public static Paper Spann { get; } = SomePaper.Titled(
        "SPANN: Searching Billions of Vectors from Disk",
        "Vector search in memory is fast and dear. We propose SPANN, an inverted index whose posting lists lie on disk. "
        + "SPANN keeps only the centroids in memory, at a cost of 32 GB for a billion vectors. On two datasets of a billion vectors it is twice as fast as HugeANN.",
        "arxiv:2111.08566");

    public static Paper DiskAnn { get; } = SomePaper.Titled(
        "DiskANN: A Graph on One Solid-State Drive",
        "Graph indexes need much memory. DiskANN keeps its graph on a solid-state drive and answers in five milliseconds. It is evaluated on SIFT1B.",
        "arxiv:1908.00001");

    public static Paper Stocks { get; } = SomePaper.Titled(
        "Stock Price Forecasts with Recurrent Networks", "We forecast stock prices with recurrent networks. They are trained on ten years of the NIFTY index.", "arxiv:2009.10819");

    public static Paper Wide { get; } = SomePaper.Titled(
        "Wide and Deep Networks Classify Optimally", "We prove that wide and deep networks are optimal classifiers.", "arxiv:2204.14126");

    public static IReadOnlyList<Paper> Library { get; } = [Spann, DiskAnn, Stocks, Wide];

    public static ConversationTurn Turn(string question, params IReadOnlyList<Paper> papers) => new(question, papers, []);

    /// <summary>Threads by name, for tables.</summary>
    public static IReadOnlyList<ConversationTurn> Of(string name) => name switch
    {
        "spann" => [Turn("How does SPANN search a billion vectors?", Spann)],
        "two" => [Turn("Which indexes search vectors on disk?", Spann, DiskAnn)],
        "three" => [Turn("Which papers are there?", Stocks, Spann, DiskAnn)],
        "picked" => [Turn("What is wide?", Wide), Turn("Which papers are there?", Stocks, Spann, DiskAnn), Turn("the second one", Spann)],
        "stocks" => [Turn("How are stock prices forecast?", Stocks)],
        "one by one" => [Turn("How does SPANN search a billion vectors?", Spann), Turn("How does DiskANN search a billion vectors?", DiskAnn)],
        "data" => [Turn("what data did SPANN use?", Spann)],
        "leaning" => [Turn("Which papers forecast stock prices?", Stocks, Wide), Turn("what data did they use?", Stocks, Wide)],
        "refused" => [Turn("How does SPANN search a billion vectors?", Spann), new("How does SPANN taste?", [Stocks, Wide], [], WasRefused: true)],
        "hello" => [Turn("hello")],
        _ => [],
    };
}
