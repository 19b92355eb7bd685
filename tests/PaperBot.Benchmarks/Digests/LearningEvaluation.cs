using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Digests.Ranking;
using PaperBot.Digests.Subscriptions;
using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Benchmarks.Digests;

/// <summary>
/// How much better digests become by votes, for each kind of taste, and how well the floor keeps out what is on no topic. Beside what is
/// measured stand what it is between: papers of the field drawn blindly, a reader who has voted on all that came, and the reader's own choice.
/// </summary>
internal static class LearningEvaluation
{
    private const int ReadersOfAnAreaAndKind = 8, WhoTellAll = 2;

    // Votes that a reader has given, and after how many digests.
    private static readonly (int Votes, int Digests)[] Steps = [(0, 0), (5, 1), (10, 2), (20, 4)];

    // Nothing in the sample is on them.
    private static readonly string[] Foreign =
        ["medieval manuscripts and palaeography", "sourdough baking", "tax law of small companies", "ballet choreography", "wine tasting", "celebrity gossip"];

    public static async Task RunAsync(IServiceProvider library, bool tuning, TextWriter output, CancellationToken cancellationToken)
    {
        var papers = library.GetRequiredService<PaperStore>().All().Select(TastePaper.Of).ToList();
        var byKey = papers.ToDictionary(paper => paper.Paper.Key);
        var frequency = papers.SelectMany(paper => paper.Words).CountBy(word => word).ToDictionary(pair => pair.Key, pair => pair.Value);
        var readers = new List<ReaderFigures>();
        foreach (var area in TasteArea.All.Where(area => area.IsForTuning == tuning))
        {
            var lastDay = papers.Where(paper => TasteLibrary.DayOf(paper.Paper) == TasteLibrary.VotingDays).ToList();
            var pool = new SearchFilter { Papers = [.. lastDay.Select(paper => paper.Paper.Key)] };
            var hits = await library.GetRequiredService<Retriever>()
                .SearchAsync(new SearchQuery(area.Topic, pool), SimulatedReader.Read, SearchMode.Hybrid, cancellationToken).ConfigureAwait(false);
            foreach (var kind in Enum.GetValues<TasteKind>())
            {
                for (var i = 0; i < ReadersOfAnAreaAndKind; i++)
                {
                    var chance = new Random(Seed(area.Category, kind, i));
                    if (HiddenTaste.Make(kind, area.Category, papers, frequency, chance) is not { } taste)
                        break;
                    var reader = new SimulatedReader(library, taste, byKey, chance);
                    readers.Add(new ReaderFigures(
                        kind, taste.Share, reader.Precision(hits.Hits.Select(hit => hit.Paper)), await reader.LiveAsync(area, cancellationToken).ConfigureAwait(false),
                        i < WhoTellAll ? await reader.TellAllAsync(area, papers, cancellationToken).ConfigureAwait(false) : null,
                        Math.Min(1, lastDay.Count(taste.Likes) / (double)SimulatedReader.Read)));
                }
            }
        }

        await output.WriteLineAsync($"{readers.Count} readers of the {(tuning ? "tuning" : "reported")} fields, {papers.Count} papers, precision of the first {SimulatedReader.Read}:").ConfigureAwait(false);
        await WriteAsync("all readers", readers, output).ConfigureAwait(false);
        foreach (var kind in readers.GroupBy(reader => reader.Kind).OrderBy(kind => kind.Key))
            await WriteAsync($"taste in {kind.Key}", [.. kind], output).ConfigureAwait(false);
        await FloorAsync(library, tuning, output, cancellationToken).ConfigureAwait(false);
    }

    private static async Task WriteAsync(string who, IReadOnlyList<ReaderFigures> readers, TextWriter output)
    {
        var before = readers.Average(reader => reader.Searched);
        await output.WriteLineAsync(
            $"{who}, {readers.Count}: {Figure(before)} by topic search alone; {Figure(readers.Average(reader => reader.Share))} of the field is liked, {Figure(readers.Average(reader => reader.ToldAll) ?? 0)} after votes on all that came, {Figure(readers.Average(reader => reader.Best))} at best").ConfigureAwait(false);
        foreach (var (votes, digests) in Steps)
        {
            var after = readers.Average(reader => reader.Digests[digests]);
            var (better, worse) = (readers.Count(reader => reader.Digests[digests] > reader.Searched), readers.Count(reader => reader.Digests[digests] < reader.Searched));
            var (low, high) = Bootstrap.Interval95(readers, drawn => (drawn.Average(reader => reader.Digests[digests]) / drawn.Average(reader => reader.Searched) - 1) * 100);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"  digest, {votes,2} votes     {Figure(after)}  {(after / before - 1) * 100,+5:+0;-0} % against search (95 %: {low:+0;-0} to {high:+0;-0}), better for {better} readers, worse for {worse}")).ConfigureAwait(false);
        }
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
    private static int Seed(string category, TasteKind kind, int reader) =>
        category.Aggregate(reader + 1, (hash, letter) => unchecked(hash * 31 + letter)) * 7 + (int)kind;

    /// <param name="Share">Of the field that is liked: what papers of it would be right that are drawn blindly.</param>
    /// <param name="Searched">The precision of a search for the topic.</param>
    /// <param name="Digests">Before any vote, and after each digest's votes.</param>
    /// <param name="ToldAll">After votes on all papers of the field that came on the days of voting; a few readers give them, it takes long.</param>
    /// <param name="Best">Of who knows the taste.</param>
    private sealed record ReaderFigures(TasteKind Kind, double Share, double Searched, IReadOnlyList<double> Digests, double? ToldAll, double Best);
}
