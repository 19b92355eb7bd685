using System.Text;

namespace PaperBot.Papers;

/// <summary>Reads LaTeX between dollar signs.</summary>
internal sealed partial class LatexMath(LatexSource source, LatexReader reader)
{
    /// <summary>Commands that mean mathematics even where the dollar signs were forgotten.</summary>
    public static bool IsMathOnly(string name) =>
        name is "frac" or "dfrac" or "tfrac" or "binom" or "sqrt" or "mathbb" or "mathcal" or "mathbf" or "mathrm" or "mathit" or "mathsf" or
            "mathfrak" or "boldsymbol" or "ensuremath" or "not" || name.Length > 1 && LatexSymbols.Accents.ContainsKey(name);

    /// <summary>A command of mathematics in the middle of text.</summary>
    public int Single(int start, int end, StringBuilder output, int depth)
    {
        var last = start;
        for (var arguments = 0; last == start || (arguments < 2 && source.Closing(last, end) > 0); arguments++)
            last = AtomEnd(last, end);
        Read(start, last, output, depth);
        return last;
    }

    /// <summary>The text raised or lowered, with a mark where Unicode has no such characters.</summary>
    public static string Script(string text, bool raised)
    {
        var plain = text.Trim();
        if (plain.Length == 0)
            return "";
        var mark = raised ? '^' : '_';
        return (raised ? MathCharacters.Superscript(plain) : MathCharacters.Subscript(plain)) ??
            (plain.Length == 1 || (plain.Length == 2 && char.IsSurrogatePair(plain, 0)) ? $"{mark}{plain}" : $"{mark}({plain})");
    }

    public void Read(int start, int end, StringBuilder output, int depth)
    {
        if (depth > LatexReader.Deepest)
        {
            output.Append(source.Text, start, end - start);
            return;
        }

        var formula = new MathFormula(output, depth);
        for (var i = start; i < end;)
            i = Piece(i, end, formula);
    }

    private int Piece(int i, int end, MathFormula formula)
    {
        var c = source.Text[i];
        switch (c)
        {
            case '\\':
                return Command(i, end, formula);
            case '^' or '_':
                var from = source.SkipSpaces(i + 1, end);
                var to = AtomEnd(from, end);
                formula.Attach(Script(Sub(from, to, formula.Depth), c == '^'));
                return to;
            case '{' when source.Closing(i, end) is > 0 and var close:
                formula.Add(Sub(i, close + 1, formula.Depth), MathPiece.Ordinary);
                return close + 1;
            case '{' or '}' or '$':
                return i + 1;
            case '\'':
                formula.Attach("′");
                return i + 1;
            case '~' or '&':
                formula.Space = true;
                return i + 1;
            case var _ when char.IsWhiteSpace(c):
                formula.Space = true;
                return i + 1;
            default:
                formula.Add(c.ToString(), MathPiece.Ordinary);
                return i + 1;
        }
    }

    private int Command(int i, int end, MathFormula formula)
    {
        if (i + 1 >= end)
            return end;
        var sign = source.Text[i + 1];
        if (!char.IsAsciiLetter(sign))
        {
            if (sign is ',' or ':' or ';' or '>' or ' ' or '\\' or '\n' or '\t')
                formula.Space = true;
            else if (sign != '!')
                formula.Add(sign == '|' ? "‖" : sign.ToString(), MathPiece.Ordinary);
            return i + 2;
        }

        var after = source.NameEnd(i + 1, end);
        var name = source.Text[(i + 1)..after];
        if (after < end && source.Text[after] == '*' && source.Closing(after + 1, end) > 0)
            after++;

        if (LatexSymbols.FunctionNames.Contains(name))
            formula.Add(name == "bmod" ? "mod" : name, MathPiece.Function, command: true);
        else if (name != "sqrt" && LatexSymbols.OrdinaryByName.TryGetValue(name, out var symbol))
            formula.Add(symbol, MathPiece.Ordinary, command: true);
        else if (LatexSymbols.OperatorsByName.TryGetValue(name, out symbol))
            formula.Add(symbol, MathPiece.Operator, command: true);
        else if (LatexSymbols.LettersByName.TryGetValue(name, out symbol))
            formula.Add(symbol, MathPiece.Ordinary, command: true);
        else if (LatexSymbols.Silent.Contains(name))
            return after < end && source.Text[after] == '.' && name is "left" or "right" ? after + 1 : source.SkipSpaces(after, end);
        else if (LatexSymbols.Dropped.Contains(name))
            return source.SkipArguments(after, end);
        else
            return WithArguments(name, after, end, formula);
        return after;
    }

    private string Sub(int start, int end, int depth)
    {
        if (source.Closing(start, end) == end - 1)
            (start, end) = (start + 1, end - 1);
        var output = new StringBuilder();
        Read(start, end, output, depth + 1);
        return output.ToString();
    }

    /// <summary>Index behind the group, the command with its groups, or the character at <paramref name="start"/>.</summary>
    private int AtomEnd(int start, int end)
    {
        if (start >= end)
            return end;
        if (source.Closing(start, end) is > 0 and var close)
            return close + 1;
        if (source.Text[start] != '\\')
            return char.IsHighSurrogate(source.Text[start]) && start + 1 < end ? start + 2 : start + 1;
        if (start + 1 >= end || !char.IsAsciiLetter(source.Text[start + 1]))
            return Math.Min(start + 2, end);

        var after = source.NameEnd(start + 1, end);
        var name = source.Text[(start + 1)..after];
        if (LatexSymbols.OrdinaryByName.ContainsKey(name) || LatexSymbols.OperatorsByName.ContainsKey(name) || LatexSymbols.FunctionNames.Contains(name))
            return name == "sqrt" && source.Closing(after, end) is > 0 and var radicand ? radicand + 1 : after;
        while (source.Closing(after, end) is > 0 and var argument)
            after = argument + 1;
        return after;
    }
}
