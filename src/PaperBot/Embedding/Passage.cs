namespace PaperBot.Embedding;

/// <summary>A text and the places of its sentences in it, each as characters from the start.</summary>
internal readonly record struct Passage(string Text, IReadOnlyList<(int Start, int Length)> Spans);

/// <summary>
/// A passage's vector and one for each of its spans: the mean of the span's tokens in the same run, so that each sentence is read in
/// its context ("late chunking", https://arxiv.org/abs/2409.04701). A span that lies beyond the model's limit has none.
/// </summary>
internal sealed record PassageEmbedding(ReadOnlyMemory<float> Vector, IReadOnlyList<ReadOnlyMemory<float>?> Spans);
