using PaperBot.Ingestion.Sources;
using PaperBot.Retrieval;

namespace PaperBot.Ingestion;

/// <summary>What became of the records of one run.</summary>
internal sealed class IngestionReport
{
    // A file of another kind can have millions of bad lines; the first ones tell what is wrong.
    private const int MostRejectionsKept = 1000;

    private readonly List<Rejection> _rejections = [];

    public int Added { get; private set; }

    public int Updated { get; private set; }

    public int Unchanged { get; private set; }

    public int Rejected { get; private set; }

    /// <summary>The first rejections, in the order of the source.</summary>
    public IReadOnlyList<Rejection> Rejections => _rejections;

    public int Records => Added + Updated + Unchanged + Rejected;

    internal void Reject(Rejection rejection)
    {
        Rejected++;
        if (_rejections.Count < MostRejectionsKept)
            _rejections.Add(rejection);
    }

    /// <summary>Adds what was counted elsewhere.</summary>
    internal void Count(IngestionReport other)
    {
        (Added, Updated, Unchanged) = (Added + other.Added, Updated + other.Updated, Unchanged + other.Unchanged);
        Rejected += other.Rejected;
        _rejections.AddRange(other._rejections.Take(MostRejectionsKept - _rejections.Count));
    }

    internal void Count(IReadOnlyList<StoreOutcome> outcomes)
    {
        Added += outcomes.Count(outcome => outcome == StoreOutcome.Added);
        Updated += outcomes.Count(outcome => outcome == StoreOutcome.Updated);
        Unchanged += outcomes.Count(outcome => outcome == StoreOutcome.Unchanged);
    }
}
