namespace PaperBot.Digests.Ranking;

/// <summary>What of a paper a taste can be about.</summary>
/// <param name="Embedding">About the library's mean, of length 1; empty while the paper has none.</param>
/// <param name="Filing">How it is filed: together of length 1, or none.</param>
internal sealed record Traits(float[] Embedding, FiledUnder[] Filing);

/// <param name="Weight">The rarer the category is on the interest, the more it tells.</param>
internal readonly record struct FiledUnder(string Category, float Weight);
