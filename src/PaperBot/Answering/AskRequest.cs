using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Answering;

/// <summary>A question, as either edge hands it in.</summary>
/// <param name="Question">As typed; conditions such as <c>since:2021</c> narrow the papers.</param>
/// <param name="OnlyPapers">The papers that are spoken of. Where they do not say, the rest of the library is asked, and the answer tells.</param>
/// <param name="Scope">What may be searched at all, whatever the person types; null is everything.</param>
internal sealed record AskRequest(string Question, IReadOnlyList<PaperKey>? OnlyPapers = null, SearchFilter? Scope = null);
