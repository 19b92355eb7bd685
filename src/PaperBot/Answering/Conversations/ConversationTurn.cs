using PaperBot.Papers;

namespace PaperBot.Answering.Conversations;

/// <summary>One exchange of a thread: what was asked, and what the bot showed.</summary>
/// <param name="Question">
/// As it was understood, so that the next question can lean on it: <see cref="Understood.AskQuestion.StandaloneQuestion"/>.
/// </param>
/// <param name="Papers">In the order that people saw them numbered; for a refusal, the nearest ones.</param>
/// <param name="Sentences">Of the answer; empty when there was none.</param>
/// <param name="WasRefused">The papers were only near: "[2]" may mean one of them, and "it" does not.</param>
internal sealed record ConversationTurn(
    string Question, IReadOnlyList<Paper> Papers, IReadOnlyList<AnswerSentence> Sentences, bool WasRefused = false);
