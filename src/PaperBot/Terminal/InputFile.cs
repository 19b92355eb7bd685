using PaperBot.Papers;
using PaperBot.Terminal.Output;

namespace PaperBot.Terminal;

/// <summary>Opens what a person named as input.</summary>
internal static class InputFile
{
    public const string StandardInput = "-";

    /// <exception cref="UsageException">It cannot be read; the message says why.</exception>
    public static Stream Open(string path, TerminalStreams streams)
    {
        if (path == StandardInput)
            return streams.In;
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException(Directory.Exists(path)
                ? $"{PrintableText.Line(path)} is a folder; name the files in it, such as {PrintableText.Line(Path.Combine(path, "*.jsonl"))}."
                : e is FileNotFoundException or DirectoryNotFoundException or ArgumentException
                    ? path.StartsWith("http", StringComparison.OrdinalIgnoreCase) && path.Contains("://", StringComparison.Ordinal)
                        ? $"{PrintableText.Line(path)} is at no source that PaperBot fetches from. Save what is there, and name the file."
                        : $"There is no file {PrintableText.Line(path)}."
                    : $"{PrintableText.Line(path)} cannot be read: {e.Message}");
        }
    }
}
