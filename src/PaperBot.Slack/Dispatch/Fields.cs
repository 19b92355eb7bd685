using System.Text.Json;
using System.Text.RegularExpressions;

namespace PaperBot.Slack.Dispatch;

/// <summary>Reads fields of a payload so that one of an unexpected type counts as one that is not there.</summary>
internal static partial class Fields
{
    public static JsonElement? Get(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
            && value.ValueKind is not JsonValueKind.Null and not JsonValueKind.Undefined
            ? value : null;

    /// <returns>An object or an array that outlives its document; null when the field is neither.</returns>
    public static JsonElement? Keep(this JsonElement element, string name) =>
        element.Get(name) is { ValueKind: JsonValueKind.Object or JsonValueKind.Array } value ? value.Clone() : null;

    public static JsonElement Object(this JsonElement element, string name) =>
        element.Get(name) is { ValueKind: JsonValueKind.Object } value ? value : default;

    public static string? Text(this JsonElement element, string name) =>
        element.Get(name) is { ValueKind: JsonValueKind.String } value ? Decode(value) : null;

    public static string TextOrEmpty(this JsonElement element, string name) => element.Text(name) ?? "";

    public static bool IsTrue(this JsonElement element, string name) => element.Get(name) is { ValueKind: JsonValueKind.True };

    public static IReadOnlyList<string> Texts(this JsonElement element, string name) => element.Get(name) is { ValueKind: JsonValueKind.Array } array
        ? [.. array.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(Decode)] : [];

    public static IReadOnlyList<T> Objects<T>(this JsonElement element, string name, Func<JsonElement, T> read) =>
        element.Get(name) is { ValueKind: JsonValueKind.Array } array
            ? [.. array.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.Object).Select(read)]
            : [];

    // A text cut in the middle of an emoji has half a surrogate pair, which System.Text.Json refuses; the rest of the text must not be lost for it.
    private static string Decode(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            var mended = Escape().Replace(value.GetRawText(), match => match.Groups["lone"].Success ? @"\uFFFD" : match.Value);
            return JsonElement.Parse(mended).GetString()!;
        }
    }

    // Escaped backslashes and whole pairs are matched first, so that what is left over is alone.
    [GeneratedRegex(
        @"\\\\|\\u[dD][89aAbB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(?<lone>\\u[dD][89a-fA-F][0-9a-fA-F]{2})", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
