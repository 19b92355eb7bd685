namespace PaperBot.LanguageModels.Prompts;

/// <summary>All prompts by name: the shipped ones, and over them the team's own.</summary>
internal sealed class PromptLibrary
{
    /// <summary>The prompts that the program uses, and what it has to fill into each.</summary>
    private static readonly IReadOnlyDictionary<string, string[]> Known = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        [PromptName.Answer] = ["fence", "question", "sources"],
        [PromptName.StandaloneQuestion] = ["fence", "question", "turns"],
        [PromptName.Summary] = ["fence", "sources"],
        [PromptName.Comparison] = ["aspects", "fence", "sources"],
    };

    private readonly Dictionary<string, Prompt> _prompts = new(StringComparer.Ordinal);

    private PromptLibrary()
    {
    }

    public static string ShippedFolder { get; } = Path.Combine(AppContext.BaseDirectory, "prompts");

    public Prompt this[string name] => _prompts[name];

    /// <param name="ownFolder">The team's own prompts; null for none.</param>
    /// <exception cref="PromptException">A prompt cannot be used or is missing; nothing is half loaded.</exception>
    public static PromptLibrary Load(string shippedFolder, string? ownFolder)
    {
        var library = new PromptLibrary();
        foreach (var path in Files(shippedFolder))
            library.Add(path);
        if (Known.Keys.Except(library._prompts.Keys).FirstOrDefault() is { } missing)
            throw new PromptException($"The prompt {missing} is missing in {shippedFolder}. Install PaperBot again, or put its {missing}.md back.");
        if (!string.IsNullOrWhiteSpace(ownFolder))
        {
            foreach (var path in Files(ownFolder))
                library.Add(path);
        }

        return library;
    }

    private static IEnumerable<string> Files(string folder)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder, "*.md").Where(path => !IsReadme(path)).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PromptException($"The folder of prompts {folder} cannot be read. Correct LanguageModel:PromptsFolder, or let your user read it.");
        }
    }

    private static bool IsReadme(string path) => Path.GetFileName(path).Equals("README.md", StringComparison.OrdinalIgnoreCase);

    private void Add(string path)
    {
        var file = PromptFile.Parse(path, Read(path));
        if (!Known.TryGetValue(file.Name, out var variables))
            throw new PromptException($"{path} is named {file.Name}, which PaperBot does not use. It uses {string.Join(", ", Known.Keys)}.");
        if (!file.Variables.Order(StringComparer.Ordinal).SequenceEqual(variables))
            throw new PromptException($"{path} has other variables than the prompt {file.Name} is given. Write \"variables: {string.Join(", ", variables)}\".");
        _prompts[file.Name] = new Prompt(path, file);
    }

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PromptException($"{path} cannot be read. Let your user read it, or move it out of the folder of prompts.");
        }
    }
}
