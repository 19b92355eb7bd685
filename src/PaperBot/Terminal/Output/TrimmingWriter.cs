using System.Text;

namespace PaperBot.Terminal.Output;

/// <summary>Leaves out the spaces that fill lines to the right edge: in a file or a pipe they are noise.</summary>
internal sealed class TrimmingWriter(TextWriter writer) : TextWriter
{
    private int _spaces;

    public override Encoding Encoding => writer.Encoding;

    public override void Write(char value)
    {
        if (value == ' ')
        {
            _spaces++;
            return;
        }

        if (value is not ('\n' or '\r'))
            for (; _spaces > 0; _spaces--)
                writer.Write(' ');
        _spaces = 0;
        writer.Write(value);
    }

    public override void Flush() => writer.Flush();
}
