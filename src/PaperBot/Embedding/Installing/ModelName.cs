namespace PaperBot.Embedding.Installing;

/// <summary>A model's name is its folder's, so it is kept to what every file system takes.</summary>
internal static class ModelName
{
    private const int Longest = 80;

    /// <summary>The last part of a folder or an address, without the ending of an archive.</summary>
    public static string From(string place)
    {
        var path = Uri.TryCreate(place, UriKind.Absolute, out var address) && !address.IsFile ? address.AbsolutePath : Path.GetFullPath(place);
        var last = path.TrimEnd('/', '\\').Split('/', '\\')[^1];
        foreach (var ending in new[] { ".zip", ".tgz", ".tar.gz" })
        {
            if (last.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                last = last[..^ending.Length];
        }
        return last;
    }

    /// <exception cref="EmbeddingModelException">The name has other characters, or too many.</exception>
    public static string Check(string name) =>
        name.Length is > 0 and <= Longest && char.IsAsciiLetterOrDigit(name[0])
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-')
            ? name
            : throw new EmbeddingModelException(
                $"\"{name}\" cannot name a model; "
                + $"give a name of up to {Longest} letters, digits, dots, dashes and underscores, the first a letter or digit.");
}
