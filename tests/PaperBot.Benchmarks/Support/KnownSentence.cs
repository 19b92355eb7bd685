using PaperBot.Papers;

namespace PaperBot.Benchmarks.Support;

/// <summary>A sentence that cites a paper, and whether the paper bears it.</summary>
/// <param name="Kind">How it was made.</param>
internal sealed record KnownSentence(string Kind, string Text, Paper Cited, bool IsGood, string Original);
