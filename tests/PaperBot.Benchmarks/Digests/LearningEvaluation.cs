using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Digests.Ranking;
using PaperBot.Digests.Subscriptions;
using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Benchmarks.Digests;

/// <summary>How much better digests become by votes, and how well the floor keeps out what is on no topic.</summary>
internal static class LearningEvaluation
{
    private const int ReadersOfAnArea = 8;

    // Nothing in the sample is on them.
    private static readonly string[] Foreign =
        ["medieval manuscripts and palaeography", "sourdough baking", "tax law of small companies", "ballet choreography", "wine tasting", "celebrity gossip"];

    public static async Task RunAsync(IServiceProvider library, bool tuning, TextWriter output, CancellationToken cancellationToken)
    {
        var papers = library.GetRequiredService<PaperStore>().All().Select(TastePaper.Of).ToList();
        var byKey = papers.ToDictionary(paper => paper.Paper.Key);
        var frequency = papers.SelectMany(paper => paper.Words).CountBy(word => word).ToDictionary(pair => pair.Key, pair => pair.Value);
        var (searched, read) = (new List<double>(), new List<List<double>>());
        foreach (var area in TasteArea.All.Where(area => area.IsForTuning == tuning))
        {
            var pool = new SearchFilter { Papers = [.. papers.Where(paper => TasteLibrary.DayOf(paper.Paper) == TasteLibrary.VotingDays).Select(paper => paper.Paper.Key)] };
            var hits = await library.GetRequiredService<Retriever>()
                .SearchAsync(new SearchQuery(area.Topic, pool), SimulatedReader.Read, SearchMode.Hybrid, cancellationToken).ConfigureAwait(false);
            for (var i = 0; i < ReadersOfAnArea; i++)
            {
                var chance = new Random(HashCode(area.Category, i));
                var reader = new SimulatedReader(library, HiddenTaste.Make(area.Category, papers, frequency, chance), byKey, chance);
                searched.Add(reader.Precision(hits.Hits.Select(hit => hit.Paper)));
                read.Add(await reader.LiveAsync(area, cancellationToken).ConfigureAwait(false));
            }
        }

        await output.WriteLineAsync($"{read.Count} readers of the {(tuning ? "tuning" : "reported")} fields, {papers.Count} papers, precision of the first {SimulatedReader.Read}:").ConfigureAwait(false);
        var before = searched.Average();
        await output.WriteLineAsync($"  topic search alone   {Figure(before)}").ConfigureAwait(false);
        foreach (var (votes, digests) in new[] { (0, 0), (5, 1), (10, 2), (20, 4) })
        {
            var after = read.Average(precisions => precisions[digests]);
            var better = read.Index().Count(reader => reader.Item[digests] > searched[reader.Index]);
            var worse = read.Index().Count(reader => reader.Item[digests] < searched[reader.Index]);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"  digest, {votes,2} votes     {Figure(after)}  {(after / before - 1) * 100,+5:+0;-0} % against search, better for {better} readers, worse for {worse}")).ConfigureAwait(false);
        }

        await FloorAsync(library, tuning, output, cancellationToken).ConfigureAwait(false);
    }

    private static async Task FloorAsync(IServiceProvider library, bool tuning, TextWriter output, CancellationToken cancellationToken)
    {
        await output.WriteLineAsync($"papers of the last day that reach {DigestSelection.UsualMinimum.ToString(CultureInfo.InvariantCulture)}, the usual minimum, of 200 at most:").ConfigureAwait(false);
        foreach (var (topic, field) in TasteArea.All.Where(area => area.IsForTuning == tuning).Select(area => (area.Topic, (string?)area.Category)).Concat(Foreign.Select(topic => (topic, (string?)null))))
        {
            var subscription = new Subscription(
                0, "C1", "U1", new Interest([topic], [], [], []), new Timing("0 9 * * *", "UTC"), 200, DigestSelection.UsualMinimum, TasteLibrary.FirstDay, null);
            var day = TasteLibrary.FirstDay.AddDays(TasteLibrary.VotingDays);
            var digest = await library.GetRequiredService<DigestSelection>().SelectAsync(subscription, day, day.AddDays(1), cancellationToken).ConfigureAwait(false);
            var best = (await library.GetRequiredService<DigestSelection>().SelectAsync(
                subscription with { Most = 1, MinimumScore = 0 }, day, day.AddDays(1), cancellationToken).ConfigureAwait(false)).Items is [var first] ? first : null;
            var ofField = field is null ? "" : $", {digest.Items.Count(item => item.Paper.Categories.Contains(field))} of its field";
            await output.WriteLineAsync($"  {digest.Items.Count,3}{ofField} of {digest.Candidates}: {topic}; the best has {Figure(best?.Score ?? 0)}, {best?.Why}").ConfigureAwait(false);
        }
    }

    private static string Figure(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>The same in every run, unlike <see cref="string.GetHashCode()"/>.</summary>
    private static int HashCode(string category, int reader) => category.Aggregate(reader + 1, (hash, letter) => unchecked(hash * 31 + letter));
}
