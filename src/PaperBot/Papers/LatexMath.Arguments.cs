using System.Globalization;
using System.Text;

namespace PaperBot.Papers;

/// <content>Commands that take arguments: fractions, roots, accents, fonts, and words inside of formulas.</content>
internal sealed partial class LatexMath
{
    private int WithArguments(string name, int after, int end, MathFormula formula)
    {
        switch (name)
        {
            case "frac" or "dfrac" or "tfrac" or "cfrac" or "binom" or "overset" or "underset" or "stackrel":
                var first = source.SkipSpaces(after, end);
                var second = source.SkipSpaces(AtomEnd(first, end), end);
                var behind = AtomEnd(second, end);
                var upper = Sub(first, AtomEnd(first, end), formula.Depth);
                var lower = Sub(second, behind, formula.Depth);
                formula.Add(
                    name switch
                    {
                        "binom" => $"({upper} choose {lower})",
                        "overset" or "stackrel" => lower,
                        "underset" => $"{lower}{Script(upper, raised: false)}",
                        _ => $"{Bracketed(upper)}/{Bracketed(lower)}",
                    },
                    MathPiece.Ordinary);
                return behind;
            case "sqrt":
                var body = source.SkipSpaces(source.SkipOption(after, end), end);
                var option = source.SkipOption(after, end);
                var order = option > after ? Script(source.Text[(after + 1)..(option - 1)], raised: true) : "";
                var root = AtomEnd(body, end);
                formula.Add($"{order}√{Bracketed(Sub(body, root, formula.Depth))}", MathPiece.Ordinary);
                return root;
            case "not":
                var negated = AtomEnd(source.SkipSpaces(after, end), end);
                formula.Add(Negate(Sub(source.SkipSpaces(after, end), negated, formula.Depth)), MathPiece.Operator, command: true);
                return negated;
            case "pmod" when source.Closing(after, end) is > 0 and var modulus:
                formula.Space = true;
                formula.Add($"(mod {Sub(after, modulus + 1, formula.Depth)})", MathPiece.Function);
                return modulus + 1;
            case "text" or "mbox" or "textrm" or "textnormal" or "hbox" or "intertext" or "textit" or "textbf" or "texttt" or "textsc" or "emph"
                when source.Closing(after, end) is > 0 and var close:
                return Words(after + 1, close, formula);
        }

        if (LatexSymbols.Accents.TryGetValue(name, out var mark) && name.Length > 1)
        {
            var start = source.SkipSpaces(after, end);
            var last = AtomEnd(start, end);
            var letter = Sub(start, last, formula.Depth);
            formula.Add(letter.Length == 1 && char.IsLetter(letter[0]) ? Diacritics.Compose(letter[0], mark) : letter, MathPiece.Ordinary);
            return last;
        }

        if (name is "mathbb" or "mathds" or "Bbb")
        {
            var start = source.SkipSpaces(after, end);
            var last = AtomEnd(start, end);
            formula.Add(MathCharacters.DoubleStruck(Sub(start, last, formula.Depth)), MathPiece.Ordinary);
            return last;
        }

        if (name.StartsWith("math", StringComparison.Ordinal) || name is "boldsymbol" or "operatorname" or "ensuremath" || source.Closing(after, end) > 0)
        {
            // Fonts, operators by name, and macros of the authors' own: what they say is their argument.
            var start = source.SkipSpaces(after, end);
            var last = AtomEnd(start, end);
            formula.Add(Sub(start, last, formula.Depth), name == "operatorname" ? MathPiece.Function : MathPiece.Ordinary);
            return last;
        }

        formula.Add(name, MathPiece.Function, command: true);
        return after;
    }

    private int Words(int start, int close, MathFormula formula)
    {
        var words = new StringBuilder();
        reader.Text(start, close, words, formula.Depth + 1);
        var said = words.ToString();
        formula.Space |= said.StartsWith(' ');
        formula.Add(said.Trim(), MathPiece.Ordinary);
        formula.Space |= said.EndsWith(' ');
        return close + 1;
    }

    private static string Bracketed(string text) =>
        text.All(c => char.IsLetterOrDigit(c) || c is '.' or '∞' or '′' || char.GetUnicodeCategory(c) is UnicodeCategory.OtherNumber) ? text : $"({text})";

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
