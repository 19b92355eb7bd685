using PaperBot.Answering.Conversations;
using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Answering;

/// <summary>A question, as either edge hands it in.</summary>
/// <param name="Question">Whole without what was said before; conditions such as <c>since:2021</c> narrow the papers.</param>
/// <param name="OnlyPapers">The papers that are spoken of. Where they do not say, the rest of the library is asked, and the answer tells.</param>
/// <param name="Scope">What may be searched at all, whatever the person types; null is everything.</param>
internal sealed record AskRequest(string Question, IReadOnlyList<PaperKey>? OnlyPapers = null, SearchFilter? Scope = null)
{
    /// <summary>Who asks, for their share of the language model; empty in the terminal.</summary>
    public string Person { get; init; } = "";

    /// <summary>The person's own words, where <see cref="Question"/> is how they were understood; empty where they are the same.</summary>
    public string Typed { get; init; } = "";

    /// <summary>What was said before, in the same place and nowhere else; oldest first.</summary>
    public IReadOnlyList<ConversationTurn> Before { get; init; } = [];
}
