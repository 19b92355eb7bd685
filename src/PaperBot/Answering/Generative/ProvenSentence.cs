using PaperBot.Papers;

namespace PaperBot.Answering.Generative;

/// <summary>A sentence that may be shown.</summary>
/// <param name="Text">As people read it.</param>
/// <param name="Bearers">The papers that bear it, each with the sentence of its abstract that does; never empty.</param>
internal sealed record ProvenSentence(string Text, IReadOnlyList<(Paper Paper, string Quote)> Bearers);
