using System.Text;

namespace PaperBot.Papers;

/// <content>What a backslash begins.</content>
internal sealed partial class LatexReader
{
    /// <summary>Characters between <c>\(</c> and <c>\)</c>.</summary>
    private const int LongestBracket = 2000;

    private int Command(int i, int end, StringBuilder output, int depth)
    {
        if (i + 1 >= end)
        {
            output.Append('\\');
            return end;
        }

        var sign = _source.Text[i + 1];
        if (!char.IsAsciiLetter(sign))
            return Sign(sign, i + 2, end, output, depth);

        var after = _source.NameEnd(i + 1, end);
        var name = _source.Text[(i + 1)..after];
        if (after < end - 1 && _source.Text[after] == '*' && _source.Text[after + 1] == '{')
            after++;
        var close = _source.Closing(after, end);
        if (name.Length == 1 && LatexSymbols.Accents.TryGetValue(name, out var mark) &&
            LatexAccent.Read(_source, mark, after, end, output) is > 0 and var accented)
            return accented;
        if (LatexSymbols.LettersByName.TryGetValue(name, out var letter))
        {
            output.Append(letter);
            return _source.SkipEmptyGroup(_source.SkipSpaces(after, end), end);
        }

        if (LatexSymbols.OrdinaryByName.TryGetValue(name, out var symbol) || LatexSymbols.OperatorsByName.TryGetValue(name, out symbol))
        {
            output.Append(symbol);
            return _source.SkipEmptyGroup(after, end);
        }

        if (LatexSymbols.Silent.Contains(name))
            return _source.SkipSpaces(_source.SkipEmptyGroup(after, end), end);
        if (LatexSymbols.Dropped.Contains(name))
            return Drop(_source.SkipArguments(after, end), end, output);

        switch (name)
        {
            case "url" or "nolinkurl" or "path" when close > 0:
                LatexAddress.Copy(_source, after + 1, close, output);
                return close + 1;
            case "href" when close > 0 && _source.Closing(close + 1, end) is > 0 and var label:
                var shown = new StringBuilder();
                Text(close + 2, label, shown, depth + 1);
                var address = new StringBuilder();
                LatexAddress.Copy(_source, after + 1, close, address);
                output.Append(shown);
                if (!shown.Equals(address))
                    output.Append(" (").Append(address).Append(')');
                return label + 1;
            case "footnote" when close > 0:
                output.Append(" (");
                Text(after + 1, close, output, depth + 1);
                output.Append(')');
                return close + 1;
            case "textcolor" or "colorbox" when close > 0 && _source.Closing(close + 1, end) is > 0 and var coloured:
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
        return _source.SkipEmptyGroup(after, end);
    }

    /// <summary>A command whose name is one sign: <c>\%</c>, <c>\"o</c>, <c>\\</c>.</summary>
    private int Sign(char sign, int after, int end, StringBuilder output, int depth)
    {
        if (LatexSymbols.Accents.TryGetValue(sign.ToString(), out var mark) && LatexAccent.Read(_source, mark, after, end, output) is > 0 and var accented)
            return accented;
        switch (sign)
        {
            case '(' or '[' when Bracket(sign, after, end) is > 0 and var close:
                _math.Read(after, close, output, depth + 1);
                return close + 2;
            case '\\' or ',' or ';' or ':' or '>' or ' ' or '\n' or '\t':
                if (output.Length > 0 && !char.IsWhiteSpace(output[^1]))
                    output.Append(' ');
                return _source.SkipSpaces(after, end);
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

    private int Drop(int after, int end, StringBuilder output)
    {
        // "as shown~\cite{x}." must not leave "as shown ." behind.
        if (after >= end || char.IsWhiteSpace(_source.Text[after]) || ".,;:!?)".Contains(_source.Text[after]))
        {
            while (output.Length > 0 && output[^1] == ' ')
                output.Length--;
        }

        return after;
    }

    private int Bracket(char open, int start, int end)
    {
        var close = _source.Text.AsSpan(start, Math.Min(end - start, LongestBracket)).IndexOf(open == '(' ? "\\)" : "\\]");
        return close < 0 ? -1 : start + close;
    }
}
