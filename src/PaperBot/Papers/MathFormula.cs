using System.Text;

namespace PaperBot.Papers;

internal enum MathPiece
{
    Nothing,
    Ordinary,
    Operator,
    Function,
}

/// <summary>
/// A formula under way: what was said, and what that means for the space before the next piece. LaTeX ignores the spaces in a formula;
/// people type them where they help, so they are kept unless they only ended a command's name.
/// </summary>
internal sealed class MathFormula(StringBuilder output, int depth)
{
    private readonly int _start = output.Length;
    private MathPiece _last;
    private bool _lastIsCommand;
    private bool _spaceBeforeOperator;

    public int Depth => depth;

    /// <summary>Whether white space was read since the last piece.</summary>
    public bool Space { get; set; }

    /// <param name="command">Whether a command said it, whose name a space may have ended.</param>
    public void Add(string piece, MathPiece kind, bool command = false)
    {
        if (piece.Length == 0)
            return;

        var word = char.IsLetterOrDigit(piece[0]);
        var space = _last switch
        {
            MathPiece.Nothing => false,
            // "\mu m" is μm, but "x \in A" was given air on purpose.
            MathPiece.Ordinary when _lastIsCommand && kind == MathPiece.Ordinary && word => false,
            MathPiece.Operator when _lastIsCommand => Space && _spaceBeforeOperator,
            MathPiece.Function when word => true,
            _ => Space || (kind == MathPiece.Function && word && EndsInWord()),
        };
        if (space)
            output.Append(' ');
        output.Append(piece);
        (_last, _lastIsCommand, _spaceBeforeOperator, Space) = (kind, command, space, false);
    }

    /// <summary>What stands close to the piece before it: an exponent, a prime.</summary>
    public void Attach(string piece)
    {
        output.Append(piece);
        (_last, _lastIsCommand, Space) = (_last is MathPiece.Nothing ? MathPiece.Ordinary : _last, false, false);
    }

    private bool EndsInWord() => output.Length > _start && (char.IsLetterOrDigit(output[^1]) || output[^1] is ')' or ']');
}
