using System.Globalization;
using System.Text.Json;
using PaperBot.Ingestion.Sources.Web;

namespace PaperBot.Ingestion.Sources;

/// <summary>JSON that a stranger sent: a field that is missing or of another kind is one that is not there.</summary>
internal static class SourceJson
{
    private static readonly JsonDocumentOptions Tolerant = new() { MaxDepth = 64, AllowTrailingCommas = true };

    /// <param name="source">Who sent it.</param>
    /// <exception cref="SourceException">It is no JSON.</exception>
    public static JsonElement Load(ReadOnlyMemory<byte> body, string source)
    {
        try
        {
            using var json = JsonDocument.Parse(body.Span is [0xEF, 0xBB, 0xBF, ..] ? body[3..] : body, Tolerant);
            return json.RootElement.Clone();
        }
        catch (JsonException e)
        {
            throw SourceException.Changed(source, "it is no JSON", e);
        }
    }

    /// <summary>One record for each element, in their order.</summary>
    public static IReadOnlyList<SourceRecord> Records(this JsonElement list, Func<int, JsonElement, SourceRecord> read) =>
        [.. list.Items().Select((item, i) => SourceRecord.Guard(i + 1, () => read(i + 1, item))!)];

    public static JsonElement Get(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : default;

    public static IEnumerable<JsonElement> Items(this JsonElement json) => json.ValueKind == JsonValueKind.Array ? json.EnumerateArray() : [];

    /// <summary>The folded text of a field; empty when there is none.</summary>
    public static string Text(this JsonElement json, string name) => json.Get(name).Text();

    public static string Text(this JsonElement value)
    {
        try
        {
            return value.ValueKind switch
            {
                JsonValueKind.String => SourceText.Fold(value.GetString()!),
                JsonValueKind.Number => value.GetRawText(),
                _ => "",
            };
        }
        catch (InvalidOperationException)
        {
            // It holds half a character, which System.Text.Json finds out only now.
            return "";
        }
    }

    public static string? TextOrNull(this JsonElement json, string name) => json.Text(name) is { Length: > 0 } text ? text : null;

    public static int? Number(this JsonElement json, string name) =>
        json.Get(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) ? number : null;

    public static bool IsTrue(this JsonElement json, string name) => json.Get(name).ValueKind == JsonValueKind.True;

    public static DateOnly? Day(this JsonElement json, string name) =>
        json.Text(name) is { Length: >= 10 } text && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture,
            DateTimeStyles.None, out var day) ? day : null;
}
