namespace PaperBot.Embedding;

/// <summary>A model that cannot be installed, verified or loaded; the message says what is wrong and how to mend it.</summary>
internal sealed class EmbeddingModelException(string message, Exception? inner = null) : Exception(message, inner);
