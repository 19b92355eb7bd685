namespace PaperBot.LanguageModels;

/// <summary>The key, as it stands in the settings or in a file.</summary>
internal static class ApiKey
{
    /// <returns>The key or null when there is none, and what is wrong with the file, in one sentence.</returns>
    public static (string? Key, string? Mistake) Read(LanguageModelOptions options)
    {
        if (!string.IsNullOrWhiteSpace(options.ApiKey))
            return Check("LanguageModel:ApiKey", options.ApiKey.Trim());
        if (string.IsNullOrWhiteSpace(options.ApiKeyFile))
            return (null, null);
        try
        {
            return File.ReadAllText(options.ApiKeyFile).Trim() is { Length: > 0 } key
                ? Check(options.ApiKeyFile, key) : (null, $"LanguageModel:ApiKeyFile names {options.ApiKeyFile}, which is empty.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return (null, $"LanguageModel:ApiKeyFile names {options.ApiKeyFile}, which cannot be read. Correct the path, or let your user read the file.");
        }
    }

    // It travels in a header; what does not fit there would be thrown with the key in its message.
    private static (string? Key, string? Mistake) Check(string place, string key) => key.All(c => c is >= '!' and <= '~')
        ? (key, null) : (null, $"{place} holds a blank or a letter that no key has. Copy the key again, alone and on one line.");
}
