using System.Text.RegularExpressions;

namespace PaperBot.Answering.Extractive.Summaries;

internal static partial class AspectCues
{
    [GeneratedRegex(
        @"\b(?:we|authors?|paper|results?|experiments?|evaluations?|analys[ei]s|findings|study|studies|theory|and|simulations|ablations?|taxonomy)\s+"
        + @"(?:[^.,]{0,60}?\s)??(?:\w+ly\s+|also\s+|further\s+|can\s+|then\s+|first\s+)?(?:shows?|showed|demonstrates?"
        + @"|demonstrated|finds?|found|proves?|proved|observes?|observed|reveals?|revealed|indicates?|suggests?|confirms?"
        + @"|verify|illustrates?|achieves?|obtains?|report|conclude|emphasi[sz]e|reflect|supports?)\b"
        + @"|\bthe\s+evaluation\s+shows|\bit\s+is\s+(?:shown|demonstrated)|\b(?:is|are)\s+shown\s+to\b|\bwe\s+are\s+able\s+to\b"
        + @"|\b(?:turned\s+out|proved\s+(?:to|less|more)|is\s+reported\s+to|are\s+reported\s+to|was\s+(?:found|confirmed)|are\s+confirmed|(?:is|are)\s+(?:proved|proven))\b",
        Options)]
    public static partial Regex Finding();

    [GeneratedRegex(
        @"\boutperform|\bsurpass|\bsuperior|\bstate[\s-]of[\s-]the[\s-]art\b|\bsignificant(?:ly)?\s+(?:\w+\s+)?(?:improv"
        + @"|better|reduc|high|low|fast|gain|outperform|raised)|\bimproves?\b|\bimproved\b|\bimprovements?\b|\bachiev(?:e|es|ed|ing)\b"
        + @"|\bcompetitive(?:ly)?\b|\bfaster\b|\bquicker\b|\bbeats?\b|\brivals?\b|\bexceeds?\b|\breach(?:es|ed)\b|\battains?\b|\bretained\b|\bmore\s+accurate\b|\bmost\s+accurate\b|\boptimal\b|\bbest\b"
        + @"|\bhigher\b|\blower\b|\bbetter\b|\breduc(?:es|ed|ing)\b|\baccuracy\b|\bcompared\s+(?:to|with)\b|\bthan\s+"
        + @"(?:the\s+)?(?:previous|prior|existing|state|baseline|other)|\bon\s+par\b|\bgain(?:s|ed)?\b|\bdelivered\b|\bconverges?\b"
        + @"|\beffective(?:ness)?\b|\bspeed-?ups?\b|\bsuccess\s+rate|\bgenerali[sz]es\b|\bmore\s+(?:expressive|robust|stable|efficient|stably)\b|\boptimality\b|\bguarantee",
        Options)]
    public static partial Regex Outcome();

    // What the named method did: verbs of outcome, not of working.
    [GeneratedRegex(
        @"^(?:\w+ly\s+|also\s+|further\s+|even\s+|can\s+(?:achieve|reach|keep|cut)\s+|again\s+)*(?:is\s+(?:\w+\s+)?(?:competitive|faster|more|better|less|easier|reported|superior|effective)|are\s+(?:\w+\s+)?(?:more|competitive|faster|better|\d)|outperform|beat|surpass|exceed|equal|reach|achiev|attain"
        + @"|obtain|gain|improv|retain|keep|cut|reduc|deliver|set\s+a|gave|give\s|show|run|converge|performs?\b|performed|match|rival|proved|produced|was\s+(?:more|the)|also\s+achieved|raised|lower|speed|accelerat|consistently|significantly|clearly|learns\s+the\s+same|generaliz)",
        Options)]
    public static partial Regex OutcomeVerb();

    // 12.5%, 3x, 40 times, 28.4 BLEU.
    [GeneratedRegex(@"\d{1,15}(?:\.\d{1,15})?\s{0,3}(?:%|\\%|percent\b|points?\b|x\b|×|times\b|-fold\b|BLEU\b|ROUGE|dB\b|ms\b)|\b0\.\d+|\b\d{1,15}(?:\.\d{1,15})?\s{1,3}(?:accuracy\s+)?points\b", Options)]
    public static partial Regex Measure();

    [GeneratedRegex(@"\bthan\b|\bcompared\s+(?:to|with)\b|\bversus\b|\brelative\s+to\b|\bbaselines?\b|\bstate[\s-]of[\s-]the[\s-]art\b|\bahead\s+of\b|\boutperform|\bsurpass|\bbeats?\b|\bexceed|\bover\s+(?:the\s+)?(?:previous|existing|current|prior)\b|\bmost\b|\bwhereas\b", Options)]
    public static partial Regex Comparison();
}
