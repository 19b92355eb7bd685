using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace PaperBot.Slack.Tests.Architecture;

/// <summary>The library's source files.</summary>
internal static partial class Sources
{
    private static readonly string _root = Root();

    public static string ProjectFile => File.ReadAllText(Path.Combine(_root, "PaperBot.Slack.csproj"));

    public static string[] Library { get; } =
    [
        .. Directory.EnumerateFiles(_root, "*.cs", SearchOption.AllDirectories)
            .Where(file => !BuildOutput().IsMatch(Path.GetRelativePath(_root, file))),
    ];

    /// <summary>Each property that is held to a limit, the most it takes as the documentation would write it, and the documentation above it.</summary>
    public static IEnumerable<(string Line, string Most, string Documentation)> LimitsWithDocumentation(string file)
    {
        var documentation = "";
        foreach (var line in File.ReadLines(file).Select(line => line.Trim()))
        {
            if (line.StartsWith("/// <summary>", StringComparison.Ordinal))
                documentation = line;
            else if (line.StartsWith("///", StringComparison.Ordinal))
                documentation += line;
            else if (line.StartsWith("public", StringComparison.Ordinal) && LimitCall().Match(line) is { Success: true } call)
                yield return (line, Most(call), documentation);
        }
    }

    private static string Most(Match call)
    {
        var digits = call.Groups["most"].Value.Replace("_", "", StringComparison.Ordinal);
        return int.Parse(digits, CultureInfo.InvariantCulture).ToString("N0", CultureInfo.InvariantCulture);
    }

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/PaperBot.Slack"));

    [GeneratedRegex(@"^(bin|obj)[\\/]")]
    private static partial Regex BuildOutput();

    [GeneratedRegex(@"Limit\.(Optional)?(Text|Count|Range)\(\w+, (\d+, )?(?<most>[\d_]+)\)")]
    private static partial Regex LimitCall();
}
