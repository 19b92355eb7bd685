using System.Text.RegularExpressions;

namespace PaperBot.Answering.Extractive.Summaries;

/// <summary>The turns of phrase by which authors announce what a sentence is about. Hand-made: no corpus of abstracts with such labels is at hand.</summary>
internal static partial class AspectCues
{
    private const RegexOptions Options = RegexOptions.IgnoreCase;

    // "we (then also) propose", "this paper introduces", "a new method is proposed".
    [GeneratedRegex(
        @"\b(?:we|i|authors|(?:this|our|the\s+present)\s+(?:paper|work|article|study|approach|method))\s+(?:\w+ly\s+|also\s+"
        + @"|further\s+|then\s+|first\s+|instead\s+|therefore\s+|thus\s+|here\s+|to\s+)*"
        + @"(?:propos|present|introduc|develop|describ|design|devis|formulat|suggest|address|tackle|build|construct|creat"
        + @"|contribut|extend|adapt|combin|exploit|leverag|employ|adopt"
        + @"|investigat|study|studies|explor|examin|analy[sz]|consider|aim|focus|revisit|deriv|model|learn\b|train\b|use\b"
        + @"|apply|utili[sz]|generali[sz]|define|provide\b|offer|take\b|ask\b|test\b|compare\b|prune)\w*"
        + @"|\b(?:is|are|was|were)\s+(?:proposed|introduced|presented|developed|designed|described)\b"
        + @"|\b(?:to\s+(?:this\s+end|address|tackle|overcome|resolve|solve|remedy|mitigate|alleviate)|inspired\s+by"
        + @"|motivated\s+by|based\s+on\s+th(?:is|ese)\s+(?:idea|insight|observation)s?)\b[^.]{0,120},\s+we\b",
        Options)]
    public static partial Regex Contribution();

    // The method is the subject: "our model consists of", "the network encodes", "specifically,".
    [GeneratedRegex(
        @"^(?:specifically|concretely|in\s+particular|the\s+(?:key|main|core|central|basic)\s+(?:idea|insight)|to\s+"
        + @"(?:do\s+so|achieve\s+this)|first|second|third|then|finally|for\s+this\s+purpose)\b"
        + @"|\b(?:our|the\s+proposed|the\s+resulting|this|these|both)\s+(?:\w+\s+){0,3}?(?:approach|method|model|framework"
        + @"|algorithm|architecture|network|system|technique|procedure|strategy|pipeline|mechanism|representation|formulation"
        + @"|loss|metric)e?s?\s+"
        + @"(?:\w+ly\s+)?(?:is\s+based|are\s+based|consists?|uses?|relies|rely|combines?|learns?|encodes?|employs?|leverages?"
        + @"|builds?|operates?|extends?|integrates?|exploits?|treats?|applies|takes?|maps?|models?|predicts?|generates?"
        + @"|enables?|allows?|can|are|is)\b"
        + @"|\bby\s+(?:\w+ly\s+)?(?:introducing|learning|using|combining|training|leveraging|exploiting|incorporating"
        + @"|optimizing|minimizing|maximizing|applying|enforcing|reformulating|casting)\b"
        + @"|\b(?:is|are)\s+(?:\w+ly\s+)?(?:trained|optimi[sz]ed|learned|modeled|modelled|constructed|computed|composed|made\s+up)\b",
        Options)]
    public static partial Regex Method();

    [GeneratedRegex(
        @"\bhowever\b|\bunfortunately\b|\byet\b|\bchalleng(?:e|es|ing)\b|\bdifficult(?:y|ies)?\b|\bremains?\b|\blacks?\b"
        + @"|\blacking\b|\bsuffers?\b|\bstruggles?\b|\bfails?\b|\bcannot\b|\bcostly\b|\bexpensive\b"
        + @"|\blimited\b|\bpoorly\b|\bunclear\b|\blittle\s+is\s+known\b|\bnot\s+(?:\w+\s+)?(?:understood|known|studied"
        + @"|explored)\b|\bunexplored\b|\bopen\s+(?:problem|question)|\bbottleneck|\bprohibitive"
        + @"|\bprecludes?\b|\brequires?\s+(?:a\s+)?(?:large|massive|huge|significant|enormous|the\s+reduction)|\bneed(?:s"
        + @"|ed)?\s+(?:to|for)\b|\bhard\s+to\b|\bconstrained\b|\bdespite\b|\balthough\b|\bneglect|\bignor|\boverlook"
        + @"|\bproblem\b|\bissues?\b|\bvulnerab|\bdegrad|\bundesir|\bscarc|\btypically\s+require|\bdrawback|\bwould\s+benefit\b"
        + @"|\bimpractical|\brisk\b|\bsensitive\s+to\b",
        Options)]
    public static partial Regex Trouble();

    // Sharper: what others cannot do.
    [GeneratedRegex(
        @"\b(?:existing|current|previous|prior|most|many|traditional|conventional|standard|state-of-the-art|recent|these|such"
        + @"|but)\b[^.]{0,90}?\b(?:fail|lack|suffer|require|limit|ignore|cannot|can\s+not|do\s+not|does\s+not|not|unable"
        + @"|struggle|neglect|expensive|costly|overlook|assume|difficult|precludes?|unexplored|only)"
        + @"|^(?:however|unfortunately|yet|but|despite|although|nevertheless)\b",
        Options)]
    public static partial Regex Gap();

    [GeneratedRegex(
        @"\b(?:we|results?|experiments?|evaluations?|analys[ei]s|findings|study|studies|and|simulations|ablations?)\s+"
        + @"(?:[^.,]{0,60}?\s)??(?:\w+ly\s+|also\s+|further\s+|can\s+|then\s+|first\s+)?(?:shows?|showed|demonstrates?"
        + @"|demonstrated|finds?|found|proves?|proved|observes?|observed|reveals?|revealed|indicates?|suggests?|confirms?"
        + @"|verify|illustrates?|achieves?|obtains?|report|conclude|emphasi[sz]e|reflect)\b"
        + @"|\bthe\s+evaluation\s+shows|\bit\s+is\s+(?:shown|demonstrated)|\b(?:is|are)\s+shown\s+to\b|\bwe\s+are\s+able\s+to\b",
        Options)]
    public static partial Regex Finding();

    [GeneratedRegex(
        @"\boutperform|\bsurpass|\bsuperior|\bstate[\s-]of[\s-]the[\s-]art\b|\bsignificant(?:ly)?\s+(?:\w+\s+)?(?:improv"
        + @"|better|reduc|high|low|fast|gain|outperform)|\bimproves?\b|\bimproved\b|\bimprovements?\b|\bachiev(?:e|es|ed|ing)\b"
        + @"|\bcompetitive\b|\bfaster\b"
        + @"|\bhigher\b|\blower\b|\bbetter\b|\breduc(?:es|ed|ing)\b|\baccuracy\b|\bcompared\s+(?:to|with)\b|\bthan\s+"
        + @"(?:the\s+)?(?:previous|prior|existing|state|baseline|other)|\bon\s+par\b|\bgains?\b|\bdelivered\b|\bconverges?\b"
        + @"|\beffective(?:ness)?\b",
        Options)]
    public static partial Regex Outcome();

    // 12.5%, 3x, 40 times, 28.4 BLEU.
    [GeneratedRegex(@"\d+(?:\.\d+)?\s*(?:%|\\%|percent\b|points?\b|x\b|×|times\b|-fold\b|BLEU\b|ROUGE|dB\b|ms\b)|\b0\.\d+", Options)]
    public static partial Regex Measure();

    // A set of data as what the sentence is about.
    [GeneratedRegex(
        @"\b(?:contains?|comprises?|comprising|consists?\s+of|consisting\s+of|includes?|covers?|totall?ing|collected|gathered"
        + @"|recorded|annotated|crawled|sampled|enrolled|recruited)\b[^.]{0,80}?(?:\d|\bdataset|\bcorpus|\bsamples|\bexamples"
        + @"|\bimages|\bpatients|\bparticipants|\bpairs|\brecords|\bdocuments|\bsentences)"
        + @"|\b(?:we|authors)\s+(?:\w+ly\s+|also\s+)?(?:collect|gather|release|annotate|crawl|compile|curate|recruit"
        + @"|asked\s+crowd|evaluate|validate|conduct\s+experiments|experiment|test|train)\w*\b[^.]{0,100}?\b(?:on|with|from"
        + @"|over|using|in)?\s*(?:[^.]{0,60}\b)?(?:data\s?sets?|corpus|corpora|benchmarks?|collection|images|participants"
        + @"|patients|users|samples|tasks|explainers|environments|subjects|records|workers)\b"
        + @"|\b(?:using|from|on)\s+(?:\w+\s+){0,3}?(?:data|dataset|datasets|corpus|corpora|recordings|samples)\s+(?:from|of"
        + @"|collected|with|containing|obtained)\b"
        + @"|\b\d[\d,.]*\s*(?:k|m|million|billion|thousand)?\s+(?:\w+[\s-]){0,3}?(?:examples|images|patients|participants"
        + @"|samples|sentences|documents|pairs|questions|users|subjects|videos|papers|records|hours|languages|articles"
        + @"|conversations|galaxies|stars|events|objects)\b"
        + @"|\b(?:we|paper|this)\b[^.]{0,60}?\b(?:propose|present|introduce|release|describe)\w*\b[^.]{0,60}?\b(?:dataset"
        + @"|corpus|benchmark|data\s+set|test\s+suite)\b",
        Options)]
    public static partial Regex Material();

    [GeneratedRegex(
        @"\blimitations?\s+(?:of|in)\s+(?:our|this|the\s+(?:proposed|present))|\b(?:our|this|the\s+proposed)\s+[^.]{0,60}?\b"
        + @"(?:is|are|remains?)\s+(?:\w+ly\s+)?(?:limited|restricted|confined)\s+to\b|\bfuture\s+(?:work|research|studies)\b"
        + @"|\bwe\s+(?:\w+ly\s+)?(?:leave|defer)\b"
        + @"|\b(?:our|the\s+proposed)\s+[^.]{0,60}?\b(?:do(?:es)?\s+not\b(?!\s+(?:require|need|rely|depend|use|assume|suffer|involve|introduce))|cannot|can\s+not|fails?|struggles?|still\s+lags?"
        + @"|falls\s+short|assumes?|requires\s+access)\b|\bat\s+the\s+(?:cost|expense|price)\s+of\b"
        + @"|\bwe\s+(?:do|did|could)\s+not\s+(?!observe|find|require|need|rely|use|assume)|\bremain(?:s|ed)?\s+(?:an\s+)?"
        + @"(?:open|a\s+challenge|challenging|to\s+be)|\bcaveat|\bshortcoming|\btrade-?offs?\s+(?:is|are|remain)|\bonly\s+"
        + @"(?:hold|valid|appl|work|tested|evaluated)|\b(?:small|limited)\s+sample\s+size|\bwe\s+(?:caution|acknowledge"
        + @"|note\s+that\s+[^.]{0,60}?not)\b|\bnot\s+(?:yet\s+)?(?:been\s+)?(?:validated|tested|evaluated)\b|\bfails?\s+(?:on"
        + @"|for|when|to)\b",
        Options)]
    public static partial Regex Limit();

    // Neither problem nor result: where the code is.
    [GeneratedRegex(@"https?://|\bcode\s+(?:is|will\s+be|and)\b|\bpublicly\s+available\b|\bopen-?sourced?\b|\bsource\s+code\b", Options)]
    public static partial Regex Availability();

    // The authors speak of what they did: the end of the background.
    [GeneratedRegex(@"\b(?:we|our|this\s+(?:paper|work|article|study|thesis)|the\s+(?:proposed|present)|here)\b", Options)]
    public static partial Regex Authors();
}
