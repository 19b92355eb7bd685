using PaperBot.Papers;

namespace PaperBot.Retrieval;

/// <summary>A sentence of a paper's abstract that bears on a question.</summary>
/// <param name="Sentence">A verbatim piece of the abstract.</param>
/// <param name="Score">Higher is better; comparable within one question only.</param>
internal sealed record Evidence(Paper Paper, string Sentence, double Score);
