using System.Buffers;
using Microsoft.ML.Tokenizers;

namespace PaperBot.Embedding.Tokens;

/// <summary>Cuts a text into the tokens of a BERT vocabulary; immutable, so threads may share it.</summary>
internal sealed class TextTokenizer
{
    private readonly Vocabulary _vocabulary;
    private readonly BertNormalizer _normalizer;
    private readonly WordPieceTokenizer _pieces;
    private readonly SearchValues<string> _specials;

    public TextTokenizer(Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        _normalizer = new BertNormalizer(vocabulary.LowerCase, vocabulary.StripAccents);
        _specials = SearchValues.Create([.. vocabulary.Specials.Select(special => special.Content)], StringComparison.Ordinal);
        using var lines = vocabulary.ToLines();
        _pieces = WordPieceTokenizer.Create(lines, new WordPieceOptions
        {
            UnknownToken = vocabulary.Unknown,
            ContinuingSubwordPrefix = vocabulary.ContinuationPrefix,
            MaxInputCharsPerWord = vocabulary.LongestWord,
        });
    }

    /// <summary>At most <paramref name="limit"/> tokens, both special ones included; what lies beyond is not looked at.</summary>
    public TokenizedText Tokenize(string text, int limit)
    {
        var ids = new List<long> { _vocabulary.StartId };
        var spans = new List<(int Start, int End)> { (0, 0) };
        var room = limit - 1;
        var at = 0;
        while (at < text.Length && ids.Count < room)
        {
            var (special, id) = NextSpecial(text, at);
            Append(text, at, special.Start, room, ids, spans);
            if (special.End > special.Start && ids.Count < room)
            {
                ids.Add(id);
                spans.Add(special);
            }
            at = special.End;
        }
        ids.Add(_vocabulary.EndId);
        spans.Add((text.Length, text.Length));
        return new TokenizedText([.. ids], [.. spans]);
    }

    private void Append(string text, int start, int end, int room, List<long> ids, List<(int Start, int End)> spans)
    {
        var normalized = _normalizer.Normalize(text, start, end);
        var characters = normalized.Characters;
        foreach (var word in new BertWords(characters))
        {
            var letters = characters[word.Start..word.End];
            foreach (var token in _pieces.EncodeToTokens(letters, out _, considerPreTokenization: false, considerNormalization: false))
            {
                if (ids.Count >= room)
                    return;
                var last = normalized.Source(word.Start + token.Offset.End.Value - 1);
                ids.Add(token.Id);
                spans.Add((normalized.Source(word.Start + token.Offset.Start.Value), last + (char.IsHighSurrogate(text[last]) ? 2 : 1)));
            }
        }
    }

    // A special token written in a text is that token, as the reference has it.
    private ((int Start, int End) Span, long Id) NextSpecial(string text, int from)
    {
        var found = text.AsSpan(from).IndexOfAny(_specials);
        if (found < 0)
            return ((text.Length, text.Length), 0);
        var start = from + found;
        var (content, id) = _vocabulary.Specials.Where(special => string.CompareOrdinal(text, start, special.Content, 0, special.Content.Length) == 0)
            .MaxBy(special => special.Content.Length);
        return ((start, start + content.Length), id);
    }
}
