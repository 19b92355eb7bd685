using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;

namespace PaperBot.Ingestion.Sources;

/// <summary>A stretch of a BibTeX file that holds one entry.</summary>
/// <param name="Line">Where its at sign is.</param>
/// <param name="Text">
/// From the at sign to the closing brace, or to where the next entry or the file's end showed that there is none; empty when it is
/// longer than an entry may be.
/// </param>
/// <param name="IsClosed">False when that brace is missing.</param>
internal sealed record BibTeXBlock(int Line, string Text, bool IsClosed);

/// <summary>Cuts a BibTeX file into its entries by counting braces. Everything between entries is a comment, as BibTeX has it.</summary>
internal sealed partial class BibTeXBlocks
{
    private readonly StringBuilder _text = new();
    private readonly Queue<BibTeXBlock> _done = new();
    private int _line;
    private int _depth;
    private char _closing;
    private bool _inside;

    public static async IAsyncEnumerable<BibTeXBlock> ReadAsync(LineReader lines, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var blocks = new BibTeXBlocks();
        while (await lines.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            blocks.Add(lines.Number, lines.TooLong ? new string(' ', LineReader.LongestLine + 1) : SourceEncoding.Decode(lines.Line.Span));
            while (blocks._done.TryDequeue(out var block))
                yield return block;
        }

        if (blocks._inside)
            blocks.Finish(closed: false);
        while (blocks._done.TryDequeue(out var block))
            yield return block;
    }

    private void Add(int number, string line)
    {
        // An entry that begins on a new line while the last one is still open: braces were lost, and this is where to go on.
        if (_inside && Beginning().IsMatch(line))
            Finish(closed: false);

        var at = 0;
        while (at < line.Length || _inside)
        {
            if (!_inside)
            {
                var next = Start().Match(line, at);
                if (!next.Success)
                    return;
                (_inside, _line, _depth) = (true, number, 0);
                _closing = next.Value[^1] == '{' ? '}' : ')';
                _text.Append(next.Value);
                at = next.Index + next.Length;
            }

            var end = End(line, at);
            if (_text.Length <= LineReader.LongestLine)
                _text.Append(line, at, end - at).Append('\n');
            at = end;
            if (_depth >= 0)
                return;
            Finish(closed: true);
        }
    }

    /// <summary>Index behind the brace that closes the entry, or the line's end; the depth is negative when it was found.</summary>
    private int End(string line, int start)
    {
        for (var i = start; i < line.Length; i++)
        {
            if (_depth == 0 && line[i] == _closing)
            {
                _depth = -1;
                return i + 1;
            }

            if (line[i] == '{')
                _depth++;
            else if (line[i] == '}' && _depth > 0)
                _depth--;
        }

        return line.Length;
    }

    private void Finish(bool closed)
    {
        _done.Enqueue(new(_line, _text.Length > LineReader.LongestLine ? "" : _text.ToString(), closed));
        _text.Clear();
        _inside = false;
    }

    [GeneratedRegex(@"@[A-Za-z]+\s*[{(]", RegexOptions.CultureInvariant)]
    private static partial Regex Start();

    [GeneratedRegex(@"^\s{0,3}@[A-Za-z]+\s*[{(]\s*[^\s{}(),=]*\s*(?:,|=|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();
}
