using System.Text.RegularExpressions;

namespace PaperBot.Answering.Extractive.Summaries;

internal static partial class AspectCues
{
    [GeneratedRegex(
        @"\blimitations?\s+(?:of|in)\s+(?:our|this|the\s+(?:proposed|present))"
        + @"|\b(?:our|this|the\s+(?:\w+\s+)?(?:scope|analysis|study|approach|method|results?|framework|paper|model|algorithm|theory|proof|technique))\s+[^.]{0,40}?\b(?:is|are|was|were|remains?)\s+(?:\w+ly\s+)?(?:limited|restricted|confined)\s+to\b"
        + @"|\b(?:for|to|as)\s+future\s+(?:work|research|studies|investigation)\b(?<=\b(?:leave|leaves|left|defer|deferred|postponed?|remains?)\b.{0,120})|\b(?:further|future|more)\s+(?:work|research|studies|investigation|data|observations)\s+(?:is|are|will\s+be)\s+(?:\w+\s+)?(?:needed|required|necessary)\b"
        + @"|\bwe\s+(?:\w+ly\s+)?(?:leave|defer)\b|\b(?:is|are)\s+left\s+(?:for|to|open|as)\b|\bleave\b[^.]{0,60}\bopen\b"
        + @"|\b(?:our|the\s+proposed)\s+[^.]{0,60}?\b(?:do(?:es)?\s+not\s+(?:yet\s+|always\s+|necessarily\s+)?(?:generali[sz]e|scale|capture|handle|guarantee|account|consider|cover|converge|hold|extend|apply|provide|improve|outperform|address|support\s+(?:\w+\s+)?(?:yet|all))\b|cannot\b(?!\s+be\s+(?:explained|obtained|achieved)\s+by)|can\s+not|fails?|struggles?|still\s+lags?"
        + @"|falls\s+short|requires\s+access)\b|\bat\s+the\s+(?:cost|expense|price)\s+of\b"
        + @"|\bwe\s+(?:do|did|could)\s+not\s+(?:address|consider|claim|attempt|prove|yet|cover|know|evaluate|test|model|include|treat)\b|\bremain(?:s|ed)?\s+(?:an?\s+)?"
        + @"(?:open|challenges?\b|challenging|to\s+be|unsolved|unresolved|unclear|unexplained|out\s+of\s+reach|elusive)|\bcaveat|\bshortcoming|\btrade-?offs?\s+(?:is|are|remain)"
        + @"|\b(?:hold|holds|works?|worked|applies|valid|effective|succeeds?|tested|evaluated|considered?|true|possible|improves?|helps?|helped|beneficial|useful)\s+only\b|\bonly\s+"
        + @"(?:holds?|valid|applies|applicable|works?|tested|evaluated|succeeds?)\b|\bbut\s+only\s+(?:when|if|for|in|under|at)\b|\b(?:small|limited)\s+sample\s+size|\bwe\s+(?:caution|acknowledge"
        + @"|note\s+that\s+[^.]{0,60}?not)\b|\bnot\s+(?:yet\s+)?(?:been\s+)?(?:validated|tested)\b|\bfails?\s+(?:on|for|when|to)\b"
        + @"|\b(?:falls?|lags?|fell|lagged)\s+behind\b|\bunderperforms?\b|\b(?:covers|concerns)\s+(?:only\s+)?(?:the\s+)?(?:[\w-]+,?\s+){0,4}?(?:setting|regime|case|limit|scenario)s?\b"
        + @"|\b(?:adds?|incurs?|introduces?|causes?)\s+(?:an?\s+)?(?:\w+\s+)?overhead\b|\bno\s+guarantee|\bnot\s+guaranteed\b|\bproof[\s-]of[\s-]concept\b|\bone\s+meaningful\s+step\b|\bfar\s+from\s+(?:solved|perfect|human|optimal)\b",
        Options)]
    public static partial Regex Limit();

    // Whose limit it is: somebody else's, or one that the paper removes.
    [GeneratedRegex(
        @"\b(?:existing|previous(?:ly)?|prior|earlier|competing|conventional|traditional|classical|current|usual|unlike|contrary|baselines?|others?|alternatives?|previous\s+approaches|most\s+methods"
        + @"|not\s+(?:be\s+)?(?:only|just|at|limited|restricted|confined)|without|no\s+longer|rather\s+than|instead\s+of|overcom\w*|address\w*|avoid\w*|solv\w*|tackl\w*|remov\w*|mitigat\w*|alleviat\w*|resolv\w*|eliminat\w*|answer\w*|circumvent\w*|where|latter|because|suppress\w*|even\s+(?:when|if|though))\b",
        Options)]
    public static partial Regex NotOwn();
}
