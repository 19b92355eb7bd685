using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PaperBot.Papers;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace PaperBot.Terminal.Output;

/// <summary>
/// The two ways out of a run. What was asked for goes to standard output, for people or as JSON; what is said about the run (notices,
/// progress, errors) to standard error. Colours and control sequences go to terminals only.
/// </summary>
internal sealed class TerminalOutput
{
    // Longer lines are hard to read, however wide the window is.
    private const int WidestProse = 100;
    private const int WidestTable = 160;

    private static readonly Style Quietly = new(decoration: Decoration.Dim);
    private static readonly Style Alarming = new(Color.Maroon);

    public TerminalOutput(TerminalStreams streams, bool json, bool quiet, bool color)
    {
        Streams = streams;
        (IsJson, IsQuiet) = (json, quiet);
        Out = Console(streams.Out, streams.OutIsTerminal, color && streams.Color, Math.Min(streams.Width, WidestTable));
        Error = Console(streams.Error, streams.ErrorIsTerminal, color && streams.Color, streams.Width);
    }

    public TerminalStreams Streams { get; }

    public bool IsJson { get; }

    public bool IsQuiet { get; }

    public IAnsiConsole Out { get; }

    public IAnsiConsole Error { get; }

    /// <summary>Progress may be drawn in place.</summary>
    public bool DrawsProgress => Streams.ErrorIsTerminal && !IsQuiet;

    /// <summary>Writes text for reading: no wider than is good for that.</summary>
    public void Write(IRenderable renderable)
    {
        var width = Out.Profile.Width;
        Out.Profile.Width = Math.Min(width, WidestProse);
        Out.Write(renderable);
        Out.Profile.Width = width;
    }

    public void WriteLine() => Out.WriteLine();

    /// <summary>Writes one JSON document on one line.</summary>
    public void WriteJson<T>(T value, JsonTypeInfo<T> type) => Streams.Out.WriteLine(JsonSerializer.Serialize(value, type));

    /// <summary>Tells something about the run that the person may want to know; left out when they want quiet.</summary>
    public void Notice(string sentence)
    {
        if (!IsQuiet)
            Say(sentence, Quietly);
    }

    public void Failure(string sentence) => Say(sentence, Alarming);

    public void Flush()
    {
        Streams.Out.Flush();
        Streams.Error.Flush();
    }

    private void Say(string sentence, Style style)
    {
        // What was asked for comes before what is said of it, also where both end on one screen.
        Streams.Out.Flush();
        if (Streams.ErrorIsTerminal)
            Error.Write(new Paragraph(PrintableText.Block(sentence) + "\n", style));
        else
            Streams.Error.WriteLine(PrintableText.Block(sentence));
        Streams.Error.Flush();
    }

    private static IAnsiConsole Console(TextWriter writer, bool isTerminal, bool color, int width)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(isTerminal ? writer : new TrimmingWriter(writer)),
            Ansi = isTerminal ? AnsiSupport.Yes : AnsiSupport.No,
            // The sixteen colours are those of the person's own theme.
            ColorSystem = isTerminal && color ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = isTerminal ? InteractionSupport.Yes : InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
