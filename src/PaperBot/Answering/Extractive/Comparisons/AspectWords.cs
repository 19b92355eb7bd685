using System.Collections.Frozen;
using System.Text.RegularExpressions;
using PaperBot.Answering.Extractive.Summaries;

namespace PaperBot.Answering.Extractive.Comparisons;

/// <summary>What people mean by an aspect that they name: one of the usual five, or words to look for.</summary>
internal static partial class AspectWords
{
    private static readonly FrozenDictionary<string, Aspect> Usual = new (Aspect Aspect, string Words)[]
    {
        (Aspect.Problem, "problem problems motivation challenge challenges gap"),
        (Aspect.Approach, "approach approaches method methods methodology contribution contributions technique idea model architecture"),
        (Aspect.Data, "data dataset datasets data-set data-sets corpus corpora benchmark benchmarks"),
        (Aspect.Results, "result results finding findings outcome outcomes"),
        (Aspect.Limits, "limit limits limitation limitations caveat caveats weaknesses shortcomings"),
    }.SelectMany(pair => pair.Words.Split(' ').Select(word => KeyValuePair.Create(word, pair.Aspect))).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // Each line a ring of words that stand in for one another when a person asks for the first of them. Words as written, for
    // stems say too much: "precise" is no precision, nor "powerful" power.
    private static readonly FrozenDictionary<string, FrozenSet<string>> Rings = new[]
    {
        "memory ram footprint gb mb gigabytes megabytes",
        "storage disk footprint",
        "cost costs costly compute computation computational budget budgets flops expensive cheap cheaper overhead",
        "training train trained trains pretraining pretrained pretrain finetuning retraining",
        "inference inferences decoding serving",
        "speed speeds fast faster quicker speedup speedups latency throughput accelerate accelerates accelerated",
        "time times seconds minutes hours faster quicker",
        "latency latencies millisecond ms",
        "metric metrics accuracy f1 bleu rouge auc recall precision perplexity rmse ndcg mse correlation",
        "accuracy accuracies accurate f1 auc precision",
        "error errors rmse mse",
        "size sizes parameters million billion",
        "parameter parameters",
        "language languages multilingual crosslingual english chinese german french",
        "energy power watt watts carbon emissions electricity",
        "hardware gpu gpus cpu cpus tpu tpus device devices accelerator accelerators macro",
        "baseline baselines outperform outperforms outperformed beat beats surpass surpasses compared",
        "task tasks",
        "evaluation evaluate evaluated evaluations experiments experiment",
        "robustness robust adversarial",
        "theory theories theoretical theoretically theorem theorems prove proves proof bound bounds",
        "guarantee guarantees guaranteed theorem proof",
        "participants participant patients subjects users volunteers annotators",
        "interpretability interpretable explainability explainable explanations",
        "scalability scalable scaling scales scaled",
        "generalization generalisation generalize generalizes generalise generalises transfer transferable",
        "complexity quadratic quadratically cubic exponential linearithmically",
        "supervision supervised unsupervised",
        "compression compress compresses compressed pruning",
        "convergence converge converges converged",
    }.ToFrozenDictionary(ring => Words.Stem(ring[..ring.IndexOf(' ', StringComparison.Ordinal)]), ring => ring.Split(' ').ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    private static readonly FrozenSet<string> Small = SentenceCues.Stems("the a an of on in for to and or used its their with by how what which is are");

    /// <returns>Null for an aspect that is not one of the usual five.</returns>
    public static Aspect? Known(string aspect) => Usual.TryGetValue(aspect.Trim(), out var known) ? known : null;

    /// <summary>Whether the aspect asks where the code is, which no other word tells.</summary>
    public static bool AsksForCode(string aspect) => Code().IsMatch(aspect.Trim());

    /// <returns>For each word of the aspect a test of a word of a sentence; empty when the aspect holds no word to look for.</returns>
    public static IReadOnlyList<Predicate<string>> Sought(string aspect) =>
    [
        .. Words.Of(aspect)
            .Select(Words.Stem)
            .Where(stem => !Small.Contains(stem))
            .Distinct(StringComparer.Ordinal)
            .Select(stem => Rings.TryGetValue(stem, out var ring) ? new Predicate<string>(ring.Contains) : word => Words.Stem(word) == stem),
    ];

    /// <summary>Whether the aspect is a property that every method has, so that what the abstract says of other methods is no answer.</summary>
    public static bool IsProperty(string aspect) => Words.Of(aspect).Select(Words.Stem).Any(Rings.ContainsKey);

    /// <returns>The sentence with blanks where a word of the aspect is part of a set phrase that means something else.</returns>
    public static string WithoutIdioms(string sentence) => Idiom().Replace(sentence, match => new string(' ', match.Length));

    [GeneratedRegex(@"^(?:source\s+)?(?:code|software|implementation|repository|github)(?:\s+availability)?$|^availability$", RegexOptions.IgnoreCase)]
    private static partial Regex Code();

    [GeneratedRegex(
        @"\b(?:long\s+)?(?:long-?\s?|and\s)?short-term\s+memory|\bmemory\s+(?:networks?|controllers?)|\bin-memory\s+computing|\b(?:long-range|associative|episodic|working|resistive)\s+memory|(?<!\b(?:more|most|less|highly|as)\s)accurate\b"
        + @"|\b(?:control|shared?|its|the)\s+parameters|\bparameter[\s-](?:sharing|space|efficien\w+)|\btime[\s-](?:series|windows?|steps?|scales?|points?|domain|independent)|\btimesteps?|\b(?:first|same|continuous|real|discrete|over|test|at\s+a|long|each)[\s-]times?\b|\b(?:across|in)\s+time\b"
        + @"|\bcost\s+function(?:al)?s?|\bfunctional\s+cost|\b(?:large\s+|vision-|pre-?trained\s+|statistical\s+)?language[\s-]model(?:s|ing|ling)?|\bvision-language|\bnatural\s+language|\bgraphical\s+language|\bprogramming\s+languages?"
        + @"|\b(?:expressive|predictive|discriminative|statistical|representational|representation|modeling)\s+power|\bpower[\s-]laws?|\bpower\s+of|\bfree\s+energy|\benergy\s+function|\bsignal-to-noise|\btask-agnostic"
        + @"|\bthe\s+speed\s+of\s+light|\b(?:solution|function|linear|differential)\s+operators?\s+accelerat\w+",
        RegexOptions.IgnoreCase)]
    private static partial Regex Idiom();
}
