using PaperBot.Papers;

namespace PaperBot.Answering.Extractive.Questions;

/// <summary>An answer in the abstracts' own words.</summary>
/// <param name="Evidence">The papers that were read for it, best first.</param>
/// <param name="IsSure">Whether it is more than likely that they answer the question.</param>
internal sealed record QuotedAnswer(Answer Answer, IReadOnlyList<Paper> Evidence, bool IsSure = false);
