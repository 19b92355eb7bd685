namespace PaperBot.Answering.Generative;

/// <summary>A sentence as a language model wrote it.</summary>
/// <param name="Text">Plain, without its keys.</param>
/// <param name="Keys">In the order written; they may be none that was handed out.</param>
internal sealed record CitedSentence(string Text, IReadOnlyList<string> Keys);
