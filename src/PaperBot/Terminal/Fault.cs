using System.Data.Common;
using PaperBot.Embedding;
using PaperBot.Storage;

namespace PaperBot.Terminal;

/// <summary>Says in a sentence what went wrong. Traces are for us, and a person at a terminal can do nothing with them.</summary>
internal static class Fault
{
    public static string Describe(Exception exception, bool verbose)
    {
        var sentence = exception switch
        {
            // Made for people where they are thrown.
            LibraryException or EmbeddingModelException or InvalidDataException => exception.Message,
            DbException e => $"The library could not be used ({e.Message.TrimEnd('.')}). Run the command again; what was stored is kept.",
            IOException or UnauthorizedAccessException => $"A file, or the output, could not be read or written: {exception.Message.TrimEnd('.')}.",
            OutOfMemoryException => "There is not enough memory for this. Close other programs, or work on fewer papers at once.",
            _ => $"Something went wrong that PaperBot did not expect: {exception.Message.TrimEnd('.')}. Run it again with --verbose to see more.",
        };
        return verbose ? $"{sentence} [{string.Join(" from ", Chain(exception))}]" : sentence;
    }

    private static IEnumerable<string> Chain(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
            yield return exception.GetType().Name;
    }
}
