namespace PaperBot.Benchmarks.Digests;

/// <summary>How far a figure would be off with other readers of the same kind (Efron 1979). The same in every run.</summary>
internal static class Bootstrap
{
    private const int Draws = 2_000;

    /// <returns>Between which 95 % of the figures are, of as many readers drawn from them again and again.</returns>
    public static (double Low, double High) Interval95<T>(IReadOnlyList<T> readers, Func<IReadOnlyList<T>, double> figure)
    {
        var chance = new Random(1);
        var drawn = Enumerable.Range(0, Draws).Select(_ => figure([.. readers.Select(_ => readers[chance.Next(readers.Count)])])).Order().ToList();
        return (drawn[Draws / 40], drawn[Draws - 1 - Draws / 40]);
    }
}
