namespace PaperBot.Papers;

/// <summary>Stretches of a text that no sentence ends in: brackets with an aside, and formulas.</summary>
internal sealed class SentenceEnclosures
{
    /// <summary>Characters. A bracket that is closed later than that was more likely never meant to be.</summary>
    private const int LongestAside = 400;

    // Where the outermost enclosure around each character ends; 0 outside of any. Built in one pass.
    private readonly int[]? _ends;

    public SentenceEnclosures(string text)
    {
        if (!text.AsSpan().ContainsAny('(', '[', '$'))
            return;
        _ends = new int[text.Length];
        var open = new Stack<(int Index, char Closing)>();
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '(' or '[':
                    open.Push((i, text[i] == '(' ? ')' : ']'));
                    break;
                case ')' or ']' when open.Count > 0 && open.Peek().Closing == text[i]:
                    var start = open.Pop().Index;
                    if (i - start <= LongestAside)
                        Mark(start, i);
                    break;
                case '$' when MathSpans.TryFind(text, i, text.Length, out _, out var next):
                    Mark(i, next - 1);
                    i = next - 1;
                    break;
            }
        }
    }

    public bool Holds(int index) => _ends is not null && _ends[index] > index;

    /// <summary>Whether the character right behind closes the outermost enclosure around this one.</summary>
    public bool ClosesBehind(int index) => _ends is not null && _ends[index] == index + 1;

    // An inner stretch is overwritten by the one around it, each character once per level of at most LongestAside characters.
    private void Mark(int start, int end) => Array.Fill(_ends!, end, start, end - start);
}
