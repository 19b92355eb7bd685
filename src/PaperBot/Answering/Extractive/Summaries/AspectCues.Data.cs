using System.Text.RegularExpressions;

namespace PaperBot.Answering.Extractive.Summaries;

internal static partial class AspectCues
{
    /// <summary>How many: in digits or spelled out.</summary>
    private const string Count = @"(?:\d[\d,.]{0,20}(?:\s*(?:k|m|t|b|million|billion|thousand))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|dozens\s+of|hundreds\s+of|thousands\s+of|millions\s+of)";

    private const string Sets = @"(?:data\s?sets?|datasets?|benchmarks?|benchmark\s+suites?|corpus|corpora|test\s+suites?|data\s?bases?|image\s+collections?)(?:\s+(?:datasets?|suites?|tasks?))?";

    // Sets that a field knows by name. Case counts: "coco" and "glue" are also words.
    [GeneratedRegex(
        @"\b(?:(?:Tiny|Mini|mini|Down\w*)?[\s-]?ImageNet(?:-?\w+)?|i?CIFAR-?\s?10{1,2}s?\b|[\w-]{0,30}MN[Ii][Ss][Tt]\b|(?:MS-?\s?)?COCO\b|(?:Super)?GLUE\b|SQuAD\b|WMT\s?'?\d*|IWSLT\s?\d*"
        + @"|WikiText(?:-\d+)?|Penn\s+Tree[Bb]ank|LibriSpeech|Libri\dMix|WSJ0?[\w/-]*|KITTI|Cityscapes|ShapeNet|ModelNet\d*|OGB[\w-]*|MMLU|C4\b|Kinetics(?:-\d+)?|UCF-?101"
        + @"|Atari(?:\s?2600)?|MuJoCo|UCI\b|MIMIC(?:-\w+)?|GSM8K|HumanEval|TIMIT|SVHN|STL-?10|CelebA(?:-HQ)?|FFHQ|LSUN|Omniglot|ADE20K|PASCAL\s+VOC|VTAB|NAS-Bench[\w-]*"
        + @"|Spiking\s+Heidelberg(?:\s+\w+)?|Google\s+Speech\s+Commands|Taskonomy|MovieLens|Criteo|Avazu|Galaxy10(?:\s+\w+)?|SSE\s+Composite\s+Index|NIFTY(?:\s?50)?|S&P\s?500"
        + @"|Cora\b|CiteSeer|Reddit\b|BraTS|ChestX-?ray\w*|NuScenes|nuScenes|Waymo\s+Open|Argoverse|ScanNet|NYUv2|DIV2K|VoxCeleb\d?|AudioSet|MS\s?MARCO|TREC\b|BEIR\b|HotpotQA|TriviaQA|SDSS\b|Gaia\s+DR\d)",
        RegexOptions.None)]
    public static partial Regex KnownSet();

    // A name before the kind of thing: "the Galaxy10 DECals dataset", "the Enron corpus".
    [GeneratedRegex(@"\b(?-i:(?!On\b|Across\b|In\b|For\b|With\b|Using\b|The\b|This\b|These\b|Those\b|Our\b|Extensive\b|Experiments\b|Several\b|Many\b|Real\b|Two\b|Three\b|Four\b|Existing\b|Public\b|An?\b|All\b|Each\b|Such\b|New\b|Large\b|Most\b|Some\b|Other\b)[A-Z][\w+/!&-]{0,60})(?:\s(?-i:[A-Z0-9][\w+/&-]{0,60})){0,8}\s(?:[a-z-]+\s){0,1}?(?:" + Sets + @"|records|catalog(?:ue)?s?|survey\s+data)\b|\b(?-i:[A-Z][\w&]+\s){1,3}(?-i:Dataset|Corpus|Benchmark|Challenge)\b", Options)]
    public static partial Regex NamedSet();

    // "three billion-scale datasets", "all 12 standard benchmarks".
    [GeneratedRegex(@"\b" + Count + @"\s+(?:[\w-]+,?\s+){0,4}?" + Sets + @"\b|\b" + Count + @"\s+(?:[\w-]+\s+){0,3}?(?:representative|benchmark|standard|classification|regression|downstream|long-context|synthetic)\s+(?:[\w-]+\s+){0,3}?(?:tasks|problems)\b", Options)]
    public static partial Regex CountedSets();

    // "several public datasets": little, but it is what the abstract says.
    [GeneratedRegex(
        @"\b(?:several|multiple|various|many|different|real-world|real\s+world|real|public|publicly\s+available|open|synthetic|simulated|standard|popular|extensive|diverse|production|in-house|industrial|clinical|generic|customized|benchmark)"
        + @"\s+(?:[\w-]+,?\s+|and\s+){0,4}?" + Sets + @"\b|\b(?:real-world|simulated|synthetic|real|in-house|observational|historical|clinical|archival|sensor|satellite|survey)\s+(?:and\s+[\w-]+\s+)?data\b",
        Options)]
    public static partial Regex SomeSets();

    // "17736 labeled images", "214 participants", "the handwriting of 10 users".
    [GeneratedRegex(
        @"\b" + Count + @"\s+(?:(?!datasets?\b)[\w-]+\s+){0,3}?(?:examples|images|patients|participants|samples|sentences|documents|pairs|questions|users|subjects|volunteers|students|children|adults|respondents"
        + @"|videos|papers|records|recordings|articles|conversations|dialogues|utterances|galaxies|stars|spectra|tokens|tweets|posts|reviews|annotations|annotators|clips|scans|speakers|women|men|schools|countries)\b"
        + @"|\bhours\s+of\s+(?:speech|audio|video|recordings)\b|\b(?:consecutive|enrolled|recruited)\s+(?:[\w-]+\s+){0,2}(?:patients|participants|subjects|volunteers)\b",
        Options)]
    public static partial Regex Samples();

    // "from December 29, 2014 to July 31, 2020", of data that were taken then.
    [GeneratedRegex(
        @"\b(?:from|between|during|for\s+the\s+(?:period|years)|of\s+the\s+years?|up\s+to|till|until|since|over|period|in)\s+(?:the\s+(?:period|years)\s+)?(?:of\s+|from\s+)?(?:[A-Z][a-z]+\s+)?(?:\d{1,2},?\s+)?(?:19|20)\d\d\s*(?:to|till|until|through|and|–|-)+\s*(?:[A-Z][a-z]+\s+)?(?:\d{1,2},?\s+)?(?:19|20)\d\d\b",
        Options)]
    public static partial Regex Period();

    [GeneratedRegex(
        @"\b(?:we|authors?|paper|study|work)\b[^.]{0,60}?\b(?:propose|present|introduce|release|describe|collect|gather|annotate|crawl|compile|curate|contribute|construct|create|build)\w*\s+(?:[\w-]+\s+){0,6}?" + Sets + @"\b"
        + @"|\b(?:collected|gathered|recorded|annotated|crawled|sampled|obtained|acquired|drawn|taken)\s+(?:from|by|with|at|in|on)\b[^.]{0,60}?\b(?:data|images|samples|patients|participants|users|hospitals?|telescopes?|observations|recordings|corpus|sensors?)\b"
        + @"|\b(?:using|use|used|from|with|analy[sz]e|analy[sz]ing|based\s+on)\s+(?:the\s+|our\s+)?(?:[\w-]+\s+){0,4}?(?:data|observations|recordings|surveys?|interviews|photometry|spectroscopy|index\s+values)\s+(?:from|of|collected|taken|obtained|gathered|with|by|containing)\b",
        Options)]
    public static partial Regex Collected();

    // Years are of data only where there is something that could have been taken then.
    [GeneratedRegex(@"\b(?:data|records|prices|index|values|observations|observed|survey|cohort|tweets|articles|papers|patients|cases|publications|series|measurements)\b", Options)]
    public static partial Regex Dated();

    // What was done with it: on its own no name of any data.
    [GeneratedRegex(
        @"\b(?:trained|tested|test|evaluated|evaluate|validated|validate|fitted|pre-?trained|fine-?tuned|experiments?|prototype|applied|verified|demonstrated)\b[^.;]{0,80}?\b(?:on|with|using|from|over|for|across)\b|^(?:on|across|for|in|with)\s",
        Options)]
    public static partial Regex TriedOn();
}
