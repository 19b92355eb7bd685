using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Charts.Maps;

/// <summary>Lays out the papers around a topic. Nothing in it is left to chance: one library and one topic make one map.</summary>
internal sealed class MapSearch(TopicSearch papers)
{
    /// <summary>Fewer make no map.</summary>
    public const int FewestPapers = 6;

    // More points than these hide each other and their names.
    private const int MostPapers = 60;

    public async Task<MapOutcome> OfAsync(string topic, SearchFilter filter, CancellationToken cancellationToken)
    {
        var found = await papers.NearestAsync(topic, filter, MostPapers, cancellationToken).ConfigureAwait(false);
        if (found.Notice == SearchNotice.MissingModel)
            return new MapOutcome.NoEmbeddings();
        var near = found.Papers.Where(paper => paper.Embedding.Length > 0).ToList();
        if (near.Count < FewestPapers)
            return new MapOutcome.TooFew(topic, near.Count, found.Library);

        var cosines = Cosines([.. near.Select(paper => paper.Embedding)]);
        var groups = PaperGroups.Of(cosines);
        var labels = new GroupTerms(topic, papers.Rarity).Of(
            [.. groups.Select(group => (IReadOnlyList<Paper>)[.. group.Select(paper => near[paper].Paper)])]);
        var groupOf = new int[near.Count];
        for (var group = 0; group < groups.Count; group++)
            foreach (var paper in groups[group])
                groupOf[paper] = group;
        var places = PlaneLayout.Of(cosines, groupOf);
        return new MapOutcome.Found(new PaperMap(
            topic,
            [
                .. near.Select((paper, i) => new MapPoint(
                    paper.Paper, places[i].X, places[i].Y, groupOf[i], ShortName.Of(paper.Paper.Title), Centrality(cosines, i, groups[groupOf[i]]))),
            ],
            [.. groups.Select((group, i) => new MapGroup(labels[i], group.Count))],
            found.Library));
    }

    private static double[,] Cosines(IReadOnlyList<ReadOnlyMemory<float>> embeddings)
    {
        var cosines = new double[embeddings.Count, embeddings.Count];
        for (var a = 0; a < embeddings.Count; a++)
        {
            for (var b = 0; b <= a; b++)
            {
                // Added one by one, in one order: a sum by lanes differs between processors in its last digits.
                var x = embeddings[a].Span;
                var y = embeddings[b].Span;
                var sum = 0.0;
                for (var i = 0; i < x.Length; i++)
                    sum += (double)x[i] * y[i];
                cosines[a, b] = cosines[b, a] = sum;
            }
        }

        return cosines;
    }

    private static double Centrality(double[,] cosines, int paper, IReadOnlyList<int> group) =>
        group.Count == 1 ? 0 : group.Where(other => other != paper).Average(other => cosines[paper, other]);
}
