namespace PaperBot.Storage;

/// <summary>A file that only its owner reads: a library holds what people asked in private, too.</summary>
internal static class PrivateFile
{
    /// <summary>Makes an empty file where there is none; SQLite gives the files that it puts beside it the same rights.</summary>
    public static void Make(string path)
    {
        if (OperatingSystem.IsWindows() || File.Exists(path))
            return;
        try
        {
            using var file = new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.Write,
                Share = FileShare.ReadWrite,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Opening the library meets the same, and says how to mend it.
        }
    }
}
