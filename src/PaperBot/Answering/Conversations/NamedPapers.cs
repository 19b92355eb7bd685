using System.Text.RegularExpressions;
using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Answering.Conversations;

/// <summary>Reads the part of a message that names papers: pointers, ids, addresses, titles, several with "and" between.</summary>
internal sealed partial class NamedPapers(PaperFinder finder, SpokenOf spoken)
{
    // A message that names more is no sentence; each way to part it costs searches.
    private const int MostParts = 7;

    private readonly Dictionary<string, Picked> _known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>One or more papers.</summary>
    public Picked Read(string text)
    {
        var whole = Trim(text);
        if (Pointers.Read(whole, spoken) is { } pointed)
            return pointed;
        var references = PaperReference.FindAll(whole);
        if (references.Count > 0 && Rest().Replace(whole, "").Trim().Length == 0)
            return Join(references.Select(reference => One(reference.Key!.Value.Value)));

        var parts = Separator().Split(whole).Where(part => part.Length > 0).ToList();
        if (parts.Count is 1 or > MostParts)
            return One(whole);
        // "Wide and Deep Networks and SPANN" can be parted in more than one way; the finest that names papers throughout is meant.
        return Partings(whole, parts).Select(parting => Join(parting.Select(One))).FirstOrDefault(picked => picked.Otherwise is null) ?? Join(parts.Select(One));
    }

    /// <summary>The one paper that a part names, or what came of looking it up.</summary>
    public Picked One(string text)
    {
        var part = Trim(text);
        if (_known.TryGetValue(part, out var known))
            return known;
        if (part.Length == 0)
            return new Picked(new Understood.NotFound(new PaperLookup.NamesNothing()));
        return _known[part] = Pointers.Read(part, spoken) ?? Spoken(part) ?? finder.Find(part) switch
        {
            PaperLookup.Found found => new Picked([found.Paper]),
            var lookup => new Picked(new Understood.NotFound(lookup)),
        };
    }

    /// <summary>A name that one of the thread's papers has means that one, whatever else has the word in its title.</summary>
    private Picked? Spoken(string part) =>
        spoken.All.FirstOrDefault(paper => string.Equals(SpokenOf.Name(paper), part, StringComparison.OrdinalIgnoreCase)) is { } paper ? new Picked([paper]) : null;

    private static Picked Join(IEnumerable<Picked> parts)
    {
        var papers = new List<Paper>();
        Understood? otherwise = null;
        foreach (var part in parts)
        {
            otherwise ??= part.Otherwise;
            papers.AddRange(part.Papers);
        }

        return otherwise is null ? new Picked([.. papers.DistinctBy(paper => paper.Key)]) : new Picked(otherwise);
    }

    private static IEnumerable<IReadOnlyList<string>> Partings(string whole, List<string> parts)
    {
        var cuts = Separator().Matches(whole).Select(match => (match.Index, match.Length)).ToList();
        if (cuts.Count != parts.Count - 1)
            return [parts];
        return Enumerable.Range(0, 1 << cuts.Count).OrderByDescending(mask => int.PopCount(mask)).Select(mask => Cut(whole, cuts, mask));
    }

    private static List<string> Cut(string whole, List<(int Index, int Length)> cuts, int mask)
    {
        var (parting, start) = (new List<string>(), 0);
        for (var i = 0; i < cuts.Count; i++)
        {
            if ((mask >> i & 1) == 0)
                continue;
            parting.Add(whole[start..cuts[i].Index]);
            start = cuts[i].Index + cuts[i].Length;
        }

        return [.. parting, whole[start..]];
    }

    private static string Trim(string text)
    {
        var trimmed = text.Trim().Trim('"', '“', '”', '\'', '`').TrimEnd('?', '!', '.', ',', ';', ':').Trim();
        return Frame().Replace(trimmed, "").Trim().Trim('"', '“', '”', '\'', '`');
    }

    [GeneratedRegex(@"\s*,\s*(?:and|or)\s+|\s*,\s+|\s+(?:and|or|vs\.?|versus|with|to|against|&|\+)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    // "The SPANN paper", "paper called X".
    [GeneratedRegex(@"^(?:the |a )?(?:papers?|article|preprint) (?:called |titled |named |on |about )?(?!\d|#)|^between |^the (?=\S+ (?:paper|article)$)| (?:paper|article|preprint)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Frame();

    /// <summary>What a list of ids and addresses consists of.</summary>
    [GeneratedRegex(@"<?https?://\S+|<[^>]*>|\b(?:arxiv|doi|acl|local)\s?:\s?\S+|\b10\.\d{4,9}/\S+|\b[\w.-]+\.(?:org|co)/\S+|\b(?:[a-z-]+(?:\.[a-z]{2})?/\d{7}|\d{4}\.[\da-z.-]+)(?:v\d+)?\b|\b(?:and|or|with|to|vs|versus|the|papers?)\b|[\s,;&+|]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Rest();
}
