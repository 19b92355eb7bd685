using PaperBot.Papers;

namespace PaperBot.Retrieval;

/// <summary>A paper that is about a topic, or near to it.</summary>
/// <param name="Similarity">Cosine of the paper and the topic, -1 to 1; null while the paper has no embedding.</param>
/// <param name="Embedding">Normalized; empty where it was not asked for.</param>
internal sealed record TopicPaper(Paper Paper, float? Similarity, ReadOnlyMemory<float> Embedding);

/// <param name="Papers">Nearest first; those without an embedding last.</param>
/// <param name="Library">How many papers were looked at.</param>
/// <param name="Latest">The latest date of any of those; null when none has a date.</param>
internal sealed record TopicPapers(IReadOnlyList<TopicPaper> Papers, long Library, PublicationDate? Latest, SearchNotice Notice);
