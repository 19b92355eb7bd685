using System.Text;

namespace PaperBot.Papers;

/// <summary>Reads one text with LaTeX in it, outside of mathematics; <see cref="LatexMath"/> reads the rest.</summary>
internal sealed partial class LatexReader
{
    /// <summary>Groups inside groups; deeper ones are shown as typed, so that no input exhausts the stack.</summary>
    public const int Deepest = 40;

    private readonly LatexSource _source;
    private readonly LatexMath _math;
    private int _quotes;
    private bool _quote;

    public LatexReader(string text)
    {
        _source = new LatexSource(text);
        _math = new LatexMath(_source, this);
    }

    public string Read()
    {
        var output = new StringBuilder(_source.Text.Length);
        Text(0, _source.Text.Length, output, 0);
        return output.ToString();
    }

    public void Text(int start, int end, StringBuilder output, int depth)
    {
        if (depth > Deepest)
        {
            output.Append(_source.Text, start, end - start);
            return;
        }

        for (var i = start; i < end;)
            i = Piece(i, start, end, output, depth);
    }

    private int Piece(int i, int start, int end, StringBuilder output, int depth)
    {
        var c = _source.Text[i];
        var next = i + 1 < end ? _source.Text[i + 1] : '\0';
        var previous = i > start ? _source.Text[i - 1] : '\0';
        switch (c)
        {
            case '\\':
                return Command(i, end, output, depth);
            case '$' when MathSpans.TryFind(_source.Text, i, end, out var content, out var behind):
                _math.Read(content.Start.Value, content.End.Value, output, depth + 1);
                return behind;
            case '{' when _source.Closing(i, end) is > 0 and var close && LatexGroups.IsGroup(_source.Text, i, close):
                Text(i + 1, close, output, depth + 1);
                return close + 1;
            // A tie stands between words. Before a number it means "about", and before a slash a home folder.
            case '~' when !IsGap(previous) && previous is not ('(' or '/' or '=') && !IsGap(next):
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
            case 'h' when !char.IsLetterOrDigit(previous) && LatexAddress.IsAt(_source, i, end):
                return LatexAddress.Read(_source, i, end, output);
            default:
                output.Append(c);
                return i + 1;
        }
    }

    private int Dashes(int i, int end, char previous, StringBuilder output)
    {
        var last = i;
        while (last < end && _source.Text[last] == '-')
            last++;
        var count = last - i;
        var following = last < end ? _source.Text[last] : '\0';

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

    private static bool IsGap(char c) => c == '\0' || char.IsWhiteSpace(c);

    private bool ClosesQuote(int start, int end)
    {
        var rest = _source.Text.AsSpan(start, Math.Min(end - start, 80));
        var stop = rest.IndexOfAny('\'', '`');
        return stop > 0 && rest[stop] == '\'' && (stop + 1 == rest.Length || !char.IsLetterOrDigit(rest[stop + 1]));
    }
}
