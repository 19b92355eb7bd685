using System.Text;

namespace PaperBot.Terminal;

/// <summary>Where a run reads and writes. Tests give their own; the process has its three standard streams.</summary>
/// <param name="In">Bytes, because what comes in may be a file of any format.</param>
internal sealed record TerminalStreams(TextWriter Out, TextWriter Error, Stream In)
{
    // Wide enough for a title on one line, narrow enough to read.
    private const int WidthWithoutTerminal = 100;

    public bool OutIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    public bool InIsTerminal { get; init; }

    /// <summary>In columns.</summary>
    public int Width { get; init; } = WidthWithoutTerminal;

    /// <summary>False when the person wants none, whatever the streams are (https://no-color.org).</summary>
    public bool Color { get; init; } = true;

    public static TerminalStreams OfProcess()
    {
        if (OperatingSystem.IsWindows())
            Console.OutputEncoding = Encoding.UTF8;
        var isDumb = Environment.GetEnvironmentVariable("TERM") == "dumb";
        var outIsTerminal = !Console.IsOutputRedirected && !isDumb;
        return new TerminalStreams(Writer(Console.OpenStandardOutput()), ErrorWriter(), Console.OpenStandardInput())
        {
            OutIsTerminal = outIsTerminal,
            ErrorIsTerminal = !Console.IsErrorRedirected && !isDumb,
            InIsTerminal = !Console.IsInputRedirected,
            Width = WidthOfTerminal(outIsTerminal),
            Color = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
        };
    }

    private static StreamWriter ErrorWriter()
    {
        var writer = Writer(Console.OpenStandardError());
        // Progress is worth nothing later.
        writer.AutoFlush = true;
        return writer;
    }

    private static StreamWriter Writer(Stream stream) => new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 16 * 1024);

    private static int WidthOfTerminal(bool isTerminal)
    {
        const int narrowest = 40;
        if (int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out var columns) && columns >= narrowest)
            return columns;
        try
        {
            return isTerminal && Console.WindowWidth > 0 ? Math.Max(narrowest, Console.WindowWidth) : WidthWithoutTerminal;
        }
        catch (IOException)
        {
            // A terminal that will not say how wide it is.
            return WidthWithoutTerminal;
        }
    }
}
