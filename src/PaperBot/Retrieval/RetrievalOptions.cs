using System.ComponentModel.DataAnnotations;

namespace PaperBot.Retrieval;

internal sealed class RetrievalOptions
{
    /// <summary>How many papers with the nearest sign codes are scored exactly.</summary>
    [Range(10, 10_000)]
    public int RescoredPapers { get; set; } = 400;

    /// <summary>How many papers of each kind of search are fused.</summary>
    [Range(10, 1_000)]
    public int FusedPapers { get; set; } = 100;
}
