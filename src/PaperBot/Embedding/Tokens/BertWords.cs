using System.Text;

namespace PaperBot.Embedding.Tokens;

/// <summary>BERT's words: runs of characters between white space, with each punctuation mark a word of its own.</summary>
internal ref struct BertWords(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> _text = text;

    /// <summary>Where the word starts and ends in the text.</summary>
    public (int Start, int End) Current { get; private set; }

    public readonly BertWords GetEnumerator() => this;

    public bool MoveNext()
    {
        var at = Current.End;
        while (at < _text.Length && char.IsWhiteSpace(_text[at]))
            at++;
        if (at == _text.Length)
            return false;
        var start = at;
        while (at < _text.Length && !char.IsWhiteSpace(_text[at]))
        {
            Rune.DecodeFromUtf16(_text[at..], out var rune, out var length);
            if (IsPunctuation(rune))
            {
                if (at == start)
                    at += length;
                break;
            }
            at += length;
        }
        Current = (start, at);
        return true;
    }

    // All of ASCII's symbols count, whatever Unicode's category: "p < 0.05" keeps its "<".
    private static bool IsPunctuation(Rune rune) => rune.IsAscii
        ? rune.Value is >= '!' and <= '/' or >= ':' and <= '@' or >= '[' and <= '`' or >= '{' and <= '~'
        : Rune.IsPunctuation(rune);
}
