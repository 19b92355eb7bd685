using System.Text.RegularExpressions;
using PaperBot.Answering;
using PaperBot.Answering.Extractive.Comparisons;
using PaperBot.Papers;

namespace PaperBot.Bot.Requests;

/// <summary>Reads which papers to compare, and on what: <c>2009.10819 "wide and deep" on: memory, cost</c>.</summary>
internal static partial class CompareReader
{
    /// <summary>A table of more rows is not read any more.</summary>
    public const int MostAspects = 8;

    private const string RightForm = "compare 2009.10819 2001.09769 on: memory, cost";

    public static BotRequest Read(string rest)
    {
        var (papers, on) = Split(rest);
        var references = References(Words.Of(papers));
        var aspects = Compare.ReadAspects(on.Trim('"', '“', '”'));
        return references.Count switch
        {
            < Compare.FewestPapers => new BotRequest.Mistake(
                references.Count == 0 ? "Which papers to compare is missing." : "A second paper is missing; a title goes in quotes.", RightForm),
            > Compare.MostPapers => new BotRequest.Mistake(
                $"That is {references.Count} papers; up to {Compare.MostPapers} fit side by side. A title of several words goes in quotes.",
                RightForm),
            _ when aspects.Count > MostAspects => new BotRequest.Mistake(
                $"That is {aspects.Count} aspects; up to {MostAspects} fit in a table.", RightForm),
            _ => new BotRequest.Compare(references, aspects),
        };
    }

    /// <summary>
    /// The papers that are named: each id, each text in quotes; where there is neither, what stands between commas and "vs", else "and" and
    /// "with". A word that is no id belongs to the words beside it: they are one title.
    /// </summary>
    public static IReadOnlyList<string> References(IReadOnlyList<Word> words)
    {
        var between = words.Any(word => !word.IsQuoted && (Versus().IsMatch(word.Text) || word.Text.EndsWith(','))) ? Versus() : Between();
        var references = new List<string>();
        var title = new List<Word>();
        foreach (var word in words)
        {
            var text = word.IsQuoted ? word.Text : word.Text.Trim(',', ';');
            if (!word.IsQuoted && (text.Length == 0 || (title.Count == 0 ? Between() : between).IsMatch(text)))
                Close();
            else if (word.IsQuoted || PaperReference.ParseExact(text)?.Key is not null)
                CloseWith(text);
            else
                title.Add(word with { Text = text });
            if (!word.IsQuoted && word.Text.EndsWith(','))
                Close();
        }

        Close();
        return references;

        void CloseWith(string reference)
        {
            Close();
            references.Add(reference);
        }

        void Close()
        {
            if (title.Count > 0)
                references.Add(Words.Join(title));
            title.Clear();
        }
    }

    private static (string Papers, string On) Split(string rest)
    {
        if (On().Match(rest) is { Success: true } marked)
            return (rest[..marked.Index], rest[(marked.Index + marked.Length)..]);
        // "on memory" without a colon, where what stands before it is no title that goes on.
        if (Clause().Match(rest) is { Success: true } clause)
            return (rest[..clause.Groups["on"].Index], clause.Groups["what"].Value);
        var last = rest.LastIndexOf(" on ", StringComparison.OrdinalIgnoreCase);
        return last > 0 && Listing().Split(rest[(last + 4)..]).All(aspect => AspectWords.Known(aspect) is not null || AspectWords.IsProperty(aspect))
            ? (rest[..last], Listing().Replace(rest[(last + 4)..], ", ")) : (rest, "");
    }

    [GeneratedRegex(@"\s*,\s*(?:and\s+)?|\s+and\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Listing();

    [GeneratedRegex(@"^(?:vs\.?|versus)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Versus();

    [GeneratedRegex(@"^(?:and|vs\.?|versus|with|to|&|\+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(@"(?:^|\s)(?:--on[\s=]|—on\s|–on\s|on:)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex On();

    [GeneratedRegex("""(?:["”]|[0-9][0-9v]*/?)\s+(?<on>on\s+(?<what>[^"“”]+))$""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Clause();
}
