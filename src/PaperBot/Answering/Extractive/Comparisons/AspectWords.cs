using System.Collections.Frozen;
using PaperBot.Answering.Extractive.Summaries;

namespace PaperBot.Answering.Extractive.Comparisons;

/// <summary>What people mean by an aspect that they name: one of the usual five, or words to look for.</summary>
internal static class AspectWords
{
    private static readonly FrozenDictionary<string, Aspect> Usual = new Dictionary<string, Aspect>(StringComparer.OrdinalIgnoreCase)
    {
        ["problem"] = Aspect.Problem,
        ["problems"] = Aspect.Problem,
        ["motivation"] = Aspect.Problem,
        ["challenge"] = Aspect.Problem,
        ["gap"] = Aspect.Problem,
        ["approach"] = Aspect.Approach,
        ["approaches"] = Aspect.Approach,
        ["method"] = Aspect.Approach,
        ["methods"] = Aspect.Approach,
        ["contribution"] = Aspect.Approach,
        ["data"] = Aspect.Data,
        ["results"] = Aspect.Results,
        ["result"] = Aspect.Results,
        ["findings"] = Aspect.Results,
        ["finding"] = Aspect.Results,
        ["limits"] = Aspect.Limits,
        ["limit"] = Aspect.Limits,
        ["limitations"] = Aspect.Limits,
        ["limitation"] = Aspect.Limits,
        ["caveats"] = Aspect.Limits,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // Each line a ring of words that stand in for one another when a person asks for the first.
    private static readonly FrozenDictionary<string, FrozenSet<string>> Rings = new[]
    {
        "memory ram footprint storage gb mb gigabytes megabytes",
        "cost costs compute computation computational budget flops expensive cheap cheaper overhead hours",
        "training train trained trains pretraining pretrained pretrain finetuning",
        "inference inferences decoding serving prediction",
        "speed fast faster speedup latency throughput runtime seconds slower accelerate",
        "time seconds minutes hours days latency runtime faster",
        "latency delay milliseconds ms seconds speed runtime",
        "dataset datasets corpus corpora benchmark benchmarks",
        "benchmark benchmarks dataset datasets suite",
        "metric metrics accuracy f1 bleu rouge auc recall precision perplexity score scores error rmse ndcg map",
        "accuracy accurate f1 error precision correct",
        "size parameters parameter million billion large small",
        "language languages multilingual crosslingual english chinese german french",
        "code github source software implementation repository",
        "energy power watt watts carbon emissions electricity",
        "hardware gpu gpus cpu cpus tpu tpus device devices accelerator",
        "baseline baselines outperform outperforms compared comparison",
        "model models architecture network networks",
        "task tasks problem problems",
        "evaluation evaluate evaluated evaluations experiments benchmark",
        "robustness robust adversarial perturbations noise",
        "theory theoretical theorem prove proof bound bounds guarantee guarantees",
        "participants participant patients subjects users volunteers annotators",
        "limitation limitations limited shortcoming caveat",
    }.ToFrozenDictionary(ring => Words.Stem(ring[..ring.IndexOf(' ', StringComparison.Ordinal)]), SentenceCues.Stems, StringComparer.Ordinal);

    private static readonly FrozenSet<string> Small = SentenceCues.Stems("the a an of on in for to and or used its their with by");

    /// <returns>Null for an aspect that is not one of the usual five.</returns>
    public static Aspect? Known(string aspect) => Usual.TryGetValue(aspect.Trim(), out var known) ? known : null;

    /// <returns>For each word of the aspect the stems that count as it; empty when the aspect holds no word to look for.</returns>
    public static IReadOnlyList<FrozenSet<string>> Sought(string aspect) =>
    [
        .. Words.Of(aspect)
            .Select(Words.Stem)
            .Where(stem => !Small.Contains(stem))
            .Distinct(StringComparer.Ordinal)
            .Select(stem => Rings.TryGetValue(stem, out var ring) ? ring : new[] { stem }.ToFrozenSet(StringComparer.Ordinal)),
    ];
}
