using System.Globalization;
using System.Text;

namespace PaperBot.Embedding.Tokens;

/// <summary>
/// BERT's cleaning of a text: control characters go, white space becomes a blank, CJK characters stand alone, and an uncased model's
/// letters are lower-cased and lose their accents. Every character of the result knows the one that it came from.
/// </summary>
internal sealed class BertNormalizer(bool lowerCase, bool stripAccents)
{
    public NormalizedText Normalize(string text, int start, int end)
    {
        var result = new NormalizedText(end - start);
        for (var at = start; at < end;)
        {
            var status = Rune.DecodeFromUtf16(text.AsSpan(at, end - at), out var rune, out var length);
            if (status == System.Buffers.OperationStatus.Done)
                Append(result, rune, text, at);
            at += length;
        }
        return result;
    }

    private void Append(NormalizedText result, Rune rune, string text, int at)
    {
        if (rune.Value is 0 or 0xFFFD || IsControl(rune))
            return;
        if (Rune.IsWhiteSpace(rune))
        {
            result.Append(' ', at);
        }
        else if (IsCjk(rune.Value))
        {
            result.Append(' ', at);
            AppendLetter(result, rune, text, at);
            result.Append(' ', at);
        }
        else
        {
            AppendLetter(result, rune, text, at);
        }
    }

    private void AppendLetter(NormalizedText result, Rune rune, string text, int at)
    {
        if (lowerCase)
            rune = ToLower(rune, text, at);
        if (stripAccents)
            CanonicalBases.AppendTo(result, rune, at);
        else
            result.Append(rune, at);
    }

    private static Rune ToLower(Rune rune, string text, int at) => rune.Value switch
    {
        // The invariant culture leaves the dotted capital alone; Unicode makes it an i with a mark, which is stripped or not known anyway.
        'İ' => new Rune('i'),
        // The reference ends a word with the final sigma.
        'Σ' when at > 0 && char.IsLetter(text[at - 1]) && (at + 1 == text.Length || !char.IsLetter(text[at + 1])) => new Rune('ς'),
        _ => Rune.ToLowerInvariant(rune),
    };

    private static bool IsControl(Rune rune) => rune.Value is not ('\t' or '\n' or '\r')
        && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse;

    // The blocks of BERT's own list up to U+FFFF. Its rarer ones beyond are unknown to every vocabulary with or without blanks around them.
    private static bool IsCjk(int value) => value is >= 0x4E00 and <= 0x9FFF or >= 0x3400 and <= 0x4DBF or >= 0xF900 and <= 0xFAFF;
}
