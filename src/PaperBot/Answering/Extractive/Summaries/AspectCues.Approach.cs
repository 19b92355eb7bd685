using System.Text.RegularExpressions;

namespace PaperBot.Answering.Extractive.Summaries;

internal static partial class AspectCues
{
    // "we (then also) propose", "this study builds", "a new method is proposed".
    [GeneratedRegex(
        @"\b(?:we|i|(?:the\s+)?authors?|(?:this|our|the\s+present)\s+(?:paper|work|article|study|approach|method))\s*,?\s+(?:\w+ly,?\s+|also\s+"
        + @"|further\s+|then,?\s+|first\s+|instead,?\s+|therefore\s+|thus\s+|here\s+|to\s+|aims?\s+to\s+)*"
        + @"(?:propos|present|introduc|develop|describ|design|devis|formulat|suggest|address|tackle|build|construct|creat"
        + @"|contribut|extend|adapt|combin|exploit|leverag|employ|adopt|built\b"
        + @"|investigat|study|studies|explor|examin|analy[sz]|consider|aim|focus|revisit|deriv|model|learn\b|train\b|use\b|used\b"
        + @"|apply|utili[sz]|generali[sz]|define|provide\b|offer|take\b|ask\b|test\b|compare\b|prune|decouple|trace\b|give\b|augment|review|survey|specify|discuss)\w*"
        + @"|\b(?:in|throughout)\s+(?:this|the\s+present)\s+(?:\w+\s+)?(?:paper|work|study|article|survey|thesis|note|letter)\b,?(?:\s+[\w-]+,?){0,8}?\s+we\s+(?!(?:\w+ly\s+)?(?:show|prove|find|demonstrate|observe|report)\b)"
        + @"|\b(?:this|our|the\s+present|the)\s+(?:doctoral\s+)?(?:paper|study|article|thesis|survey|review|work)\s+(?:\w+ly\s+|also\s+|then\s+|further\s+)*"
        + @"(?!shows|finds|proves|demonstrates|reveals|is|was|has|does|aims)[a-z]+(?<!s)s\b"
        + @"|\b(?:this|the)\s+(?:doctoral\s+)?(?:paper|study|thesis|survey|article)\s+is\s+a\b"
        + @"|\band\s+(?:instead\s+|then\s+|thus\s+)?(?:propose|introduce|present|develop)\b"
        + @"|\b(?:is|are|was|were)\s+(?:then\s+|here\s+)?(?:proposed|introduced|presented|developed|designed|described|offered)\b"
        + @"|\b(?:to\s+(?:this\s+end|address|tackle|overcome|resolve|solve|remedy|mitigate|alleviate)|inspired\s+by"
        + @"|motivated\s+by|based\s+on\s+th(?:is|ese)\s+(?:idea|insight|observation)s?)\b[^.]{0,120},\s+we\b",
        Options)]
    public static partial Regex Contribution();

    // The method is the subject: "our model consists of", "the network encodes", "specifically,".
    [GeneratedRegex(
        @"^(?:specifically|concretely|the\s+(?:key|main|core|central|basic)\s+(?:idea|insight)|to\s+"
        + @"(?:do\s+so|achieve\s+this)|first|second|third|then|finally|for\s+this\s+purpose)\b"
        + @"|\b(?:our|the\s+proposed|the\s+resulting|this|these|both)\s+(?:\w+\s+){0,3}?(?:approach|method|model|framework"
        + @"|algorithm|architecture|network|system|technique|procedure|strategy|pipeline|mechanism|representation|formulation"
        + @"|loss|metric)e?s?\s+(?:\([^)]{0,120}\)\s+)?"
        + @"(?:\w+ly\s+|first\s+|then\s+|thus\s+)*(?:is\s+based|are\s+based|consists?|uses?|relies|rely|combines?|learns?|encodes?|employs?|leverages?"
        + @"|builds?|operates?|extends?|integrates?|exploits?|treats?|applies|takes?|maps?|models?|predicts?|generates?"
        + @"|enables?|allows?|can|are|is|has|splits?|trains?|explicitly)\b"
        + @"|^the\s+(?:\w+\s+){0,2}?(?:approach|method|model|framework|algorithm|architecture|module|co-design|technique|procedure)\s+"
        + @"(?:first\s+|then\s+)?(?!is\s+competitive|can|was|were)[a-z]+s\b"
        + @"|\bby\s+(?:\w+ly\s+)?(?:introducing|learning|using|combining|training|leveraging|exploiting|incorporating"
        + @"|optimizing|minimizing|maximizing|applying|enforcing|reformulating|casting)\b"
        + @"|\b(?:is|are)\s+(?:\w+ly\s+)?(?:trained|optimi[sz]ed|learned|modeled|modelled|constructed|computed|composed|made\s+up)\b",
        Options)]
    public static partial Regex Method();

    // What is asked, or looked into, before anything is made.
    [GeneratedRegex(@"\b(?:paper|study|work|article|we|authors?)\s+(?:\w+ly\s+)?(?:asks?|examines?|concerns?|aims?|investigates?|traces?|seeks?|considers?|revisits?|observes?)\b", Options)]
    public static partial Regex Asks();

    // One more thing that the paper does, not the thing itself.
    [GeneratedRegex(@"\balso\b|\bfurther(?:more)?\b|\badditional(?:ly)?\b|\bmoreover\b|\bcompanion\b|\b(?:two|three)\s+more\b|\banother\b|\bfinally\b|\blastly\b|\bin\s+addition\b", Options)]
    public static partial Regex Besides();

    // Trying it out is not what it is.
    [GeneratedRegex(
        @"\b(?:we|authors?|paper|study)\s+(?:\w+ly\s+|also\s+|then\s+|first\s+)*(?:evaluate|test|validate|conduct|perform|demonstrate|compare)s?\b"
        + @"|\b(?:is|are|was|were)\s+(?:\w+ly\s+)?(?:evaluated|tested|validated|verified)\b|^(?:extensive\s+|empirical\s+|numerical\s+)*(?:experiments?|evaluations?|results?)\b",
        Options)]
    public static partial Regex Trial();
}
