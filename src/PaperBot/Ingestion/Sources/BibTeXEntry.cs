using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace PaperBot.Ingestion.Sources;

/// <summary>One entry of a BibTeX file, parsed.</summary>
/// <param name="Type">Lower-case: <c>article</c>, <c>string</c>, …</param>
/// <param name="CitationKey">Empty when there is none.</param>
/// <param name="Fields">By lower-case name, white space folded.</param>
/// <param name="IsWhole">False when a value was still open where the text ended: a brace or a quote is missing.</param>
/// <param name="IsTooLong">True when its macros stand for more than <see cref="LongestExpansion"/> characters; the text is cut there.</param>
internal sealed partial record BibTeXEntry(
    string Type, string CitationKey, IReadOnlyDictionary<string, string> Fields, bool IsWhole, bool IsTooLong)
{
    private static readonly FrozenDictionary<string, string> Months = (
        "jan January feb February mar March apr April may May jun June jul July aug August sep September sept September oct October nov November dec December")
        .Split(' ').Chunk(2).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// Characters that the macros of one entry may stand for. Written text is bounded by the entry's length, but macros of macros double with
    /// each line.
    /// </summary>
    public const int LongestExpansion = SourceText.LongestAbstract;

    /// <summary>Reads what one can of an entry. Faults inside it cost the field, not the entry.</summary>
    /// <param name="macros">What <c>@string</c> defined so far.</param>
    /// <param name="escapes">Whether <c>\{</c> is no brace. BibTeX itself counts it; some exports rely on it not being one.</param>
    public static BibTeXEntry Parse(BibTeXBlock block, IReadOnlyDictionary<string, string> macros, bool escapes)
    {
        var cursor = new Cursor(block.Text, block.IsClosed, macros, escapes);
        return cursor.Entry();
    }

    [GeneratedRegex("""[}"0-9]\s*,\s*[A-Za-z]+\s*=\s*["{0-9]""", RegexOptions.CultureInvariant)]
    private static partial Regex NextField();

    private sealed class Cursor(string text, bool closed, IReadOnlyDictionary<string, string> macros, bool escapes)
    {
        private int _at = 1;
        private bool _whole = true;
        private int _expanded;

        public BibTeXEntry Entry()
        {
            var type = Word().ToLowerInvariant();
            SkipGaps();
            _at++;
            SkipGaps();
            var before = _at;
            var key = Until(",={}\"\n");
            if (Peek() == '=')
            {
                // No citation key: that was the first field's name already.
                (_at, key) = (before, "");
            }

            var fields = new Dictionary<string, string>(StringComparer.Ordinal);
            while (_at < text.Length)
                Field(fields);
            return new(type, key.Trim(), fields, _whole, _expanded > LongestExpansion);
        }

        private void Field(Dictionary<string, string> fields)
        {
            SkipGaps();
            while (Peek() is ',' or '}' or ')' or ';')
            {
                _at++;
                SkipGaps();
            }

            var name = Word().ToLowerInvariant();
            SkipGaps();
            if (name.Length == 0 || Peek() != '=')
            {
                // Something that is no field: on behind it, whatever it is.
                if (name.Length == 0 && _at < text.Length)
                    Skip();
                return;
            }

            _at++;
            var value = new StringBuilder();
            do
            {
                SkipGaps();
                Part(value);
                SkipGaps();
            }
            while (Peek() == '#' && ++_at > 0);

            // Of two fields with one name BibTeX takes the first.
            fields.TryAdd(name, SourceText.Fold(value.ToString()));
        }

        private void Part(StringBuilder value)
        {
            switch (Peek())
            {
                case '{':
                    value.Append(Braced());
                    break;
                case '"':
                    value.Append(Quoted());
                    break;
                default:
                    var word = Until(",#}\n").Trim();
                    value.Append(macros.TryGetValue(word, out var macro) || Months.TryGetValue(word, out macro) ? Expand(macro) : word);
                    break;
            }
        }

        private string Expand(string macro)
        {
            // Stays above the limit once it was passed, so it cannot overflow either.
            if (_expanded <= LongestExpansion)
                _expanded += macro.Length;
            return _expanded <= LongestExpansion ? macro : "";
        }

        private string Braced()
        {
            var start = ++_at;
            for (var depth = 1; _at < text.Length; _at++)
            {
                if (text[_at] == '\\' && escapes)
                    _at++;
                else if (text[_at] == '{')
                    depth++;
                else if (text[_at] == '}' && --depth == 0)
                    return Braced(text[start.._at++]);
            }

            return Open(start);
        }

        private string Quoted()
        {
            var start = ++_at;
            for (var depth = 0; _at < text.Length; _at++)
            {
                if (text[_at] == '\\' && escapes)
                    _at++;
                else if (text[_at] == '{')
                    depth++;
                else if (text[_at] == '}')
                    depth--;
                else if (text[_at] == '"' && depth <= 0)
                    return text[start.._at++];
            }

            return Open(start);
        }

        /// <summary>The entry's own brace closes a value whose brace is missing; then the fields behind it seem to be part of it.</summary>
        private string Braced(string value)
        {
            _whole &= closed || !text.AsSpan(_at).IsWhiteSpace() || !NextField().IsMatch(value);
            return value;
        }

        private string Open(int start)
        {
            (_whole, _at) = (false, text.Length);
            return text[Math.Min(start, text.Length)..];
        }

        private void Skip()
        {
            if (text[_at] == '{')
                Braced();
            else
                _at++;
        }

        private string Word()
        {
            var start = _at;
            while (_at < text.Length && (char.IsLetterOrDigit(text[_at]) || text[_at] is '-' or '_' or '.' or ':' or '+' or '/' or '*'))
                _at++;
            return text[start..Math.Min(_at, text.Length)];
        }

        private string Until(string stops)
        {
            var start = Math.Min(_at, text.Length);
            while (_at < text.Length && !stops.Contains(text[_at]))
                _at++;
            return text[start..Math.Min(_at, text.Length)];
        }

        private char Peek() => _at < text.Length ? text[_at] : '\0';

        private void SkipGaps()
        {
            while (_at < text.Length && char.IsWhiteSpace(text[_at]))
                _at++;
        }
    }
}
