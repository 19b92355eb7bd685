using System.Text;

namespace PaperBot.Papers;

/// <summary>Reads one text with LaTeX in it, outside of mathematics; <see cref="LatexMath"/> reads the rest.</summary>
internal sealed class LatexReader
{
    /// <summary>Groups inside groups; deeper ones are shown as typed, so that no input exhausts the stack.</summary>
    public const int Deepest = 40;

    /// <summary>Characters between <c>\(</c> and <c>\)</c>, or between brackets of an optional argument.</summary>
    private const int LongestBracket = 2000;

    private readonly string _text;
    private readonly int[] _closings;
    private readonly LatexMath _math;
    private int _quotes;
    private bool _quote;

    public LatexReader(string text)
    {
        _text = text;
        _closings = MatchBraces(text);
        _math = new LatexMath(text, this);
    }

    public string Read()
    {
        var output = new StringBuilder(_text.Length);
        Text(0, _text.Length, output, 0);
        return output.ToString();
    }

    /// <summary>Index of the brace that closes the one at <paramref name="open"/>, or -1 when none does before <paramref name="end"/>.</summary>
    public int Closing(int open, int end) =>
        open < end && _text[open] == '{' && _closings[open] is > 0 and var close && close < end ? close : -1;

    /// <summary>Index behind the letters of a command's name that begins at <paramref name="start"/>.</summary>
    public int NameEnd(int start, int end)
    {
        while (start < end && char.IsAsciiLetter(_text[start]))
            start++;
        return start;
    }

    /// <summary>Index behind an optional argument in brackets; <paramref name="start"/> itself when there is none.</summary>
    public int SkipOption(int start, int end)
    {
        if (start >= end || _text[start] != '[')
            return start;
        var close = _text.AsSpan(start, Math.Min(end - start, 100)).IndexOf(']');
        return close < 0 ? start : start + close + 1;
    }

    /// <summary>Index behind all arguments of a command that shows none of them.</summary>
    public int SkipArguments(int start, int end)
    {
        for (var next = start; ; start = next)
        {
            next = SkipOption(start, end);
            if (Closing(next, end) is > 0 and var close)
                next = close + 1;
            if (next == start)
                return start;
        }
    }

    public void Text(int start, int end, StringBuilder output, int depth)
    {
        if (depth > Deepest)
        {
            output.Append(_text, start, end - start);
            return;
        }

        for (var i = start; i < end;)
            i = Piece(i, start, end, output, depth);
    }

    private int Piece(int i, int start, int end, StringBuilder output, int depth)
    {
        var c = _text[i];
        var next = i + 1 < end ? _text[i + 1] : '\0';
        var previous = i > start ? _text[i - 1] : '\0';
        switch (c)
        {
            case '\\':
                return Command(i, end, output, depth);
            case '$' when MathSpans.TryFind(_text, i, end, out var content, out var behind):
                _math.Read(content.Start.Value, content.End.Value, output, depth + 1);
                return behind;
            case '{' when Closing(i, end) is > 0 and var close && LatexGroups.IsGroup(_text, i, close):
                Text(i + 1, close, output, depth + 1);
                return close + 1;
            // A tie stands between words. Before a number it means "about", and before a slash a home folder.
            case '~' when previous != '\0' && !char.IsWhiteSpace(previous) && previous is not '(' and not '/' and not '=' && next != '\0' && !char.IsWhiteSpace(next):
                output.Append(' ');
                return i + 1;
            case '`' when next == '`':
                _quotes++;
                output.Append('“');
                return i + 2;
            case '\'' when next == '\'' && _quotes > 0:
                _quotes--;
                output.Append('”');
                return i + 2;
            case '`' when char.IsLetterOrDigit(next) && !char.IsLetterOrDigit(previous) && ClosesQuote(i + 1, end):
                _quote = true;
                output.Append('‘');
                return i + 1;
            case '\'' when _quote && !char.IsLetterOrDigit(next):
                _quote = false;
                output.Append('’');
                return i + 1;
            case '-' when next == '-':
                return Dashes(i, end, previous, output);
            case 'h' when !char.IsLetterOrDigit(previous) && IsUrl(i, end):
                return Url(i, end, output);
            default:
                output.Append(c);
                return i + 1;
        }
    }

    private int Command(int i, int end, StringBuilder output, int depth)
    {
        if (i + 1 >= end)
        {
            output.Append('\\');
            return end;
        }

        var sign = _text[i + 1];
        if (!char.IsAsciiLetter(sign))
            return Sign(sign, i + 2, end, output, depth);

        var after = NameEnd(i + 1, end);
        var name = _text[(i + 1)..after];
        if (after < end - 1 && _text[after] == '*' && _text[after + 1] == '{')
            after++;
        var close = Closing(after, end);
        if (name.Length == 1 && LatexSymbols.Accents.TryGetValue(name, out var mark) && Accent(mark, after, end, output) is > 0 and var accented)
            return accented;
        if (LatexSymbols.LettersByName.TryGetValue(name, out var letter))
        {
            output.Append(letter);
            return SkipEmptyGroup(SkipSpaces(after, end), end);
        }

        if (LatexSymbols.OrdinaryByName.TryGetValue(name, out var symbol) || LatexSymbols.OperatorsByName.TryGetValue(name, out symbol))
        {
            output.Append(symbol);
            return SkipEmptyGroup(after, end);
        }

        if (LatexSymbols.Silent.Contains(name))
            return SkipSpaces(SkipEmptyGroup(after, end), end);
        if (LatexSymbols.Dropped.Contains(name))
            return Drop(SkipArguments(after, end), end, output);

        switch (name)
        {
            case "url" or "nolinkurl" or "path" when close > 0:
                Verbatim(after + 1, close, output);
                return close + 1;
            case "href" when close > 0 && Closing(close + 1, end) is > 0 and var label:
                var shown = new StringBuilder();
                Text(close + 2, label, shown, depth + 1);
                var address = new StringBuilder();
                Verbatim(after + 1, close, address);
                output.Append(shown);
                if (!shown.Equals(address))
                    output.Append(" (").Append(address).Append(')');
                return label + 1;
            case "footnote" when close > 0:
                output.Append(" (");
                Text(after + 1, close, output, depth + 1);
                output.Append(')');
                return close + 1;
            case "textcolor" or "colorbox" when close > 0 && Closing(close + 1, end) is > 0 and var coloured:
                Text(close + 2, coloured, output, depth + 1);
                return coloured + 1;
            case "item":
                output.Append('•');
                return after;
            case "textsuperscript" or "textsubscript" when close > 0:
                var raised = new StringBuilder();
                Text(after + 1, close, raised, depth + 1);
                output.Append(LatexMath.Script(raised.ToString(), name == "textsuperscript"));
                return close + 1;
        }

        if (LatexMath.IsMathOnly(name))
            return _math.Single(i, end, output, depth + 1);
        if (close > 0)
        {
            Text(after + 1, close, output, depth + 1);
            return close + 1;
        }

        // A macro of the authors' own, most often the name of their system.
        output.Append(name);
        return SkipEmptyGroup(after, end);
    }

    /// <summary>A command whose name is one sign: <c>\%</c>, <c>\"o</c>, <c>\\</c>.</summary>
    private int Sign(char sign, int after, int end, StringBuilder output, int depth)
    {
        if (LatexSymbols.Accents.TryGetValue(sign.ToString(), out var mark) && Accent(mark, after, end, output) is > 0 and var accented)
            return accented;
        switch (sign)
        {
            case '(' or '[' when Bracket(sign, after, end) is > 0 and var close:
                _math.Read(after, close, output, depth + 1);
                return close + 2;
            case '\\' or ',' or ';' or ':' or '>' or ' ' or '\n' or '\t':
                if (output.Length > 0 && !char.IsWhiteSpace(output[^1]))
                    output.Append(' ');
                return SkipSpaces(after, end);
            case '!' or '-' or '/' or '@':
                return after;
            case '|':
                output.Append('‖');
                return after;
            default:
                output.Append(sign);
                return after;
        }
    }

    /// <returns>Index behind the accented letter, or 0 when no letter follows.</returns>
    private int Accent(char mark, int after, int end, StringBuilder output)
    {
        // A letter's name needs something between it and the letter ("\c c"); a sign does not, and TeX allows the space too.
        var start = SkipSpaces(after, end);
        var close = Closing(start, end);
        var (from, to) = close > 0 ? (SkipSpaces(start + 1, close), close) : (start, end);
        if (from >= to)
            return close > 0 ? close + 1 : 0;

        char letter;
        int behind;
        if (_text[from] == '\\' && from + 1 < to && _text[from + 1] is 'i' or 'j' && NameEnd(from + 1, to) == from + 2)
        {
            // The dotless letters exist for accents to sit on.
            letter = _text[from + 1];
            behind = SkipSpaces(from + 2, to);
        }
        else if (_text[from] == '\\' && NameEnd(from + 1, to) is var nameEnd && LatexSymbols.LettersByName.TryGetValue(_text[(from + 1)..nameEnd], out var named) && named.Length == 1)
        {
            letter = named[0];
            behind = nameEnd;
        }
        else if (char.IsLetter(_text[from]))
        {
            letter = _text[from];
            behind = from + 1;
        }
        else
        {
            return 0;
        }

        output.Append(Diacritics.Compose(letter, mark));
        if (close < 0)
            return behind;
        output.Append(_text, behind, close - behind);
        return close + 1;
    }

    private int Drop(int after, int end, StringBuilder output)
    {
        // "as shown~\cite{x}." must not leave "as shown ." behind.
        if (after >= end || char.IsWhiteSpace(_text[after]) || ".,;:!?)".Contains(_text[after]))
        {
            while (output.Length > 0 && output[^1] == ' ')
                output.Length--;
        }

        return after;
    }

    private int Dashes(int i, int end, char previous, StringBuilder output)
    {
        var last = i;
        while (last < end && _text[last] == '-')
            last++;
        var count = last - i;
        var following = last < end ? _text[last] : '\0';

        // "--help" is an option of a program, and a longer run is a rule.
        var dash = (count, char.IsWhiteSpace(previous) || previous == '\0', char.IsWhiteSpace(following) || following == '\0') switch
        {
            (2, false, false) or (2, true, true) => "–",
            (3, _, _) => "—",
            _ => null,
        };
        output.Append(dash ?? new string('-', count));
        return last;
    }

    private bool IsUrl(int i, int end)
    {
        var rest = _text.AsSpan(i, end - i);
        return rest.StartsWith("https://") || rest.StartsWith("http://");
    }

    private int Url(int i, int end, StringBuilder output)
    {
        var last = i;
        while (last < end && !char.IsWhiteSpace(_text[last]) && _text[last] is not ('{' or '}' or '<' or '>' or '"' or '$'))
        {
            if (_text[last] == '\\' && last + 1 < end && char.IsAsciiLetter(_text[last + 1]))
                break;
            last++;
        }

        Verbatim(i, last, output);
        return last;
    }

    /// <summary>An address as typed, but for the backslashes that LaTeX asks for.</summary>
    private void Verbatim(int start, int end, StringBuilder output)
    {
        for (var i = start; i < end; i++)
        {
            if (_text[i] != '\\' || i + 1 >= end || char.IsAsciiLetterOrDigit(_text[i + 1]))
                output.Append(_text[i]);
        }
    }

    private int Bracket(char open, int start, int end)
    {
        var close = _text.AsSpan(start, Math.Min(end - start, LongestBracket)).IndexOf(open == '(' ? "\\)" : "\\]");
        return close < 0 ? -1 : start + close;
    }

    private bool ClosesQuote(int start, int end)
    {
        var rest = _text.AsSpan(start, Math.Min(end - start, 80));
        var stop = rest.IndexOfAny('\'', '`');
        return stop > 0 && rest[stop] == '\'' && (stop + 1 == rest.Length || !char.IsLetterOrDigit(rest[stop + 1]));
    }

    private int SkipSpaces(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(_text[start]))
            start++;
        return start;
    }

    private int SkipEmptyGroup(int start, int end) => Closing(start, end) == start + 1 ? start + 2 : start;

    private static int[] MatchBraces(string text)
    {
        if (!text.Contains('{', StringComparison.Ordinal))
            return [];
        var closings = new int[text.Length];
        var open = new Stack<int>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == '{')
                open.Push(i);
            else if (text[i] == '}' && open.TryPop(out var start))
                closings[start] = i;
        }

        return closings;
    }
}
