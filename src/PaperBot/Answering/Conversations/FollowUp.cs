using System.Text.RegularExpressions;
using PaperBot.Answering.Extractive.Comparisons;
using PaperBot.Answering.Extractive.Questions;
using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Answering.Conversations;

/// <summary>Makes a question that leans on the thread whole; one that stands alone it leaves alone.</summary>
internal sealed partial class FollowUp(SpokenOf spoken, NamedPapers named)
{
    private const RegexOptions Relaxed = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string Generic = "(papers?|works?|articles?|stud(y|ies)|methods?|approach(es)?|models?|systems?|algorithms?|techniques?|ones?|authors|results?)";

    // A longer message says itself what it is about.
    private const int FewWords = 12;

    /// <param name="text">As typed.</param>
    public Understood Read(string text)
    {
        var plain = Courtesy.Strip(text);
        if (spoken.Turns.Count == 0 || plain.Length == 0)
            return new Understood.AskQuestion(text.Trim());
        if (Pointers.InText(plain, spoken) is { } pointed)
            return pointed.Otherwise ?? Of(Pointers.WithNames(plain, spoken, Name), pointed.Papers);
        if (Reason().Match(plain) is { Success: true } reason)
            return Of(Turned(spoken.Turns[^1].Question, reason.Groups["how"].Value), Focused());
        if (WhatAbout().Match(text.Trim()) is { Success: true } about && about.Groups["what"].Value.Split(' ').Length <= FewWords / 2)
            return Instead(Leading(), Courtesy.Strip(about.Groups["what"].Value));
        if (IsAboutThread(plain))
            return Plural().IsMatch(plain)
                ? Of(NameThem(plain), spoken.Shown.Count > 1 ? spoken.Shown : Focused()) : Of(NameIt(plain), Focused());
        return AsksOnlyAnAspect(plain) ? OfFocused(plain) : new Understood.AskQuestion(text.Trim());
    }

    /// <summary>The paper that the last question named, or all that answered one that named none.</summary>
    private IReadOnlyList<Paper> Focused() =>
        spoken.Focus is { } focus && spoken.IsAskedOf(focus) ? [focus] : spoken.Shown;

    private Understood.AskQuestion OfFocused(string aspect) => Focused() switch
    {
        [] => new Understood.AskQuestion(aspect),
        [var one] => Of($"{aspect} of {Name(one)}", [one]),
        var several => Of(aspect, several),
    };

    /// <summary>The last question that stands alone: "what about X?" replaces nothing in "what data did they use?".</summary>
    private string Leading()
    {
        var questions = spoken.Turns.Select(turn => turn.Question).Reverse().ToList();
        return questions.Find(question =>
            !IsAboutThread(question) && Requests.Read(Courtesy.Strip(question)) is null && SmallTalkWords.Read(question) is null) ?? questions[0];
    }

    /// <summary>"What about X?": the last question again, with X where its own subject was.</summary>
    private Understood.AskQuestion Instead(string last, string what)
    {
        if (IsAboutThread(what))
            return Of(Plural().IsMatch(what) ? NameThem(what) : NameIt(what), Focused());
        var other = named.One(what) is { Papers: [var paper] } ? paper : null;
        if (Preposition().Match(what) is { Success: true } place)
            return new Understood.AskQuestion($"{SamePlace(last, place.Value) ?? last.TrimEnd('?', '.', ' ')} {what}?");
        if (other is null && AsksOnlyAnAspect(what))
            return OfFocused(what);
        var only = other is null ? null : new[] { other.Key };
        return new Understood.AskQuestion(Substituted(last, other is null ? what : Name(other)), only);
    }

    private string Substituted(string question, string what)
    {
        var subject = spoken.Shown.Select(SpokenOf.Name)
            .FirstOrDefault(name => name is not null && question.Contains(name, StringComparison.OrdinalIgnoreCase));
        if (subject is not null)
            return question.Replace(subject, what, StringComparison.OrdinalIgnoreCase);
        // Else words that say what it was about give way to as many new ones: the subject of "how are …", the object of "which … ".
        var (telling, count) = (Word().Matches(question).Where(word => Tells(word.Value)).ToList(), what.Split(' ').Length);
        var words = telling.GetRange(SubjectFirst().IsMatch(question) ? 0 : Math.Max(telling.Count - count, 0), Math.Min(count, telling.Count));
        return words.Count == 0 || words[^1].Index + words[^1].Length - words[0].Index > words.Sum(word => word.Length + 1)
            ? $"{what}: {question}" : question[..words[0].Index] + what + question[(words[^1].Index + words[^1].Length)..];
    }

    /// <summary>The question up to its last part that begins with the same word: "for text" gives way to "for images".</summary>
    private static string? SamePlace(string question, string preposition)
    {
        var at = question.LastIndexOf($" {preposition.Trim()} ", StringComparison.OrdinalIgnoreCase);
        return at > 0 && question.Length - at < question.Length / 2 ? question[..at] : null;
    }

    /// <summary>"Why?" of "How does SPANN search?": "Why does SPANN search?".</summary>
    private static string Turned(string question, string how) =>
        $"{char.ToUpperInvariant(how[0])}{how[1..].ToLowerInvariant()} {Asking().Replace(question.Trim(), "")}";

    private bool IsAboutThread(string text)
    {
        if (spoken.Shown.Count == 0 || Expletive().IsMatch(text))
            return false;
        if (Anaphor().Match(text) is not { Success: true } pointing)
            return false;
        // "When vectors are quantized, does it cost recall?" says itself what "it" is.
        var before = text[..pointing.Index];
        var telling = Word().Matches(before).Count(word => Tells(word.Value));
        return telling == 0 || (!Clause().IsMatch(before) && (pointing.Groups["subject"].Success || telling < 2) && text.Split(' ').Length <= FewWords);
    }

    /// <summary>No word but those that any paper can be asked: "what are the limitations?", "training cost?".</summary>
    private static bool AsksOnlyAnAspect(string text)
    {
        var words = KeywordQuery.Words(text, int.MaxValue).Where(word => !StopWords.Contains(word)).ToList();
        return words.Count is > 0 and <= 4 && words.TrueForAll(word => FrameWords.Contains(word) || AspectWords.Known(word) is not null || AspectWords.IsProperty(word) || Askable().IsMatch(word))
            && words.Exists(word => AspectWords.Known(word) is not null || AspectWords.IsProperty(word) || Askable().IsMatch(word) || FrameWords.Contains(word));
    }

    private string NameIt(string text) => spoken.Focus is { } focus ? Named(text, Name(focus), singular: true) : text;

    private string NameThem(string text)
    {
        var names = spoken.Shown.Select(SpokenOf.Name).ToList();
        return spoken.Shown is [var one] ? Named(text, Name(one), singular: false)
            : names.TrueForAll(name => name is not null) && names.Count <= 3 ? Named(text, string.Join(" and ", names), singular: false) : text;
    }

    // The first only: a sentence that says "it" twice reads well with one name.
    private static string Named(string text, string name, bool singular) =>
        (singular ? Anaphor() : PluralAnaphor()).Replace(text, match => match.Groups["whose"].Success ? $"{name}'s" : name, 1);

    private static string Name(Paper paper) => SpokenOf.Name(paper) ?? LatexText.ToReadable(paper.Title);

    private static Understood.AskQuestion Of(string question, IReadOnlyList<Paper> papers) =>
        new(question.EndsWith('?') ? question : question + "?", papers.Count > 0 ? [.. papers.Select(paper => paper.Key)] : null);

    private static bool Tells(string word) => !StopWords.Contains(word.ToLowerInvariant()) && !FrameWords.Contains(word.ToLowerInvariant());

    [GeneratedRegex(@"^(?<how>why|how)( (so|is that|does that work|does it work|come|exactly|not))?$|^(?<how>why) (is|does|do|did|are|would) (it|that|this|they)( work| happen| matter| so)?$", Relaxed)]
    private static partial Regex Reason();

    [GeneratedRegex(@"^\W*((and|but|or|so|ok|then|also)\W+)*((what|how) about|what of|and|or)\s+(?<what>[^?]+?)\W*$|^\W*(?<what>(for|with|without|on|in|using|at)\s+[^?]+)\?\W*$", Relaxed)]
    private static partial Regex WhatAbout();

    [GeneratedRegex(@"^(for|with|without|on|in|using|at|under|during|after|before)\b", Relaxed)]
    private static partial Regex Preposition();

    [GeneratedRegex(@"^\W*(and |but |so )*((what|which)\b[\w\s-]*?(?=\b(is|are|was|were|do|does|did|can|could|has|have)\b)|(how|why|when|where|what|which)\b( (much|many|fast|large|well|often|exactly))*\s*)?", Relaxed)]
    private static partial Regex Asking();

    [GeneratedRegex(@"^\W*(how|why|when|where) (is|are|was|were|do|does|did|can|could) ", Relaxed)]
    private static partial Regex SubjectFirst();

    private const string Singulars =
        @"(?<whose>\bits\b)|(?<subject>(?<=\b(do|does|did|is|are|was|were|can|could|has|have|will|would|should) )it\b|^it\b)|\bit\b|\b(this|that|the|same) (same )?(?<subject>papers?|work|article|study|method|approach|model|system|algorithm|technique|one)\b(?! (of|for|on|about|that|which|called|titled|in|from|by|to)\b)"
        + @"|(?<=(^|\b(is|was|does|did|can|could|why|how|what|about|of|with|than|like|from|to|explain|mean) ))(?<subject>this|that)(?=\W*$| (is|was|mean|means|work|works|help|hold|true|compare|scale|use|need|take|cost|happen|matter)\b)";

    private const string Plurals =
        @"(?<whose>\btheir\b)|(?<subject>(?<=\b(do|did|are|were|can|could|have|will|would|should) )they\b|^they\b)|\bthey\b|\b(all |both |which |one |each |some |any |none |neither |either )?of (them|these|those)\b|\bthem\b|\b(these|those|the (two|three|four)) (?<subject>papers|works|articles|studies|methods|approaches|models|systems|algorithms|techniques|ones|results)\b|\bthe (?<subject>authors)\b(?! of)|\bboth\b(?! \w+ and)";

    [GeneratedRegex(Singulars + "|" + Plurals, Relaxed)]
    private static partial Regex Anaphor();

    [GeneratedRegex(Plurals, Relaxed)]
    private static partial Regex PluralAnaphor();

    [GeneratedRegex(@"\b(they|their|them|these|those|both|the authors|the (two|three|four))\b", Relaxed)]
    private static partial Regex Plural();

    [GeneratedRegex(@"\b(is|was|would|be|does|makes?|how \w+ is) it (possible|true|known|better|worth|clear|hard|easy|easier|difficult|make sense|safe|useful|important|common|necessary|feasible|always|ever|really|that|help to|take to|matter (if|whether|how))\b", Relaxed)]
    private static partial Regex Expletive();

    [GeneratedRegex(@"[,;:]|(?<=\w )(and|but|or|if|when|because|while|although|since|that|which)\b|^\W*(if|when|because|while|although|since)\b", Relaxed)]
    private static partial Regex Clause();

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}'-]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"^(code|open|source|github|repository|released?|available|gpus?|hardware|assumptions?|future|novelty|contributions?|takeaways?|conclusions?|experiments?|ablations?|metrics?|setup|domains?|tasks?|downsides?|scales?)$", Relaxed)]
    private static partial Regex Askable();
}
