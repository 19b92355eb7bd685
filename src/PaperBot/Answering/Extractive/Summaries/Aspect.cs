namespace PaperBot.Answering.Extractive.Summaries;

/// <summary>What a sentence of an abstract tells about its paper.</summary>
internal enum Aspect
{
    /// <summary>Background, availability of code, outlook: nothing that a summary shows.</summary>
    None,
    Problem,
    Approach,
    Data,
    Results,
    Limits,
}

internal static class Aspects
{
    /// <summary>In the order that people read them.</summary>
    public static IReadOnlyList<Aspect> Shown { get; } = [Aspect.Problem, Aspect.Approach, Aspect.Data, Aspect.Results, Aspect.Limits];

    /// <summary>As summaries and comparisons spell it.</summary>
    public static string Name(Aspect aspect) => aspect switch
    {
        Aspect.Problem => "problem",
        Aspect.Approach => "approach",
        Aspect.Data => "data",
        Aspect.Results => "results",
        Aspect.Limits => "limits",
        _ => "other",
    };
}
