using System.Globalization;

namespace PaperBot.LanguageModels.Prompts;

/// <summary>
/// A prompt as it lies in a file: a header between lines of <c>---</c>, then <c>## system</c> and <c>## user</c>, each a Semantic Kernel template.
/// </summary>
/// <param name="Variables">What the templates may use, and must.</param>
internal sealed record PromptFile(string Name, int Version, string Purpose, IReadOnlyList<string> Variables, string System, string User)
{
    private const string Fence = "---";
    private const string SystemTitle = "## system", UserTitle = "## user";

    private static readonly string[] Fields = ["name", "version", "purpose", "variables"];

    /// <exception cref="PromptException">It is no prompt; the message names the file and the mend.</exception>
    public static PromptFile Parse(string path, string content)
    {
        var lines = content.ReplaceLineEndings("\n").Split('\n');
        var end = Array.IndexOf(lines, Fence, 1);
        if (lines[0] != Fence || end < 0)
            throw new PromptException($"{path} has no header. Begin it with a line of ---, then {string.Join(", ", Fields)}, and another line of ---.");
        var header = ReadHeader(path, lines[1..end]);
        if (!int.TryParse(header["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) || version < 1)
            throw new PromptException($"{path} has the version \"{header["version"]}\". Write a whole number from 1, and count it up with each change.");
        var body = lines[(end + 1)..];
        var (system, user) = (Array.IndexOf(body, SystemTitle), Array.IndexOf(body, UserTitle));
        if (system < 0 || user < system || body[..system].Any(line => line.Trim().Length > 0))
            throw new PromptException($"{path} needs a line \"{SystemTitle}\" under its header, and further down a line \"{UserTitle}\", with a text under each.");
        return new(
            header["name"], version, header["purpose"], header["variables"].Split([',', ' '], StringSplitOptions.RemoveEmptyEntries),
            Text(path, SystemTitle, body[(system + 1)..user]), Text(path, UserTitle, body[(user + 1)..]));
    }

    private static Dictionary<string, string> ReadHeader(string path, string[] lines)
    {
        var header = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines.Where(line => line.Trim().Length > 0))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var field = colon < 0 ? "" : line[..colon].Trim();
            if (!Fields.Contains(field))
                throw new PromptException($"{path} has the line \"{line}\" in its header, which takes {string.Join(", ", Fields)}, each once.");
            if (!header.TryAdd(field, line[(colon + 1)..].Trim()))
                throw new PromptException($"{path} says {field} twice in its header. Keep one.");
        }

        return Fields.FirstOrDefault(field => header.GetValueOrDefault(field, "").Length == 0) is { } missing
            ? throw new PromptException($"{path} lacks {missing} in its header. Add a line \"{missing}: …\".") : header;
    }

    private static string Text(string path, string title, string[] lines) => string.Join('\n', lines).Trim() is { Length: > 0 } text
        ? text : throw new PromptException($"{path} has nothing under \"{title}\". Write what the model is told there.");
}
