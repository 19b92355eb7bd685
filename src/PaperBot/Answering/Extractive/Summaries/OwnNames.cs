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
        var contributes = sentences.Select(sentence => AspectCues.Contribution().IsMatch(sentence)).ToList();
        for (var i = 0; i < sentences.Count; i++)
        {
            foreach (Match match in ShortForm().Matches(sentences[i]))
            {
                // "Graph neural networks (GNNs)" ahead of "we propose" is what the paper builds on.
                if (match.Groups["short"].Value.EndsWith('s') && contributes.LastIndexOf(true) > i && !contributes[i])
                    continue;
                var full = match.Groups["full"].Value;
                var own = LastWords(full, match.Groups["short"].Value);
                if (!title.StartsWith(own, StringComparison.OrdinalIgnoreCase))
                    continue;
                Add(own);
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
        for (var i = 0; i < sentences.Count; i++)
        {
            foreach (Match christening in Christening().Matches(sentences[i]))
            {
                if (!Known(christening.Groups["name"].Value, sentences, i))
                    Add(christening.Groups["name"].Value);
            }
        }
    }

    public IReadOnlyList<string> All => _names;

    /// <returns>What follows the name where it is the subject of the sentence; null where it is not.</returns>
    public string? AfterSubject(string sentence)
    {
        if (Spelled().Match(sentence) is { Success: true } spelled && Contains(spelled.Groups["name"].Value))
            return sentence[(spelled.Index + spelled.Length)..];
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

    // As many as the short form has capitals.
    private static string LastWords(string full, string shortForm) =>
        string.Join(' ', full.Split(' ').TakeLast(Math.Max(2, shortForm.Count(char.IsUpper))));

    private void AddNew(string name, IReadOnlyList<string> sentences, int at)
    {
        var again = sentences.Skip(at).Sum(sentence => Occurrences(sentence, name)) > 1;
        var plain = name.AsSpan(1).IndexOfAnyInRange('A', 'Z') < 0 && !name.Contains(' ', StringComparison.Ordinal);
        var named = !plain || sentences.Any(sentence => sentence.IndexOf(name, StringComparison.Ordinal) > 0);
        if (again && named && !Known(name, sentences, at))
            Add(name);
    }

    private static bool Known(string name, IReadOnlyList<string> sentences, int before) =>
        sentences.Take(before).Any(sentence => sentence.Contains(name, StringComparison.OrdinalIgnoreCase));

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

    [GeneratedRegex(@"(?<full>(?:[\w-]{1,60} ){1,5}[\w-]{1,60})\s\((?<short>[A-Z][\w-]{0,40}[A-Z][\w+-]{0,40})\)")]
    private static partial Regex ShortForm();

    // "ForwardGNN carries", "The Dynamical Systems Framework (DSF) places", "Mowst, short for".
    [GeneratedRegex(
        @"^(?:[A-Z][^,;:]{0,90},\s+)?(?:[Tt]he\s+)?(?<name>[A-Z][\w+-]*[A-Z0-9+][\w+-]*|[A-Z][a-z]+(?:\s[A-Z][a-z]+){1,4}|[A-Z][a-z-]+)(?:\s\([^)]{0,120}\))?"
        + @"(?:,\s(?:short\sfor|or|an?)\b|\s(?:is|are|was|instead|also|then|therefore|can|[a-z]+s)\b)")]
    private static partial Regex Subject();

    // "The automated graph neural networks (AGNN) framework searches".
    [GeneratedRegex(@"^(?:The|An?|Our)\s[^.,;:()]{3,80}\((?<name>[A-Z][\w+-]*[A-Z0-9+])\)(?:,?\s(?:framework|network|model|method|architecture|algorithm|layer)s?\b)?,?\s")]
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

    [GeneratedRegex(@"\G(?:s|-based\s[\w-]+)?(?:\s\([^)]{0,120}\))?(?:\s(?:framework|network|model|method|architecture|algorithm|layer)s?)?(?:\s(?=[a-z])|(?=,\s(?:short\sfor|or|an?)\s))")]
    private static partial Regex AfterName();
}
