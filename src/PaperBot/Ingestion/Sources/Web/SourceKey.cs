namespace PaperBot.Ingestion.Sources.Web;

/// <summary>A source's key, as it stands in the settings or in a file.</summary>
internal static class SourceKey
{
    /// <param name="setting">The name of the setting, for people.</param>
    /// <returns>Null when there is none.</returns>
    /// <exception cref="SourceException">The file cannot be read, or it holds no key.</exception>
    public static string? Read(string? key, string? file, string setting)
    {
        if (!string.IsNullOrWhiteSpace(key))
            return Check(key.Trim(), setting);
        if (string.IsNullOrWhiteSpace(file))
            return null;
        try
        {
            return Check(File.ReadAllText(file).Trim(), $"{setting}File");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new SourceException(SourceFailure.Refused,
                $"{setting}File names {file}, which cannot be read. Correct the path, or let your user read the file.", inner: e);
        }
    }

    // It travels in a header; what does not fit there would be thrown with the key in its message.
    private static string Check(string key, string setting) => key.Length > 0 && key.All(c => c is >= '!' and <= '~')
        ? key : throw new SourceException(SourceFailure.Refused, $"{setting} holds no key. Copy the key again, alone and on one line.");
}
