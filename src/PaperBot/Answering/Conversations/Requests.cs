using System.Text.RegularExpressions;

namespace PaperBot.Answering.Conversations;

/// <summary>What a person asks the bot to do.</summary>
internal enum RequestKind
{
    Summarize,
    Compare,
    Similar,
    Find,
    Show,
    Sources,
    BibTeX,
}

/// <summary>A verb and what follows it, as typed.</summary>
/// <param name="What">What it is to be done with; empty for "tl;dr?", which means what was spoken of.</param>
/// <param name="Aspects">"memory and cost" of "compare them on memory and cost"; empty when none is named.</param>
/// <param name="IsCommand">Whether it can be nothing else: "summarize X" and not "who wrote X".</param>
internal sealed record Request(RequestKind Kind, string What, string Aspects = "", bool IsCommand = true);

/// <summary>
/// The forms that requests take: the words of the commands, and the questions that a command answers better. Whole messages are read, for
/// "which papers summarize dialogue?" is a question and "summarize the dialogue paper" is none.
/// </summary>
internal static partial class Requests
{
    private const RegexOptions Relaxed = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string Give = @"((give|show|send|get|tell|write|list|find|export|copy)( me| us)?|can i (have|get|see)|i('d like| need| want)|what (is|are)|what's|do you have)";

    private const string On = @"on|in terms of|regarding|with (respect|regard) to|wrt|w\.r\.t\.|by|based on|concerning|when it comes to|with a focus on|focus(ing|ed)? on|in";

    /// <param name="text">Without courtesies.</param>
    public static Request? Read(string text) =>
        Of(RequestKind.Sources, Sources(), text) ?? Of(RequestKind.BibTeX, BibTeX(), text) ?? Of(RequestKind.Similar, Similar(), text)
        ?? Of(RequestKind.Compare, Compare(), text) ?? Of(RequestKind.Compare, Contrast(), text, isCommand: false)
        ?? Of(RequestKind.Summarize, Summarize(), text) ?? Of(RequestKind.Summarize, About(), text, isCommand: false)
        ?? Of(RequestKind.Find, Find(), text) ?? Of(RequestKind.Show, Show(), text) ?? Of(RequestKind.Show, Facts(), text, isCommand: false);

    /// <summary>"A and B on memory" as its two parts; the text itself when nothing of that kind stands at its end.</summary>
    public static (string What, string Aspects) PartAspects(string text) =>
        AspectsAtEnd().Match(text) is { Success: true } end ? (text[..end.Index], end.Groups["aspects"].Value) : (text, "");

    private static Request? Of(RequestKind kind, Regex form, string text, bool isCommand = true)
    {
        if (form.Match(text) is not { Success: true } match)
            return null;
        var what = string.Join(" and ", match.Groups["what"].Captures.Concat(match.Groups["with"].Captures).Select(capture => capture.Value.Trim()));
        return new Request(kind, what, match.Groups["aspects"].Value.Trim(), isCommand);
    }

    [GeneratedRegex(
        @"^(summari[sz]e|sum up|recap|tl;?\s?dr|summary|gist)\b( (of|for|on))?(?<what>.*)$"
        + "|^" + Give + @" (a |the )?((short|quick|brief|one[- ]line) )?(summary|tl;?\s?dr|gist|overview)( (of|for) (?<what>.+))?$"
        + @"|^(shorter|in (short|brief|a nutshell)|briefly)$|^(tell me|say|show me)? ?more( (details?|about (?<what>.+)))?$|^(explain|describe|elaborate on) (?<what>it|this|that|them|these|the (first|second|third|last) (one|paper))( (in|with) more detail)?$|^(more )?details?$|^elaborate$",
        Relaxed)]
    private static partial Regex Summarize();

    [GeneratedRegex(@"^what(('s| is) (?<what>.+)| (is|are) (?<what>.+)) about$|^what does (?<what>it|this|that|the (first|second|third|last) (one|paper)|this paper|the paper) (do|say|propose)$", Relaxed)]
    private static partial Regex About();

    [GeneratedRegex(
        @"^(compare|contrast) (?<what>them|these|those|both)('s)?$|^compare (their|both their) (?<aspects>.+)$|^compare the (?<aspects>[\w -]+?) of (?<what>.+)$|^(compare|contrast|set side by side|comparison (of|between))( (with|to|against))?( (?<what>.+))?$",
        Relaxed)]
    private static partial Regex Compare();

    [GeneratedRegex(
        @"^(what('s| is| are)|how big is|is there|are there|show|explain|list) (the |a |any )?((main|key|biggest) )?(differences?|contrasts?|similarit(y|ies))( (between|of|in|among) (?<what>.+))?$"
        + @"|^how (do|does|did|would|is|are|well does) (?<what>.+?) (compare|differ|stack up|different|fare)(d)?( (to|with|against|from|than) (?<with>.+?))?( (" + On + @") (?<aspects>.+))?$"
        + @"|^(?<what>[^?]+?) (vs\.?|versus) (?<with>[^?]+)$|^which (one )?is (better|faster|cheaper)[,:]? (?<what>.+? or .+)$",
        Relaxed)]
    private static partial Regex Contrast();

    [GeneratedRegex(
        @"^(((find|show|get|give|list|recommend|suggest)( me| us)?|any|are there( any)?|i want|what are) )?((some|any|other|more|the|most) )*((papers?|works?|articles?|anything|something|ones?) )?((that|which) (are|is) )?(most )?(similar|related|close|closest|akin)( (papers?|works?|articles?|ones))?( (to|with)( (?<what>.+))?)?$"
        + @"|^(((find|show|get|give|list|any)( me| us)? )?(more|other|papers|other papers|more papers|something|anything|others|works?)) like (?<what>.+)$|^what else is (there )?like (?<what>.+)$",
        Relaxed)]
    private static partial Regex Similar();

    [GeneratedRegex(
        @"^((find|search( for)?|look(ing)? for|i('m| am) looking for|look up|show|list|get|give|recommend|suggest|any|i need|do you (have|know)( of)?|is there|have you got)( me| us)? )?((some|any|the|all|recent|new|newer|latest|good|more|other) )*"
        + @"(papers?|articles?|publications?|literature|works?|stud(y|ies)|research|preprints?) (?<what>(?<by>by )?(on|about|for|regarding|concerning|that|which|with|in|using|from|of|since|after|before|until|between|published) .+|by .+)$"
        + @"|^(search|find|look up)( me| us)?( for)? (?!(the|this|that|it|them|similar|related)\b)(?<what>.+)$",
        Relaxed)]
    private static partial Regex Find();

    [GeneratedRegex(
        "^((" + Give + @") )?(the |their |its |your |all )?(sources?|references?|quotes?|evidence|citations?)( (of|for) (that|this|it))?$"
        + @"|^(where|which paper) (is|was|does|did|do|says?)( that| this| it| you)( come)?( get (that|this|it))?( from)?$|^says who$|^according to (who|whom|what|which paper)$|^which paper(s)? (says?|said|states?) (that|this|so)$",
        Relaxed)]
    private static partial Regex Sources();

    [GeneratedRegex(
        "^((" + Give + @") )?(the |a |their |its )?bib(\s?te?x)?( (entry|entries|citations?|references?|file|export))?( (of|for|from) (?<what>.+))?$|^(cite|how (do|can|should|would) (i|we|you) cite) (?<what>.+)$"
        + @"|^" + Give + @" (?<what>.+?) (as|in|to) bib(\s?te?x)?$|^(?<what>it|them|these|those|all|both) (as|in|to) bib(\s?te?x)?$|^(the )?citations? (of|for) (?<what>.+)$",
        Relaxed)]
    private static partial Regex BibTeX();

    [GeneratedRegex(
        @"^((show|give|send|open|list|get|can i (see|have|get))( me| us)? )?(the |its |their )?(abstracts?|links?|urls?|pdfs?|doi|authors?|year|venue|publication date)( (of|to|for) (?<what>.+))?$|^(?:show|open)( me| us)? (?<what>.+)$"
        + @"|^(which|what) (venue|journal|conference|year)$|^(when|where)$",
        Relaxed)]
    private static partial Regex Show();

    [GeneratedRegex(
        @"^who (wrote|authored|published|is behind|are the authors of|is the author of|made) (?<what>.+)$|^(who|what) (are|is|were|was) (the|its|their) authors?$|^(when|where|in (which|what) (year|venue|journal|conference)|(which|what) (year|venue|journal|conference)) (was|were|did) (?<what>.+?) (published|released|written|presented|come out|appear)( in| at)?$"
        + @"|^how (old|new|recent) (is|are) (?<what>.+)$|^where (can|do) (i|we) (read|find|get) (?<what>.+)$",
        Relaxed)]
    private static partial Regex Facts();

    [GeneratedRegex(@"\s+(" + On + @")\s+(the\s+|their\s+|its\s+)?(?<aspects>(?:(?!\s(" + On + @")\s).)+)$", Relaxed)]
    private static partial Regex AspectsAtEnd();
}
