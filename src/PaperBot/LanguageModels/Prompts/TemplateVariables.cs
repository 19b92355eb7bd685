using System.Text.RegularExpressions;

namespace PaperBot.LanguageModels.Prompts;

/// <summary>The variables of a Semantic Kernel template.</summary>
internal static partial class TemplateVariables
{
    public static IEnumerable<string> In(string template) => Variable().Matches(template).Select(match => match.Groups[1].Value).Distinct();

    /// <returns>Whether the template calls functions, or has braces that nothing closes.</returns>
    public static bool HasMore(string template) => Variable().Replace(template, "").Contains("{{", StringComparison.Ordinal);

    [GeneratedRegex(@"\{\{\s*\$(\w+)\s*\}\}")]
    private static partial Regex Variable();
}
