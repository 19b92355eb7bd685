using System.Text.Json;
using System.Text.Json.Serialization;
using PaperBot.Answering;
using PaperBot.Terminal.Views;

namespace PaperBot.Terminal.Json;

/// <param name="Id">Of the line of a batch, as it was written there; left out for a single question.</param>
/// <param name="Answer">Empty when the question is refused.</param>
/// <param name="Reason">Null when it is answered.</param>
internal sealed record AnswerDocument(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonElement? Id,
    string Question,
    string Answer,
    bool Refused,
    string? Reason,
    string Mode,
    IReadOnlyList<CitationDocument> Citations,
    double ElapsedMs)
{
    public static AnswerDocument Of(JsonElement? id, string question, Answer answer, double elapsedMs) => new(
        id, question, AnswerView.Text(answer), answer.Refusal is not null, answer.Refusal is { } refusal ? Advice.On(refusal) : null, answer.Mode,
        [.. answer.Citations.Select(citation => new CitationDocument(
            citation.Number, citation.Paper.Key.Value, PaperText.Title(citation.Paper), PaperText.Link(citation.Paper), citation.Quote, citation.Paper.Withdrawn))],
        elapsedMs);
}

/// <param name="Quote">As the abstract has it, to the letter; empty for a paper that is only near.</param>
internal sealed record CitationDocument(int N, string Id, string Title, string? Url, string Quote, bool Withdrawn);
