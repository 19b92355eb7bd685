using System.Text;

namespace PaperBot.Papers;

/// <summary>Reads LaTeX between dollar signs.</summary>
internal sealed class LatexMath(string text, LatexReader reader)
{
    private enum Kind
    {
        Nothing,
        Ordinary,
        Operator,
        Function,
    }

    /// <summary>A formula under way: what was said, and what that means for the space before the next piece.</summary>
    private sealed class Formula(StringBuilder output, int depth)
    {
        public StringBuilder Output { get; } = output;
        public int Start { get; } = output.Length;
        public int Depth { get; } = depth;
        public Kind Last { get; set; }
        public bool LastIsCommand { get; set; }
        public bool Space { get; set; }
        public bool SpaceBeforeOperator { get; set; }
    }

    /// <summary>Commands that mean mathematics even where the dollar signs were forgotten.</summary>
    public static bool IsMathOnly(string name) =>
        name is "frac" or "dfrac" or "tfrac" or "binom" or "sqrt" or "mathbb" or "mathcal" or "mathbf" or "mathrm" or "mathit" or "mathsf" or "mathfrak" or "boldsymbol" or
            "ensuremath" or "not" || name.Length > 1 && LatexSymbols.Accents.ContainsKey(name);

    /// <summary>A command of mathematics in the middle of text.</summary>
    public int Single(int start, int end, StringBuilder output, int depth)
    {
        var last = start;
        for (var arguments = 0; last == start || (arguments < 2 && reader.Closing(last, end) > 0); arguments++)
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
            output.Append(text, start, end - start);
            return;
        }

        var formula = new Formula(output, depth);
        for (var i = start; i < end;)
            i = Piece(i, end, formula);
    }

    private int Piece(int i, int end, Formula formula)
    {
        var c = text[i];
        switch (c)
        {
            case '\\':
                return Command(i, end, formula);
            case '^' or '_':
                var from = SkipSpaces(i + 1, end);
                var to = AtomEnd(from, end);
                formula.Output.Append(Script(Sub(from, to, formula.Depth), c == '^'));
                (formula.Last, formula.LastIsCommand, formula.Space) = (formula.Last is Kind.Nothing ? Kind.Ordinary : formula.Last, false, false);
                return to;
            case '{' when reader.Closing(i, end) is > 0 and var close:
                Emit(formula, Sub(i, close + 1, formula.Depth), Kind.Ordinary);
                return close + 1;
            case '{' or '}' or '$':
                return i + 1;
            case '\'':
                formula.Output.Append('′');
                return i + 1;
            case '~' or '&':
                formula.Space = true;
                return i + 1;
            case var _ when char.IsWhiteSpace(c):
                formula.Space = true;
                return i + 1;
            default:
                Emit(formula, c.ToString(), Kind.Ordinary);
                return i + 1;
        }
    }

    private int Command(int i, int end, Formula formula)
    {
        if (i + 1 >= end)
            return end;
        var sign = text[i + 1];
        if (!char.IsAsciiLetter(sign))
        {
            if (sign is ',' or ':' or ';' or '>' or ' ' or '\\' or '\n' or '\t')
                formula.Space = true;
            else if (sign != '!')
                Emit(formula, sign == '|' ? "‖" : sign.ToString(), Kind.Ordinary);
            return i + 2;
        }

        var after = reader.NameEnd(i + 1, end);
        var name = text[(i + 1)..after];
        if (after < end && text[after] == '*' && reader.Closing(after + 1, end) > 0)
            after++;

        if (LatexSymbols.FunctionNames.Contains(name))
            Emit(formula, name == "bmod" ? "mod" : name, Kind.Function, command: true);
        else if (name != "sqrt" && LatexSymbols.OrdinaryByName.TryGetValue(name, out var symbol))
            Emit(formula, symbol, Kind.Ordinary, command: true);
        else if (LatexSymbols.OperatorsByName.TryGetValue(name, out symbol))
            Emit(formula, symbol, Kind.Operator, command: true);
        else if (LatexSymbols.LettersByName.TryGetValue(name, out symbol))
            Emit(formula, symbol, Kind.Ordinary, command: true);
        else if (LatexSymbols.Silent.Contains(name))
            return after < end && text[after] == '.' && name is "left" or "right" ? after + 1 : SkipSpaces(after, end);
        else if (LatexSymbols.Dropped.Contains(name))
            return reader.SkipArguments(after, end);
        else
            return WithArguments(name, after, end, formula);
        return after;
    }

    private int WithArguments(string name, int after, int end, Formula formula)
    {
        switch (name)
        {
            case "frac" or "dfrac" or "tfrac" or "cfrac" or "binom" or "overset" or "underset" or "stackrel":
                var first = SkipSpaces(after, end);
                var second = SkipSpaces(AtomEnd(first, end), end);
                var behind = AtomEnd(second, end);
                var upper = Sub(first, AtomEnd(first, end), formula.Depth);
                var lower = Sub(second, behind, formula.Depth);
                Emit(
                    formula,
                    name switch
                    {
                        "binom" => $"({upper} choose {lower})",
                        "overset" or "stackrel" => lower,
                        "underset" => $"{lower}{Script(upper, raised: false)}",
                        _ => $"{Bracketed(upper)}/{Bracketed(lower)}",
                    },
                    Kind.Ordinary);
                return behind;
            case "sqrt":
                var body = SkipSpaces(reader.SkipOption(after, end), end);
                var order = body > after && text[after] == '[' ? Script(text[(after + 1)..(text.IndexOf(']', after))], raised: true) : "";
                var root = AtomEnd(body, end);
                Emit(formula, $"{order}√{Bracketed(Sub(body, root, formula.Depth))}", Kind.Ordinary);
                return root;
            case "not":
                var negated = AtomEnd(SkipSpaces(after, end), end);
                Emit(formula, Negate(Sub(SkipSpaces(after, end), negated, formula.Depth)), Kind.Operator, command: true);
                return negated;
            case "pmod" when reader.Closing(after, end) is > 0 and var modulus:
                formula.Space = true;
                Emit(formula, $"(mod {Sub(after, modulus + 1, formula.Depth)})", Kind.Function);
                return modulus + 1;
            case "text" or "mbox" or "textrm" or "textnormal" or "hbox" or "intertext" or "textit" or "textbf" or "texttt" or "textsc" or "emph"
                when reader.Closing(after, end) is > 0 and var close:
                return Words(after + 1, close, formula);
        }

        if (LatexSymbols.Accents.TryGetValue(name, out var mark) && name.Length > 1)
        {
            var start = SkipSpaces(after, end);
            var last = AtomEnd(start, end);
            var letter = Sub(start, last, formula.Depth);
            Emit(formula, letter.Length == 1 && char.IsLetter(letter[0]) ? Diacritics.Compose(letter[0], mark) : letter, Kind.Ordinary);
            return last;
        }

        if (name is "mathbb" or "mathds" or "Bbb")
        {
            var start = SkipSpaces(after, end);
            var last = AtomEnd(start, end);
            Emit(formula, MathCharacters.DoubleStruck(Sub(start, last, formula.Depth)), Kind.Ordinary);
            return last;
        }

        if (name.StartsWith("math", StringComparison.Ordinal) || name is "boldsymbol" or "operatorname" or "ensuremath" || reader.Closing(after, end) > 0)
        {
            // Fonts, operators by name, and macros of the authors' own: what they say is their argument.
            var start = SkipSpaces(after, end);
            var last = AtomEnd(start, end);
            Emit(formula, Sub(start, last, formula.Depth), name == "operatorname" ? Kind.Function : Kind.Ordinary);
            return last;
        }

        Emit(formula, name, Kind.Function, command: true);
        return after;
    }

    private int Words(int start, int close, Formula formula)
    {
        var words = new StringBuilder();
        reader.Text(start, close, words, formula.Depth + 1);
        var said = words.ToString();
        formula.Space |= said.StartsWith(' ');
        Emit(formula, said.Trim(), Kind.Ordinary);
        formula.Space |= said.EndsWith(' ');
        return close + 1;
    }

    private static void Emit(Formula formula, string piece, Kind kind, bool command = false)
    {
        if (piece.Length == 0)
            return;

        var output = formula.Output;
        var wordBefore = output.Length > formula.Start && (char.IsLetterOrDigit(output[^1]) || output[^1] is ')' or ']');
        var word = char.IsLetterOrDigit(piece[0]);
        var space = formula.Last switch
        {
            Kind.Nothing => false,
            // The space that ended a command's name: "\mu m" is μm, but "x \in A" was given air on purpose.
            Kind.Ordinary when formula.LastIsCommand && kind == Kind.Ordinary && word => false,
            Kind.Operator when formula.LastIsCommand => formula.Space && formula.SpaceBeforeOperator,
            Kind.Function when word => true,
            _ => formula.Space || (kind == Kind.Function && wordBefore && word),
        };
        if (space)
            output.Append(' ');
        output.Append(piece);
        (formula.Last, formula.LastIsCommand, formula.SpaceBeforeOperator, formula.Space) = (kind, command, space, false);
    }

    private string Sub(int start, int end, int depth)
    {
        if (reader.Closing(start, end) == end - 1)
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
        if (reader.Closing(start, end) is > 0 and var close)
            return close + 1;
        if (text[start] != '\\')
            return char.IsHighSurrogate(text[start]) && start + 1 < end ? start + 2 : start + 1;
        if (start + 1 >= end || !char.IsAsciiLetter(text[start + 1]))
            return Math.Min(start + 2, end);

        var after = reader.NameEnd(start + 1, end);
        var name = text[(start + 1)..after];
        if (LatexSymbols.OrdinaryByName.ContainsKey(name) || LatexSymbols.OperatorsByName.ContainsKey(name) || LatexSymbols.FunctionNames.Contains(name))
            return name == "sqrt" && reader.Closing(after, end) is > 0 and var radicand ? radicand + 1 : after;
        while (reader.Closing(after, end) is > 0 and var argument)
            after = argument + 1;
        return after;
    }

    private int SkipSpaces(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        return start;
    }

    private static string Bracketed(string text) =>
        text.All(c => char.IsLetterOrDigit(c) || c is '.' or '∞' or '′' || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.OtherNumber) ? text : $"({text})";

    private static string Negate(string relation) => relation switch
    {
        "=" => "≠",
        "∈" => "∉",
        "⊂" => "⊄",
        "⊆" => "⊈",
        "∃" => "∄",
        "≡" => "≢",
        "<" => "≮",
        ">" => "≯",
        "" => "not",
        _ => $"{relation}\u0338",
    };
}
