using PaperBot.Papers;

namespace PaperBot.Retrieval;

/// <summary>A paper that a search found.</summary>
/// <param name="Score">From 0 to 1, higher is better; comparable within one search only.</param>
/// <param name="Why">One plain phrase for people: what in the paper matched.</param>
internal sealed record SearchHit(Paper Paper, double Score, string Why);
