using PaperBot.Papers;

namespace PaperBot.Tests.Answering.Extractive;

/// <summary>Abstracts written for these tests, in the manner of real ones.</summary>
internal static class OwnPapers
{
    public static Paper Cache { get; } = Of(
        "cache",
        "Frugal Caches for Sentence Embeddings",
        "Embedding services are asked for the same sentences again and again. "
        + "However, existing caches ignore how expensive each sentence is to embed and waste memory on cheap ones. "
        + "In this paper, we propose FrugalCache, a cache for sentence embeddings that weighs each entry by its cost. "
        + "Our method learns the cost from the length of past requests. "
        + "We evaluate it on two query logs with 1.2 million sentences from WikiQuery and SearchLog. "
        + "Experiments show that FrugalCache saves 38% of the calls and outperforms LRU by 11 points. "
        + "Our cache is limited to a single machine, and we leave sharing it to future work.");

    public static Paper Index { get; } = Of(
        "index",
        "Sign Codes as an Index for Small Libraries",
        "Vector databases require large amounts of memory that small teams lack. "
        + "We present SignIndex, which keeps sentence embeddings as sign codes and rescores the best of them from disk. "
        + "The method needs 48 bytes of memory a paper. "
        + "Results on WikiQuery demonstrate that SignIndex achieves 99% of the exact recall while it is 20 times faster.");

    public static Paper Without { get; } = Of("without", "A Paper without an Abstract", "");

    public static Paper Of(string key, string title, string text) =>
        new() { Key = new PaperKey("local:" + key), Title = title, Abstract = text, Source = "test" };
}
