using System.Text;
using PaperBot.Papers;

namespace PaperBot.Terminal.Output;

/// <summary>Keeps control characters from a terminal while a whole file is written to it.</summary>
internal sealed class PrintableWriter(TextWriter writer) : TextWriter
{
    public override Encoding Encoding => writer.Encoding;

    public override void Write(char value)
    {
        if (value is '\n' or '\r' or '\t' || !PrintableText.IsUnsafe(value))
            writer.Write(value);
    }

    public override void Flush() => writer.Flush();
}
