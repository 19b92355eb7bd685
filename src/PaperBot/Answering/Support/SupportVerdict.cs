using PaperBot.Papers;

namespace PaperBot.Answering.Support;

/// <summary>Whether the cited abstracts bear a sentence.</summary>
/// <param name="Failure">Why not; null when they do.</param>
/// <param name="Paper">The cited paper that says it, or comes nearest; null when none was cited.</param>
/// <param name="Quote">The verbatim sentence of that paper's abstract that is nearest in meaning; empty without one.</param>
/// <param name="Similarity">Of the sentence and the quote, by their embeddings: -1 to 1.</param>
internal sealed record SupportVerdict(SupportFailure? Failure, Paper? Paper, string Quote, double Similarity)
{
    public bool IsSupported => Failure is null;
}

internal enum SupportFailure
{
    /// <summary>The sentence cites nothing.</summary>
    NoCitation,

    /// <summary>It cites a key that was not handed out.</summary>
    UnknownCitation,

    /// <summary>The cited paper has no abstract.</summary>
    NoAbstract,

    /// <summary>A number, a percentage or a unit of it is not in the cited abstract.</summary>
    Number,

    /// <summary>A name of it (a method, a data set, a person) is not in the cited abstract.</summary>
    Name,

    /// <summary>It denies what the abstract states, or the other way round.</summary>
    Negation,

    /// <summary>It turns a comparison or a direction round: more for less, better for worse.</summary>
    Direction,

    /// <summary>No sentence of the abstract is near in meaning.</summary>
    Meaning,
}
