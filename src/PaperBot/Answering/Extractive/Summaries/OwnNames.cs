using System.Text.RegularExpressions;

namespace PaperBot.Answering.Extractive.Summaries;

/// <summary>
/// What a paper calls its own work: the title's words before the colon, a short form of the title's first words that the abstract
/// spells out, and names that nobody mentions before a sentence is about them.
/// </summary>
internal sealed partial class OwnNames
{
    /// <summary>Words before the colon that can still be a name rather than half of a sentence.</summary>
    private const int LongestName = 4;

    private readonly List<string> _names = [];

    public OwnNames(string title, IReadOnlyList<string> sentences)
    {
        var colon = title.IndexOf(": ", StringComparison.Ordinal);
        if (colon > 0 && title.AsSpan(0, colon).Count(' ') < LongestName && !Phrase().IsMatch(title))
            Add(title[..colon]);
        foreach (var sentence in sentences)
        {
            foreach (Match match in ShortForm().Matches(sentence))
            {
                var full = match.Groups["full"].Value;
                if (title.StartsWith(FirstLetters(full, match.Groups["short"].Value), StringComparison.OrdinalIgnoreCase) && full.Length > 0)
                    Add(match.Groups["short"].Value);
            }
        }
        for (var i = 1; i < sentences.Count; i++)
        {
            if (Subject().Match(sentences[i]) is { Success: true } subject)
                AddNew(subject.Groups["name"].Value, sentences, i);
            if (Spelled().Match(sentences[i]) is { Success: true } spelled)
                AddNew(spelled.Groups["name"].Value, sentences, i);
        }
        foreach (var name in sentences.SelectMany(sentence => Christening().Matches(sentence)).Select(match => match.Groups["name"].Value))
            Add(name);
    }

    public IReadOnlyList<string> All => _names;

    /// <returns>What follows the name where it is the subject of the sentence; null where it is not.</returns>
    public string? AfterSubject(string sentence)
    {
        foreach (var start in Starts(sentence))
        {
            foreach (var name in _names)
            {
                if (string.Compare(sentence, start, name, 0, name.Length, StringComparison.OrdinalIgnoreCase) != 0)
                    continue;
                var rest = AfterName().Match(sentence, start + name.Length);
                if (rest.Success)
                    return sentence[(rest.Index + rest.Length)..];
            }
        }
        return null;
    }

    /// <summary>Whether the text is one of the names, whatever its number.</summary>
    public bool Contains(string text) => _names.Exists(name =>
        text.StartsWith(name, StringComparison.OrdinalIgnoreCase) || name.StartsWith(text, StringComparison.OrdinalIgnoreCase));

    // The sentence's beginning, and after "On ImageNet, the".
    private static IEnumerable<int> Starts(string sentence)
    {
        yield return Article().Match(sentence).Length;
        foreach (Match lead in Lead().Matches(sentence))
            yield return lead.Index + lead.Length;
    }

    // The full form's last words, as many as the short form has capitals.
    private static string FirstLetters(string full, string shortForm)
    {
        var words = full.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);
        var count = Math.Min(words.Length, Math.Max(2, shortForm.Count(char.IsUpper)));
        var last = string.Join(' ', full.Split(' ', StringSplitOptions.RemoveEmptyEntries).TakeLast(count));
        return last.Length == 0 ? "\n" : last;
    }

    private void AddNew(string name, IReadOnlyList<string> sentences, int at)
    {
        var known = sentences.Take(at).Any(sentence => sentence.Contains(name, StringComparison.OrdinalIgnoreCase));
        var again = sentences.Skip(at).Sum(sentence => Occurrences(sentence, name)) > 1;
        var plain = name.AsSpan(1).IndexOfAnyInRange('A', 'Z') < 0 && !name.Contains(' ', StringComparison.Ordinal);
        var named = !plain || sentences.Any(sentence => sentence.IndexOf(name, StringComparison.Ordinal) > 0);
        if (!known && again && named)
            Add(name);
    }

    private static int Occurrences(string text, string name)
    {
        var count = 0;
        for (var i = text.IndexOf(name, StringComparison.Ordinal); i >= 0; i = text.IndexOf(name, i + 1, StringComparison.Ordinal))
            count++;
        return count;
    }

    private void Add(string name)
    {
        name = name.Trim();
        if (name.EndsWith('s') && name.Length > 3 && char.IsUpper(name[^2]))
            name = name[..^1];
        if (name.Length > 1 && !_names.Contains(name, StringComparer.OrdinalIgnoreCase))
            _names.Add(name);
    }

    [GeneratedRegex(@"^(?:the|a|an|on|in|how|why|what|towards?|when|is|are|do|does|can|to|\w+ing)\s", RegexOptions.IgnoreCase)]
    private static partial Regex Phrase();

    [GeneratedRegex(@"(?<full>(?:[\w-]+ ){1,5}[\w-]+)\s\((?<short>[A-Z][\w-]*[A-Z][\w+-]*)\)")]
    private static partial Regex ShortForm();

    // "ForwardGNN carries", "The Dynamical Systems Framework (DSF) places", "Mowst, short for".
    [GeneratedRegex(
        @"^(?:[A-Z][^,;:]{0,90},\s+)?(?:[Tt]he\s+)?(?<name>[A-Z][\w+-]*[A-Z0-9+][\w+-]*|[A-Z][a-z]+(?:\s[A-Z][a-z]+){1,4}|[A-Z][a-z-]+)(?:\s\([^)]*\))?"
        + @"(?:,\s(?:short\sfor|or|an?)\b|\s(?:is|are|was|instead|also|then|therefore|can|[a-z]+s)\b)")]
    private static partial Regex Subject();

    // "The automated graph neural networks (AGNN) framework searches".
    [GeneratedRegex(@"^(?:The|An?|Our)\s[^.,;:()]{3,80}\((?<name>[A-Z][\w+-]*[A-Z0-9+])\)\s")]
    private static partial Regex Spelled();

    // "we present a system, named SPANN", "a method called Learngene Pool", "we propose ForwardGNN".
    [GeneratedRegex(
        @"\b(?:named|called|dubbed|termed|coined|(?:we|authors)\s(?:\w+ly\s|also\s)?(?:propose|present|introduce|develop))\s(?:as\s)?(?:the\s)?(?<name>[A-Z][\w+-]*[A-Z0-9+][\w+-]*|[A-Z][a-z]+(?:\s[A-Z][a-z]+)+)"
        + @"|\b(?:we|authors)\s(?:propose|present|introduce|develop)\s(?:(?!based|using|with|for|that)[\w-]+\s){1,8}\((?<name>[A-Z][\w-]*[A-Z][\w+-]*)\)")]
    private static partial Regex Christening();

    [GeneratedRegex(@"^(?:(?:the|our|a|this)\s+)?(?:(?:proposed|stacked|new)\s+)?", RegexOptions.IgnoreCase)]
    private static partial Regex Article();

    // "On ImageNet, the", "In the experiments on three datasets, "; and without a comma, "On three billion-scale datasets ".
    [GeneratedRegex(@"(?:^[A-Z][^;:]{0,100}?|\G[^,;:]{0,60}),\s+(?:(?:the|our)\s+)?|^(?:On|In|With|For|Across)\s[^,;:]{0,60}?\s(?=[A-Z])", RegexOptions.None)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\G(?:s|-based\s[\w-]+)?(?:\s\([^)]*\))?(?:,\s(?:short\sfor|or|an?)\s[^,]*,?)?\s(?=[a-z])")]
    private static partial Regex AfterName();
}
