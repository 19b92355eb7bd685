using System.Text.RegularExpressions;

namespace PaperBot.Answering.Extractive.Summaries;

internal static partial class AspectCues
{
    [GeneratedRegex(
        @"\bhowever\b|\bunfortunately\b|\bchalleng(?:e|es|ing)\b|\bdifficult(?:y|ies)?\b|\bremains?\b|\blacks?\b"
        + @"|\blacking\b|\bsuffers?\b|\bstruggl(?:e|es|ing)\b|\bfails?\b|\bcannot\b|\bcan\s+not\b|\bcostly\b|\bexpensive\b"
        + @"|\blimit(?:ed|s|ing|ation|ations)\b|\bpoor(?:ly)?\b|\bunclear\b|\blittle\s+is\s+known\b|\bnot\s+(?:\w+\s+)?(?:understood|known|studied"
        + @"|explored|explained|guaranteed|scale|transfer|handle)\b|\bunexplored\b|\bopen\s+(?:problem|question)|\bbottleneck|\bprohibitive"
        + @"|\bprecludes?\b|\brequires?\s+(?:a\s+)?(?:large|massive|huge|significant|enormous|the\s+reduction)"
        + @"|\bhard\b|\bconstrained\b|\bdespite\b|\balthough\b|\bneglect|\bignor|\boverlook"
        + @"|\bvulnerab|\bdegrad|\bundesir|\bscarc|\btypically\s+require|\bdrawback"
        + @"|\bimpractical|\bimpossible\b|\brisk\b|\bsensitive\s+to\b|\bhurts?\b|\bcorrupts?\b|\bconfusion\b|\bfew\s+(?:consider|of\s+them|studies|works)"
        + @"|\b(?:is|are|be)\s+beyond\b|\bslow(?:er)?\b|\bmissing\b|\bintractabl|\btoo\s+(?:much|complex|large|slow|many|costly)\b|\bsuboptimal\b|\bvague\b"
        + @"|\bunstable\b|\bcatastrophic\b|\bforgetting\b|\btime-consuming\b|\bonly\s+at\s+small\s+scale\b|\bimprecise\b|(?<!without\s)\bsacrific"
        + @"|\btrade(?:s)?[\s-]offs?\b|\bcompromis"
        + @"|\boverhead\b|\bpoint\s+estimates\b|\bimposes?\b|\bhinders?\b|\bill-posed\b|\bdisputed\b|\bdebated?\b|\bpuzzl|\bparadox|\btensions?\b|\binsufficient\b|\binadequate\b",
        Options)]
    public static partial Regex Trouble();

    // Half a sign: "problem" is also what is solved, and "but" joins anything.
    [GeneratedRegex(@"(?<!without\s(?:any\s)?)\bproblems?\b|\bissues?\b|\byet\b|\bbut\b|\btypically\b|\busually\b|\boften\b|\bwhile\b|\bconfined\b|\bcost\b", Options)]
    public static partial Regex Hint();

    // Sharper: what others cannot do.
    [GeneratedRegex(
        @"\b(?:existing|current|previous|prior|earlier|most|many|traditional|conventional|standard|state-of-the-art|recent|these|such"
        + @"|but)\b[^.]{0,90}?\b(?:fail|lack|suffer|require|limit|ignore|cannot|can\s+not|do\s+not|does\s+not|not|unable"
        + @"|struggle|neglect|expensive|costly|overlook|assume|difficult|precludes?|unexplored|only|few)"
        + @"|^(?:however|unfortunately|yet|but|despite|although|nevertheless)\b",
        Options)]
    public static partial Regex Gap();

    // What is asked for and why.
    [GeneratedRegex(
        @"\b(?:are|is|was)\s+(?:\w+ly\s+)?(?:wanted|needed|desirable|desired|called\s+for|disputed|debated|unknown|of\s+(?:great|growing)\s+need)\b"
        + @"|\b(?:need|needs|needed|demand|demands|demanding|request|call|calls|desire)\s+(?:for|to|in)\b|\braises?\s+the\s+question|\bopen\s+(?:question|problem)|\b(?:un)?clear\s+(?:whether|how|why)\b"
        + @"|\bwhether\b|\b(?:crucial|essential|critical|necessary|important|vital)\s+(?:to|that|for|problem|task|step|question|challenge)\b|\bthe\s+(?:question|challenge)\s+(?:is|of)\b"
        + @"|\bwould\s+benefit\b|\bshould\s+(?:be|save)\b|\bit\s+is\s+(?:not\s+known|unknown|important|crucial)\b|\bto\s+understand\s+how\b|\bmotivat(?:es|ed)\b",
        Options)]
    public static partial Regex Need();
}
