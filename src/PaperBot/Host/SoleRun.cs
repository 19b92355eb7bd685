using PaperBot.Storage;
using PaperBot.Terminal;

namespace PaperBot.Host;

/// <summary>
/// Keeps a second bot away from a library: on its start it would take up what the first has in hand, and people would be answered twice.
/// The system gives the file free when the process ends, however it ends.
/// </summary>
internal static class SoleRun
{
    private const string FileName = "paperbot.run";

    /// <returns>To be disposed of when the bot has ended.</returns>
    /// <exception cref="UsageException">Another bot runs with this library.</exception>
    /// <exception cref="LibraryException">The library cannot be used.</exception>
    public static IDisposable Begin(LibraryDatabase database)
    {
        database.Prepare();
        try
        {
            return new FileStream(Path.Combine(database.Folder, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException)
        {
            throw new UsageException($"PaperBot may not write in {database.Folder}. Give your user the right to, or choose another folder with --data DIR.");
        }
        catch (IOException)
        {
            throw new UsageException(
                $"Another PaperBot runs with the library in {database.Folder}, and two would answer everything twice. Stop it first, or choose another folder with --data DIR.");
        }
    }
}
