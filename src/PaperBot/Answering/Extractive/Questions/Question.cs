using System.Text.RegularExpressions;
using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Answering.Extractive.Questions;

/// <summary>What kind of answer a question asks for; each kind has its own signs in a sentence.</summary>
internal enum QuestionKind
{
    /// <summary>None of the others could be told.</summary>
    Other,

    /// <summary>How much, how many, how fast: the answer holds a number.</summary>
    Number,

    /// <summary>Which paper, who: the answer is a paper and the sentence that says what it does.</summary>
    Paper,

    /// <summary>Which dataset, what method: the answer holds a name.</summary>
    Name,

    /// <summary>What is it: the answer defines or introduces it.</summary>
    Definition,

    /// <summary>How does it work: the answer describes an approach.</summary>
    How,

    /// <summary>Why: the answer gives a cause or a problem.</summary>
    Why,

    /// <summary>Who wrote it: abstracts do not say.</summary>
    Authors,

    /// <summary>When or where it was published: abstracts do not say.</summary>
    Published,

    /// <summary>Does it, is it, can it.</summary>
    YesNo,

    /// <summary>What does it fail at, what is missing.</summary>
    Limits,
}

/// <summary>A question as the local answers understand it.</summary>
/// <param name="Terms">Stems of the words that say what it is about, each once, in order.</param>
/// <param name="Head">What is asked for: "dataset" of "which dataset", "gpus" of "how many gpus"; null when no such word stands there.</param>
/// <param name="WantsSeveral">Whether it asks for papers or things in the plural.</param>
internal sealed partial record Question(string Text, QuestionKind Kind, IReadOnlyList<QuestionTerm> Terms, QuestionTerm? Head, bool WantsSeveral)
{
    public static Question Read(string text)
    {
        var words = KeywordQuery.TellingWords(text);
        var asked = words.Where(word => !FrameWords.Contains(word)).DefaultIfEmpty(words.Count > 0 ? words[0] : "").Where(word => word.Length > 0);
        var terms = asked.Select(word => new QuestionTerm(word, WordStem.Of(word))).DistinctBy(term => term.Stem).ToList();
        var heads = KeywordQuery.Words(HeadForm().Match(text).Groups["words"].Value, int.MaxValue);
        var head = terms.Where(term => heads.Contains(term.Word)).Select(QuestionTerm? (term) => term).FirstOrDefault();
        return new Question(text, KindOf(text), terms, head, Several().IsMatch(text));
    }

    /// <summary>Whether it asks what something is or how it works, with no word beside those of the title: "What is SPANN?".</summary>
    public bool OnlyNames(IReadOnlySet<string> title) =>
        Kind is QuestionKind.Definition or QuestionKind.How or QuestionKind.Other && !WantsSeveral && Terms.Count > 0 && Terms.All(term => title.Contains(term.Stem));

    private static QuestionKind KindOf(string text) => text switch
    {
        _ when AuthorsForm().IsMatch(text) => QuestionKind.Authors,
        _ when PublishedForm().IsMatch(text) => QuestionKind.Published,
        _ when LimitsForm().IsMatch(text) => QuestionKind.Limits,
        _ when NumberForm().IsMatch(text) => QuestionKind.Number,
        _ when PaperForm().IsMatch(text) => QuestionKind.Paper,
        _ when WhyForm().IsMatch(text) => QuestionKind.Why,
        _ when HowForm().IsMatch(text) => QuestionKind.How,
        _ when NameForm().IsMatch(text) => QuestionKind.Name,
        _ when DefinitionForm().IsMatch(text) => QuestionKind.Definition,
        _ when YesNoForm().IsMatch(text) => QuestionKind.YesNo,
        _ => QuestionKind.Other,
    };

    // Two words, as in "which public dataset": the first one that tells something is the head.
    [GeneratedRegex(@"\b(?:which|what(?! (?:is|are|was|were|does|do|did)\b)|how many|how much)\s+(?<words>[\w-]+(?:\s+[\w-]+)?)|\bwhat (?:is|are|was|were) the (?<words>[\w-]+(?:\s+[\w-]+)?)", Relaxed)]
    private static partial Regex HeadForm();

    private const RegexOptions Relaxed = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\bwho\b.{0,20}\b(wrote|writes?|written|authored|proposed?|proposes|invented?|introduced?|created?|developed?|published|behind|authors?)\b|^\W*(the )?authors? of\b|\b(who|name|list|what)( are| is| were| was)? (the )?(names of the )?(first |co-?)?authors? of\b|\bauthors? of (this|that|the) (\w+ )?(paper|study|work|article|survey)\b|\b(first|co-?)[ -]?authors?\b.{0,12}\bpaper\b", Relaxed)]
    private static partial Regex AuthorsForm();

    [GeneratedRegex(@"\b(when|(what|which) (year|date|venue|journal|conference)|where)\b.{0,40}\b(published|released|presented|written|come out|came out|appear(ed)?)\b", Relaxed)]
    private static partial Regex PublishedForm();

    [GeneratedRegex(@"\b(limit|limits|limitations?|drawbacks?|weakness(es)?|shortcomings?|fails?|failure|caveats?|downsides?)\b", Relaxed)]
    private static partial Regex LimitsForm();

    [GeneratedRegex(@"\bhow (much|many|fast|large|big|long|often|accurate|well|far|high|low|small|old|deep|wide)\b|\b(what|which) (percent\w*|share|fraction|proportion|number|score|accuracy|size|speed-?up|rate|value|ratio|factor|margin|year|amount|cost)\b|\b(percent|percentage|speed-?up|accuracy|by what factor|reduction|improvement in)\b", Relaxed)]
    private static partial Regex NumberForm();

    [GeneratedRegex(@"\b(which|what|any|are there|list|find)( \w+){0,2} (papers?|works?|stud(y|ies)|articles?|publications?|surveys?|reviews?)\b|\bwho\b|\bpapers? (on|about|that|with|using)\b", Relaxed)]
    private static partial Regex PaperForm();

    [GeneratedRegex(@"\bwhy\b|\breasons?\b|\bwhat (causes|motivates)\b|\bmotivation\b", Relaxed)]
    private static partial Regex WhyForm();

    [GeneratedRegex(@"\bhow\b", Relaxed)]
    private static partial Regex HowForm();

    [GeneratedRegex(@"\bwhich \w+|\bwhat (?!is\b|are\b|was\b|were\b|does\b|do\b|did\b|about\b)\w+|\bwhat's the\b", Relaxed)]
    private static partial Regex NameForm();

    [GeneratedRegex(@"^\W*(what|what's|whats|define|explain|describe|meaning of)\b", Relaxed)]
    private static partial Regex DefinitionForm();

    [GeneratedRegex(@"^\W*(is|are|was|were|does|do|did|can|could|has|have|will|would|should)\b", Relaxed)]
    private static partial Regex YesNoForm();

    [GeneratedRegex(@"\b(papers|works|studies|articles|surveys|methods|approaches|models|datasets|ways|techniques)\b", Relaxed)]
    private static partial Regex Several();
}

/// <param name="Word">As typed, lower-case.</param>
internal readonly record struct QuestionTerm(string Word, string Stem);
