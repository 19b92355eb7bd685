using PaperBot.Tests.Architecture;

namespace PaperBot.Tests.Host;

/// <summary>The app's manifest, as far as plain YAML of nested names, values and lists goes.</summary>
internal sealed class SlackManifest
{
    private readonly List<(string Path, string Value)> _values = [];

    private SlackManifest(IEnumerable<string> lines)
    {
        var above = new Stack<(int Indent, string Path)>();
        foreach (var line in lines.Where(line => line.Trim() is { Length: > 0 } text && text[0] != '#'))
        {
            var text = line.TrimStart();
            var indent = line.Length - text.Length;
            if (text.StartsWith("- ", StringComparison.Ordinal))
                (indent, text) = (indent + 2, text[2..]);
            while (above.TryPeek(out var parent) && parent.Indent >= indent)
                above.Pop();
            var path = above.TryPeek(out var owner) ? owner.Path : "";
            if (text.Split(": ", 2) is [var name, var value] && !name.Contains(' ', StringComparison.Ordinal))
                _values.Add(($"{path}/{name}", value.Trim('"')));
            else if (text.EndsWith(':'))
                above.Push((indent, $"{path}/{text.TrimEnd(':')}"));
            else
                _values.Add((path, text));
        }
    }

    public static SlackManifest Read() => new(File.ReadLines(Path.Combine(SourceTree.Program, "..", "..", "config", "slack-manifest.yaml")));

    public IReadOnlyList<string> All(string path) => [.. _values.Where(value => value.Path == path).Select(value => value.Value)];

    public string One(string path) => Assert.Single(All(path));
}
