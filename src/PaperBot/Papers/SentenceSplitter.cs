namespace PaperBot.Papers;

/// <summary>Where a sentence lies in its text.</summary>
internal readonly record struct SentenceSpan(int Start, int Length);

/// <summary>
/// Cuts an abstract into sentences, each a verbatim piece of it. Rules rather than a model, so that a quote is the same on
/// every machine; when in doubt two sentences stay together, for half a sentence is worse evidence than two.
/// </summary>
internal static class SentenceSplitter
{
    /// <summary>Pieces in reading order; each is a substring of <paramref name="text"/>, trimmed, never empty.</summary>
    public static IReadOnlyList<string> Split(string text) => [.. Spans(text).Select(span => text.Substring(span.Start, span.Length))];

    /// <summary>The same as places. Nothing but white space lies outside and between them.</summary>
    public static IReadOnlyList<SentenceSpan> Spans(string text)
    {
        var spans = new List<SentenceSpan>();
        var enclosures = new SentenceEnclosures(text);
        var start = SkipSpaces(text, 0);
        for (var i = start; i < text.Length; i++)
        {
            var end = IsParagraphEnd(text, i) ? i : SentenceEnds.Find(text, start, i, enclosures);
            if (end <= 0)
                continue;
            Add(spans, text, start, end);
            start = SkipSpaces(text, end);
            i = start - 1;
        }

        Add(spans, text, start, text.Length);
        return spans;
    }

    private static void Add(List<SentenceSpan> spans, string text, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (end > start)
            spans.Add(new(start, end - start));
    }

    /// <summary>An empty line, or a line that begins an item of a list.</summary>
    private static bool IsParagraphEnd(string text, int i)
    {
        if (text[i] != '\n')
            return false;
        var next = i + 1;
        while (next < text.Length && text[next] is ' ' or '\t' or '\r')
            next++;
        return next < text.Length && (text[next] == '\n' || (text[next] is '-' or '*' or '•' && next + 1 < text.Length && text[next + 1] == ' '));
    }

    private static int SkipSpaces(string text, int start)
    {
        while (start < text.Length && char.IsWhiteSpace(text[start]))
            start++;
        return start;
    }
}
