namespace PaperBot.Papers;
internal static class TitleText { public static string Normalize(string t) => string.Join(' ', new string(t.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' ').ToArray()).Split(' ', StringSplitOptions.RemoveEmptyEntries)); }
