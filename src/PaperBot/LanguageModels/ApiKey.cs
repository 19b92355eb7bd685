namespace PaperBot.LanguageModels;

/// <summary>The key, as it stands in the settings or in a file.</summary>
internal static class ApiKey
{
    /// <returns>The key or null when there is none, and what is wrong with the file, in one sentence.</returns>
    public static (string? Key, string? Mistake) Read(LanguageModelOptions options)
    {
        if (!string.IsNullOrWhiteSpace(options.ApiKey))
            return (options.ApiKey.Trim(), null);
        if (string.IsNullOrWhiteSpace(options.ApiKeyFile))
            return (null, null);
        try
        {
            return File.ReadAllText(options.ApiKeyFile).Trim() is { Length: > 0 } key
                ? (key, null) : (null, $"LanguageModel:ApiKeyFile names {options.ApiKeyFile}, which is empty.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return (null, $"LanguageModel:ApiKeyFile names {options.ApiKeyFile}, which cannot be read. Correct the path, or let your user read the file.");
        }
    }
}
