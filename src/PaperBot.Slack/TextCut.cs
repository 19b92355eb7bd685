using System.Globalization;

namespace PaperBot.Slack;

/// <summary>Where a text may be cut: never inside a link, an entity or what a reader sees as one character.</summary>
internal static class TextCut
{
    private static readonly string[] Entities = ["&amp;", "&lt;", "&gt;"];

    // Full-width marks end a sentence without a space behind them.
    private const string WideSentenceEnds = "。！？";
    private const string SentenceEnds = ".!?…" + WideSentenceEnds;
    private const string Closers = "\"'”’)]*_";

    /// <returns>Where a part that begins at <paramref name="start"/> ends at best: after a paragraph, a sentence or a word.</returns>
    public static int Split(string text, int start, int most)
    {
        var cuts = Find(text, start, most);
        var half = start + (most / 2);
        return cuts.Paragraph > half ? cuts.Paragraph : cuts.Sentence > half ? cuts.Sentence : cuts.Word > start ? cuts.Word : cuts.Any;
    }

    /// <returns>Where the text ends at best when no more of it is shown: after a word, if that does not cost half of it.</returns>
    public static int Shorten(string text, int most)
    {
        var cuts = Find(text, start: 0, most);
        return cuts.Word > most / 2 ? cuts.Word : cuts.Any;
    }

    /// <returns>The first place from <paramref name="start"/> on that is not white space.</returns>
    public static int SkipBlank(string text, int start)
    {
        while (start < text.Length && IsBlank(text, start))
            start += Length(text, start, most: 2);
        return start;
    }

    private static (int Paragraph, int Sentence, int Word, int Any) Find(string text, int start, int most)
    {
        var (paragraph, sentence, word) = (start, start, start);
        var end = start;
        while (end < text.Length)
        {
            var length = Length(text, end, end == start ? most : int.MaxValue);
            if (end + length - start > most)
                break;
            end += length;
            if (end == text.Length)
                return (end, end, end, end);
            if (WideSentenceEnds.Contains(text[end - 1], StringComparison.Ordinal))
                sentence = end;
            if (!IsBlank(text, end) || char.IsWhiteSpace(text[end - 1]))
                continue;
            word = end;
            var lines = LinesUntilNextWord(text, end);
            if (lines > 0 || EndsSentence(text, start, end))
                sentence = end;
            if (lines > 1)
                paragraph = end;
        }

        return (paragraph, sentence, word, end);
    }

    // How much must stay together. Something longer than a whole part must be cut all the same, in smaller pieces.
    private static int Length(string text, int index, int most)
    {
        var whole = text[index] switch
        {
            '<' => LinkLength(text, index),
            '&' => Entities.FirstOrDefault(entity => string.CompareOrdinal(text, index, entity, 0, entity.Length) == 0)?.Length ?? 0,
            _ => 0,
        };

        // Marks that combine belong to the last character of a link or an entity, too.
        if (whole > 0)
            whole += CharacterLength(text, index + whole - 1) - 1;
        if (whole == 0 || whole > most)
            whole = CharacterLength(text, index);
        return whole <= most ? whole : char.IsSurrogatePair(text, index) ? 2 : 1;
    }

    private static int LinkLength(string text, int index)
    {
        var end = text.AsSpan(index + 1).IndexOfAny("<>\n");
        return end >= 0 && text[index + 1 + end] == '>' ? end + 2 : 0;
    }

    // Some marks combine with what follows them; a link or an entity behind one still begins where it begins.
    private static int CharacterLength(string text, int index)
    {
        var length = StringInfo.GetNextTextElementLength(text, index);
        var markup = text.AsSpan(index + 1, length - 1).IndexOfAny('<', '&');
        return markup < 0 ? length : markup + 1;
    }

    private static bool IsBlank(string text, int index) =>
        char.IsWhiteSpace(text[index]) && (CharacterLength(text, index) == 1 || text.AsSpan(index).StartsWith("\r\n"));

    private static int LinesUntilNextWord(string text, int index)
    {
        var lines = 0;
        for (; index < text.Length && char.IsWhiteSpace(text[index]); index++)
            lines += text[index] == '\n' ? 1 : 0;
        return lines;
    }

    private static bool EndsSentence(string text, int start, int end)
    {
        while (end > start + 1 && Closers.Contains(text[end - 1], StringComparison.Ordinal))
            end--;
        return SentenceEnds.Contains(text[end - 1], StringComparison.Ordinal);
    }
}
