using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace PaperBot.Terminal;

/// <summary>A file of questions: <c>{"id": …, "question": "…"}</c> a line.</summary>
internal static class QuestionBatch
{
    private const string Form = "a JSON object with \"id\" and \"question\"";

    /// <summary>Questions in their order, read as they are asked. Blank lines are passed over.</summary>
    public static async IAsyncEnumerable<BatchLine> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        for (var number = 1; await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
                yield return Parse(number, line);
        }
    }

    private static BatchLine Parse(int number, string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var record = json.RootElement;
            if (record.ValueKind != JsonValueKind.Object || !record.TryGetProperty("id", out var id) || id.ValueKind is not (JsonValueKind.String or JsonValueKind.Number))
                return new BatchLine(number, default, null, $"Line {number} is not {Form}.");
            return record.TryGetProperty("question", out var question) && question.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(question.GetString())
                ? new BatchLine(number, id.Clone(), question.GetString()!.Trim(), null)
                : new BatchLine(number, id.Clone(), null, $"Line {number} (id {id}) has no \"question\".");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return new BatchLine(number, default, null, $"Line {number} is not {Form}.");
        }
    }
}

/// <param name="Id">As it is written in the file: a text or a number.</param>
/// <param name="Problem">One sentence when there is no question; null otherwise.</param>
internal sealed record BatchLine(int Number, JsonElement Id, string? Question, string? Problem);
