namespace PaperBot.Embedding.Installing;

/// <summary>A model's name is its folder's, so it is kept to what every file system takes.</summary>
internal static class ModelName
{
    private const int Longest = 80;

    /// <exception cref="EmbeddingModelException">The name has other characters, or too many.</exception>
    public static string Check(string name) =>
        name.Length is > 0 and <= Longest && char.IsAsciiLetterOrDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-')
            ? name
            : throw new EmbeddingModelException($"\"{name}\" cannot name a model; use up to {Longest} letters, digits, dots, dashes and underscores, the first a letter or digit.");
}
