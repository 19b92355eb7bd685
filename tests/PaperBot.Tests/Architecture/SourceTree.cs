namespace PaperBot.Tests.Architecture;

/// <summary>The program's sources, found from where the tests were built.</summary>
internal static class SourceTree
{
    public static string Program { get; } = Path.Combine(Root(), "src", "PaperBot");

    /// <summary>Every source file that a person wrote, by its path under <see cref="Program"/> with forward slashes.</summary>
    public static IReadOnlyList<(string Path, string[] Lines)> Files { get; } =
    [
        .. Directory.EnumerateFiles(Program, "*.cs", SearchOption.AllDirectories)
            .Select(path => (Relative: Path.GetRelativePath(Program, path).Replace('\\', '/'), Full: path))
            .Where(file => !IsBuilt(file.Relative))
            .Select(file => (file.Relative, File.ReadAllLines(file.Full))),
    ];

    public static IEnumerable<string> Folders { get; } =
    [
        .. Directory.EnumerateDirectories(Program, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Program, path).Replace('\\', '/'))
            .Where(path => !IsBuilt(path)),
    ];

    private static bool IsBuilt(string relative) => relative.Split('/')[0] is "bin" or "obj";

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PaperBot.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("PaperBot.sln is in no folder above the tests.");
    }
}
