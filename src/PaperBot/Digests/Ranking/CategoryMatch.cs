using System.Text.Json;

namespace PaperBot.Digests.Ranking;

/// <summary>A whole category, <c>cs.IR</c>, or an archive, <c>cs</c>: as a search's conditions have it.</summary>
internal static class CategoryMatch
{
    /// <param name="json">A list, as the library has it.</param>
    public static bool IsAny(IReadOnlyList<string> wanted, string json) =>
        wanted.Count == 0 || (json != "[]" && IsAny(wanted, JsonSerializer.Deserialize<string[]>(json) ?? []));

    public static bool IsAny(IReadOnlyList<string> wanted, IReadOnlyList<string> categories) =>
        wanted.Count == 0 || categories.Any(category => wanted.Any(each => Is(each, category)));

    private static bool Is(string wanted, string category) =>
        category.StartsWith(wanted, StringComparison.OrdinalIgnoreCase) && (category.Length == wanted.Length || category[wanted.Length] == '.');
}
