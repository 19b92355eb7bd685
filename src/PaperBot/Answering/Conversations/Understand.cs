using System.Text.RegularExpressions;
using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Answering.Conversations;

/// <summary>
/// Understands a message of a conversation without a language model: the verbs of the commands in a person's words, pointers to the papers
/// of the thread, and questions that lean on what was said before. What it does not recognize is a question as it stands.
/// </summary>
internal sealed partial class Understand(PaperFinder finder)
{
    // Nobody asks for more in one message; a pasted page is a question to be cut by Ask, not read for verbs.
    private const int LongestRead = 400;

    private const int MostSummaries = 6;

    /// <param name="text">Without the mention of the bot.</param>
    /// <param name="thread">Oldest first; empty for a first message.</param>
    public Understood Of(string text, IReadOnlyList<ConversationTurn> thread)
    {
        if (text.Length > LongestRead)
            return new Understood.AskQuestion(text.Trim());
        if (SmallTalkWords.Read(text) is { } kind)
            return new Understood.SmallTalk(kind);
        var spoken = new SpokenOf(thread);
        var named = new NamedPapers(finder, spoken);
        var plain = Courtesy.Strip(text);
        if (PaperReference.ParseExact(plain) is not null)
            return Of(named.Read(plain), Summaries)!;
        // "The third one" alone chooses, and "the other one" corrects.
        if (thread.Count > 0 && !IsPronoun().IsMatch(plain) && Pointers.Read(plain, spoken) is { } chosen)
            return Of(chosen, Summaries)!;
        if (spoken.Several.Count > 1 && Comparative.Aspect(plain) is { } aspect)
            return new Understood.ComparePapers([.. spoken.Several.Take(Compare.MostPapers)], aspect.Length > 0 ? [aspect] : []);
        if (spoken.Several.Count > 1 && Comparative.AsksForDates(plain))
            return new Understood.ShowPapers(spoken.Several);
        if (LibraryQuestions.Read(plain, thread.Count == 0) is { } library)
            return library;
        var request = Requests.Read(plain);
        return (request is null ? null : Do(request, plain, spoken, named)) ?? new FollowUp(spoken, named).Read(text);
    }

    /// <returns>Null when it is a question after all.</returns>
    private static Understood? Do(Request request, string plain, SpokenOf spoken, NamedPapers named) => request.Kind switch
    {
        RequestKind.Find => new Understood.FindPapers(Query(request.What)),
        RequestKind.Sources => spoken.Shown.Count > 0 ? new Understood.ShowSources(spoken.Shown) : NothingSpokenOf(spoken),
        RequestKind.Compare => Comparison(request, plain, spoken, named),
        RequestKind.Similar => Similar(request, spoken, named),
        RequestKind.BibTeX => Of(Object(request, named, spoken, spoken.Shown), papers => new Understood.ExportBibTeX(papers)),
        RequestKind.Show => Of(Object(request, named, spoken, spoken.Shown), papers => new Understood.ShowPapers(papers)),
        _ => Of(Object(request, named, spoken, spoken.Focus is { } focus ? [focus] : []), Summaries),
    };

    private static Understood? Comparison(Request request, string plain, SpokenOf spoken, NamedPapers named)
    {
        var picked = request.What.Length == 0 ? All(spoken) : named.Read(request.What);
        var aspects = request.Aspects;
        if (picked.Papers.Count < Compare.FewestPapers && request.Aspects.Length == 0
            && Requests.PartAspects(request.What) is { Aspects.Length: > 0 } parted)
        {
            aspects = parted.Aspects;
            picked = parted.What.Length == 0 ? All(spoken) : named.Read(parted.What);
        }

        if (picked.Papers.Count >= Compare.FewestPapers)
            return new Understood.ComparePapers(picked.Papers, Compare.ReadAspects(And().Replace(aspects, ",")));
        if (picked.Papers is [var one])
            return spoken.Focus is { } focus && focus.Key != one.Key && request.IsCommand
                ? new Understood.ComparePapers([focus, one], []) : new Understood.Unclear(UnclearReason.OnlyOnePaper, [one]);
        // The abstract of the one may speak of the other, which is no paper of the library.
        return !request.IsCommand || SpeaksOfTheOther(request, named) ? null : picked.Otherwise ?? NothingSpokenOf(spoken);
    }

    private static bool SpeaksOfTheOther(Request request, NamedPapers named)
    {
        var parts = And().Split(Requests.PartAspects(request.What).What).Select(part => (part, Picked: named.One(part))).ToList();
        var missing = parts.Where(part => part.Picked.Papers.Count == 0).ToList();
        return missing is [{ part.Length: > 2 } other]
            && parts.SelectMany(part => part.Picked.Papers).Any(paper => paper.Abstract.Contains(other.part, StringComparison.OrdinalIgnoreCase));
    }

    private static Understood? Similar(Request request, SpokenOf spoken, NamedPapers named)
    {
        var picked = Object(request, named, spoken, spoken.Focus is { } focus ? [focus] : []);
        return picked switch
        {
            null => null,
            { Papers: [var paper, ..] } => new Understood.SimilarTo(paper),
            // "Papers similar to vector search" names a subject.
            { Otherwise: Understood.NotFound { Lookup: PaperLookup.UnknownTitle or PaperLookup.Ambiguous } }
                => new Understood.FindPapers(request.What),
            _ => picked.Otherwise,
        };
    }

    /// <returns>Null when what is named is a subject rather than a paper, so that the text is a question.</returns>
    private static Picked? Object(Request request, NamedPapers named, SpokenOf spoken, IReadOnlyList<Paper> meant)
    {
        if (request.What.Length == 0)
            return meant.Count > 0 ? new Picked(meant) : new Picked(NothingSpokenOf(spoken));
        var picked = named.Read(request.What);
        var unknown = picked.Otherwise is Understood.NotFound { Lookup: not PaperLookup.UnknownKey };
        return unknown && (!request.IsCommand || IsSubject().IsMatch(request.What)) ? null : picked;
    }

    private static Picked All(SpokenOf spoken) => spoken.Several.Count switch
    {
        0 => new Picked(NothingSpokenOf(spoken)),
        1 => new Picked(new Understood.Unclear(UnclearReason.OnlyOnePaper, spoken.Several)),
        _ => new Picked(spoken.Several),
    };

    /// <returns>What to do with the papers, or why not; null when none were meant.</returns>
    private static Understood? Of(Picked? picked, Func<IReadOnlyList<Paper>, Understood> todo) => picked is null ? null : picked.Otherwise ?? todo(picked.Papers);

    private static Understood.SummarizePapers Summaries(IReadOnlyList<Paper> papers) => new([.. papers.Take(MostSummaries)]);

    private static Understood.Unclear NothingSpokenOf(SpokenOf spoken) => new(UnclearReason.NothingSpokenOf, spoken.All);

    private static string Query(string typed)
    {
        var (what, years) = SpokenYears.Part(typed);
        var query = By().Match(what) is { Success: true } by ? $"author:\"{by.Groups["name"].Value.Trim()}\"" : Relation().Replace(what, "").Trim();
        return $"{query} {years}".Trim();
    }

    [GeneratedRegex(@"\s*,\s*(?:and\s+)?|\s+(?:and|or|vs\.?|versus|with|to|against)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex And();

    [GeneratedRegex(@"^by (?<name>[\p{L} .'-]+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex By();

    [GeneratedRegex(@"^(?:on|about|for|regarding|concerning|that|which|with|in|using|from|of)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Relation();

    [GeneratedRegex(@"^(?:it|this|that|them|they|both|all|these|those)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IsPronoun();

    [GeneratedRegex(
        @"\b(?:findings?|results?|works?|research|literature|papers on|papers about|studies|state of the art|approaches|methods|evidence|advances|how|what|why|whether)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IsSubject();
}
