using PaperBot.Settings;

namespace PaperBot.Bot.Requests;

/// <summary>The words that a request begins with, and how people write them.</summary>
internal static class Subcommand
{
    /// <summary>In the order in which help tells them.</summary>
    public static readonly IReadOnlyList<string> All =
        ["ask", "search", "summarize", "compare", "similar", "show", "add", "export", "trend", "map", "subscribe", "subscriptions", "saved", "status", "help"];

    private static readonly Dictionary<string, string> Also = new(StringComparer.OrdinalIgnoreCase)
    {
        ["find"] = "search",
        ["summarise"] = "summarize",
        ["tldr"] = "summarize",
        ["tl;dr"] = "summarize",
        ["stats"] = "status",
        ["trends"] = "trend",
        ["subscription"] = "subscriptions",
        ["digests"] = "subscriptions",
    };

    // Words that begin questions and stand near a subcommand.
    private static readonly HashSet<string> NoMistake = new(StringComparer.OrdinalIgnoreCase)
    {
        "research", "researches", "searches", "searched", "reach", "states", "state", "statue", "expert", "experts", "exports", "exported",
        "report", "reports", "compared", "compares", "comparing", "company", "summarized", "summarizes", "summarizer", "familiar",
        "simulator", "similarly", "simpler", "dissimilar", "trending", "trended", "tender", "trained", "subscribed",
        "subscribes", "subscriber", "subscribers", "describe",
    };

    /// <returns>The subcommand that a word is; null when it is none.</returns>
    public static string? Of(string word) =>
        All.FirstOrDefault(name => name.Equals(word, StringComparison.OrdinalIgnoreCase)) ?? Also.GetValueOrDefault(word);

    /// <returns>The subcommand that was probably meant by a word that is none; null when the word may well begin a question.</returns>
    public static string? MeantBy(string word)
    {
        // Of a short one only letters in the wrong order are taken for a mistake: "how" is near "show", and "and" near "add".
        if (word.Length is < 3 or > 12 || NoMistake.Contains(word) || !word.All(char.IsAsciiLetter))
            return null;
        if (All.FirstOrDefault(name => SameLetters(word, name)) is { } shuffled)
            return shuffled;
        return word.Length < 5 ? null : Spelling.Nearest(word, All.Where(name => name.Length > 4 && Math.Abs(name.Length - word.Length) <= 2));
    }

    private static bool SameLetters(string word, string name) =>
        word.Length == name.Length && word.ToLowerInvariant().Order().SequenceEqual(name.Order());
}
