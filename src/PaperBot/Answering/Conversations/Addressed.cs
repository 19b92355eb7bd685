using System.Text.RegularExpressions;
using PaperBot.Papers;

namespace PaperBot.Answering.Conversations;

/// <summary>
/// Tells what is said to the bot from what people say to each other. To interrupt people is worse than to be called again, so what is in
/// doubt is left alone.
/// </summary>
internal static partial class Addressed
{
    private const RegexOptions Relaxed = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    // After as long as this a thread is about something else, unless papers are spoken of.
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(60);

    // "Any results on smaller models?" leaves out of what.
    private const int FewestWords = 5;

    // A request is short, and the forms are looked for at every place of a text.
    private const int LongestRead = 400;

    public static Verdict Judge(OverheardMessage message)
    {
        var text = (message.Text.Length > LongestRead ? message.Text[..LongestRead] : message.Text).Trim();
        if (!text.Any(char.IsLetterOrDigit))
            return new Verdict(false, VerdictReason.Empty);
        if (message.NamesOthers)
            return new Verdict(false, VerdictReason.MentionsOthers);
        if (CallsTheBot().IsMatch(text))
            return new Verdict(true, VerdictReason.CallsTheBot);
        var plain = Courtesy.Strip(text);
        var near = message.SinceAnswer <= Fresh && (message.SpokeLast == Speaker.Bot || (message.AskedBefore && message.SpokeLast == Speaker.Writer));
        if (near && (Correction().IsMatch(plain) || Meant().IsMatch(text)))
            return new Verdict(true, VerdictReason.Request);
        if (SmallTalkWords.Read(text) is SmallTalkKind.Thanks or SmallTalkKind.Hello || Reaction().IsMatch(text))
            return new Verdict(false, VerdictReason.Courtesy);
        if (NamesAPerson().IsMatch(text))
            return new Verdict(false, VerdictReason.NamesAPerson);
        if (IsTalk(text))
            return new Verdict(false, VerdictReason.TalkBetweenPeople);
        if (near && (IsRequest(plain) || Wish().IsMatch(text)))
            return new Verdict(true, VerdictReason.Request);
        var asks = IsQuestion(text, plain);
        if (asks && StandsAlone(text, plain) && IsAboutPapers(plain))
            return new Verdict(true, VerdictReason.QuestionAboutPapers);
        if (near && (asks || Elliptic().IsMatch(text)))
            return message.AskedBefore || LeansOnAnswer(text, plain)
                ? new Verdict(true, VerdictReason.FollowUp) : new Verdict(false, VerdictReason.ForAnybody);
        return new Verdict(false, asks || IsRequest(plain) ? VerdictReason.ForAnybody : VerdictReason.Statement);
    }

    /// <summary>Whether a message of a channel, said to nobody, asks something that papers answer.</summary>
    public static bool IsQuestionAboutPapers(string text)
    {
        var read = (text.Length > LongestRead ? text[..LongestRead] : text).Trim();
        var plain = Courtesy.Strip(read);
        return !NamesAPerson().IsMatch(read) && !IsTalk(read) && StandsAlone(read, plain) && IsQuestion(read, plain) && IsAboutPapers(plain);
    }

    private static bool IsTalk(string text) => Talk().IsMatch(text) || Myself().IsMatch(text);

    private static bool StandsAlone(string text, string plain) =>
        plain.Split(' ').Length >= FewestWords && !Elliptic().IsMatch(text) && !LeansBack().IsMatch(plain) && !AnyOfThose().IsMatch(plain);

    private static bool IsRequest(string plain) =>
        Requests.Read(plain) is { IsCommand: true } || PaperReference.ParseExact(plain) is not null || Imperative().IsMatch(plain);

    private static bool IsQuestion(string text, string plain) => text.TrimEnd().EndsWith('?') || Asking().IsMatch(plain) || Seeking().IsMatch(plain);

    private static bool IsAboutPapers(string text) => Subjects().Count(text) switch
    {
        0 => false,
        1 => Research().IsMatch(text) || text.Split(' ').Length >= 5,
        _ => true,
    };

    private static bool LeansOnAnswer(string text, string plain) =>
        Elliptic().IsMatch(text) || LeansBack().IsMatch(plain) || Requests.Read(plain) is not null || Comparative.Aspect(plain) is not null || Askable().IsMatch(plain);

    [GeneratedRegex(@"^\W*((hey|hi|ok|hello|dear) )?(paper\s?bot|bot)\b|[, ](paper\s?bot|bot)\W*$", Relaxed)]
    private static partial Regex CallsTheBot();

    [GeneratedRegex(
        @"^\W*(lgtm|lol|haha\w*|nvm|never mind|brb|agreed|same( here)?|sure|yes|yep|yeah|no|nope|hmm*|wow|oops|ack|done|will do|indeed|right|exactly|true|fair( enough)?|interesting|sounds good|good point|\+1)\b(?!.*\?)(\W.*)?$",
        Relaxed)]
    private static partial Regex Reaction();

    // "Bob, did you …", "Frank you might …", "…, Dana?": a name that begins or ends the message and is spoken to.
    [GeneratedRegex(
        @"^\W*((?i:hey|hi|hello|ok|thanks|thank you|sorry|great|nice|happy birthday),? )?(?!(?:(?i)hi|hey|ok|so|and|also|but|then|no|yes|well|sure|thanks|please|actually|great|cool|nice|sorry|what|why|how|who|when|which|where|is|are|does|do|did|can|could|compare|summarize|briefly|hm|hmm|wow|here|now|first|second|finally|today|reminder|bibtex|paper|again|interesting|honestly|personally|anyway|alternatively|however|instead)\b)[A-Z][a-z]{1,11}((, )(?=\p{L})| (?=(you|can you|could you|did you|do you|are you|have you|will you|would you|and I)\b))"
        + @"|, (?!(?i:please|thanks|though|right|correct|too|also|then|maybe|exactly|again|etc)\b)[A-Z][a-z]{1,11}\W*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NamesAPerson();

    // What people do and bots of papers do not.
    [GeneratedRegex(
        @"\b(PR|PRs|pull requests?|merge[ds]?|deploy\w*|rebase|branch|commits?|CI|changelog|tickets?|jira|sprint|stand-?up|meetings?|lunch|coffee|dinner|vacation|holiday|out of office|wifi|password|invoice|budget|slides|calendar|zoom|on call|staging|prod|cluster access|the cluster|HR|interview|deadline|camera ready|birthday|reminder|e-?mail|the doc|your doc|book the room|the room|wednesday|thursday|friday|monday|tuesday|saturday|sunday|tomorrow|tonight|yesterday|last (week|year|sprint)|this week|next week|[1-9]\s?(am|pm)|o'clock|what time|typo|a walk)\b"
        + @"|\b(did|have|are|were|will|would|should|do|does|can|could|has) (you|anyone|anybody|someone|everyone|we|I|he|she|y'all)\b(?! (summari[sz]e|compare|show|find|list|explain|tell|give|export|have (a|any) (paper|code)|know (of )?(a|any)?\s?(paper|work|stud|survey)\w*|published|proposed|shown|studied|recommend|suggest|cite|search|get|send (me )?the (bib|abstract)))"
        + @"|\b(could|can|will|would) you both\b|\b(our|ours|my|mine|we|us|right now|rerun|the job|submitted|submit|presenting|presentation|shipping|ship|release notes|next release|demo|wiki|the build|new build|how is it going|how's it going)\b|\byour (PR|code|branch|question|comment|draft|thoughts|opinion|team|e-?mail)\b|\bwhat do you think\b|\bwho (should|wants|is going|can|will)\b|\bshould (we|i)\b|\banyone up for\b|\bshall (we|i)\b",
        Relaxed)]
    private static partial Regex Talk();

    [GeneratedRegex(
        @"^\W*((ok|okay|and|but|so|hm+|yes|no|well|cool|great|nice|good|sure|sorry|happy),? )*(i|i'll|i'm|i'd|i've|we|we'll|we're|we've|let me|let's|lets)\b(?!( am|'m)? (looking for|mean|meant|need (the|a) (bib|abstract|summary|link)|want (the|a|to know)|would like|wonder))(?!'s (compare|see the))",
        Relaxed)]
    private static partial Regex Myself();

    [GeneratedRegex(@"^((what|which|who|whom|whose|why|how|when|where|is|are|was|were|does|do|did|can|could|has|have|will|would|any|are there|is there)\b|tell me\b|explain\b)", Relaxed)]
    private static partial Regex Asking();

    [GeneratedRegex(@"^((i'm |i am )?looking for|in search of|any pointers|need|searching for)\b", Relaxed)]
    private static partial Regex Seeking();

    [GeneratedRegex(@"^(explain|elaborate|list|export|show|give me|tell me|shorter|longer|translate|describe|define|cite|which one|rank|sort|only)\b", Relaxed)]
    private static partial Regex Imperative();

    [GeneratedRegex(@"^((no|not that|rather|wait),? )*(the |number |paper )?((first|second|third|fourth|fifth|last|other)( (one|paper|two))?|[1-6]|\[\d+\])$", Relaxed)]
    private static partial Regex Correction();

    [GeneratedRegex(@"^\W*((no|sorry|wait|oh|ah)\W+)*i (mean|meant)\b.{0,40}\b(papers?|one|ones|two)\W*$", Relaxed)]
    private static partial Regex Meant();

    /// <summary>"In plain English please", "or on audio".</summary>
    [GeneratedRegex(@"^\W*([\w'-]+ ){1,5}(please|pls)\W*$|^\W*(and|or|but) (on|for|with|in|without) ([\w'-]+ ?){1,3}\W*$", Relaxed)]
    private static partial Regex Wish();

    /// <summary>Any of what was shown.</summary>
    [GeneratedRegex(@"^any(thing)?\b(?! (\w+ )?(papers?|stud|work|research|literature|survey))", Relaxed)]
    private static partial Regex AnyOfThose();

    [GeneratedRegex(@"^\W*((and|but|or|so|also)\b .*\?|(what|how) about\b.*|(why|how|how so|really|which|where|when|links?|code|data|examples?|details?)( not)?\W*\?)\W*$", Relaxed)]
    private static partial Regex Elliptic();

    [GeneratedRegex(
        @"\b(it|its|they|their|them|this|these|those|both|the (first|second|third|fourth|last|other|two|three|former|latter|paper|papers|authors|method|model|dataset|results?|abstract|difference)|\[\d+\]|of (them|these)|here|there(?=\W*$)|(which|what|the|this|that) ones?|that (mean|paper|one|work|method|model)|(does|is|was|did) that)\b|\[\d+\]",
        Relaxed)]
    private static partial Regex LeansBack();

    [GeneratedRegex(@"^((what|which|how|is|are|any|do|does|was|were)\b.{0,30}\b)?(limitations?|results?|datasets?|data|code|memory|cost|training|accuracy|evaluat\w+|baselines?|metrics?|hardware|gpus?|parameters|abstracts?|authors?|venue|year|published|size|speed|latency|work|open source)\b.{0,20}$", Relaxed)]
    private static partial Regex Askable();

    /// <summary>Words of research: that papers are meant, or what only papers do.</summary>
    [GeneratedRegex(
        @"\b(papers?|stud(y|ies)|survey|surveys|preprints?|literature|arxiv|state of the art|sota|research|proposed?|introduced|evidence|benchmark\w*|method(s|ology)?|approach(es)?|technique\w*|algorithm\w*|authors?|published)\b",
        Relaxed)]
    private static partial Regex Research();

    /// <summary>What papers of the field are about, and the words of <see cref="Research"/>.</summary>
    [GeneratedRegex(
        @"\b(papers?|stud(y|ies)|surveys?|preprints?|literature|arxiv|state of the art|sota|proposed?|introduced|evidence|benchmark\w*|methods?|methodology|approach(es)?|techniques?|algorithms?"
        + @"|neural|networks?|models?|transformers?|attention|embeddings?|vectors?|retrieval|recall|reinforcement|learning|pre-?train\w*|fine-?tun\w*|training|train|trained|inference|generali[sz]\w*|regulari[sz]\w*|over-?fit\w*|over-?smooth\w*|dropout|batch|gradients?|optimi[sz]\w+|convergence|datasets?|corpus|accura\w+|latency|parameters|quanti[sz]\w+|distill\w*|compress\w*|pruning|sparse|sparsity|graphs?|diffusion|generative|adversarial|contrastive|self-?supervised|supervised|bayesian|uncertainty|forecast\w*|predict\w*|classif\w+|segment\w+|detect\w+|translation|speech|images?|imaging|vision|language|tokens?|context|prompt\w*|multimodal|protein\w*|molecul\w*|kernel\w*|spiking|nearest neighbou?rs?|search|index\w*|clustering|causal\w*|robust\w*|scaling|scale|benchmark|evaluat\w+|experts?|mixture|llms?|gnns?|cnns?|rnns?|lstms?|moe|rag|bert|gpt|theor\w+|estimat\w+|memory|cost|gpus?)\b",
        Relaxed)]
    private static partial Regex Subjects();
}
