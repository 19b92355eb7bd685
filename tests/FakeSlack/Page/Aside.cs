using System.Text.RegularExpressions;

namespace FakeSlack;

/// <summary>Keeps finished HTML out of a text that is still worked on, behind characters that mean nothing.</summary>
internal sealed partial class Aside
{
    private const char Open = '\uE000';
    private const char Close = '\uE001';
    private readonly List<string> _kept = [];

    public string Put(string html)
    {
        _kept.Add(html);
        return $"{Open}{_kept.Count - 1}{Close}";
    }

    public string Back(string text) => Mark().Replace(text, match =>
        int.TryParse(match.Groups[1].Value, out var at) && at < _kept.Count ? _kept[at] : "");

    [GeneratedRegex("\uE000([0-9]+)\uE001")]
    private static partial Regex Mark();
}
