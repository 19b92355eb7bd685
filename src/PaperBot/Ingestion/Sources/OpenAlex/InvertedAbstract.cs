using System.Text.Json;

namespace PaperBot.Ingestion.Sources.OpenAlex;

/// <summary>OpenAlex has abstracts as an index of their words, each with the places at which it stands.</summary>
internal static class InvertedAbstract
{
    // Beyond the longest abstract; a single wrong place must not cost the memory of a million.
    private const int MostWords = 20_000;

    /// <summary>The words in their order; empty when there is no index.</summary>
    public static string ToText(JsonElement index)
    {
        if (index.ValueKind != JsonValueKind.Object)
            return "";
        var words = new SortedDictionary<int, string>();
        foreach (var word in index.EnumerateObject())
        {
            foreach (var place in word.Value.Items())
            {
                if (place.ValueKind == JsonValueKind.Number && place.TryGetInt32(out var number) && number is >= 0 and < MostWords)
                    words[number] = word.Name;
            }
        }

        return SourceMarkup.ToText(string.Join(' ', words.Values));
    }
}
