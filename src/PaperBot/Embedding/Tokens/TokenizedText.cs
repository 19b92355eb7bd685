namespace PaperBot.Embedding.Tokens;

/// <summary>
/// The ids that a model reads, with the special ones at both ends, and for each the characters of the text that it stands for
/// (empty at the ends).
/// </summary>
internal sealed record TokenizedText(long[] Ids, (int Start, int End)[] Spans)
{
    public int Length => Ids.Length;

    /// <summary>The tokens that start within a range of the text, the special ones at both ends left out.</summary>
    public (int First, int End) TokensWithin(int start, int end)
    {
        var first = 1;
        while (first < Length - 1 && Spans[first].Start < start)
            first++;
        var last = first;
        while (last < Length - 1 && Spans[last].Start < end)
            last++;
        return (first, last);
    }
}
