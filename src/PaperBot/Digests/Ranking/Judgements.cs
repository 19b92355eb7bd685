using System.Numerics.Tensors;
using Microsoft.Data.Sqlite;
using PaperBot.Digests.Feedback;
using PaperBot.Storage;

namespace PaperBot.Digests.Ranking;

/// <summary>A paper that readers liked.</summary>
internal sealed record LikedPaper(long Id, string Title, float[] Vector);

/// <summary>What the verdicts on a subscription's papers teach.</summary>
/// <param name="Taste">Null while nothing was judged that the library has.</param>
/// <param name="Filing">What each category tells to it.</param>
/// <param name="Liked">The last first; those with an embedding.</param>
internal sealed record Judgements(Taste? Taste, FilingRarity Filing, IReadOnlyList<LikedPaper> Liked)
{
    public static readonly Judgements None = new(null, new FilingRarity([]), []);

    // The last ones, as tastes change; as many as are learned from in a tenth of a second.
    private const int MostVerdicts = 300;

    /// <param name="onInterest">See <see cref="FilingRarity"/>.</param>
    public static Judgements Read(
        SqliteConnection connection, Aim aim, IReadOnlyList<GivenVerdict> verdicts, IEnumerable<(string Categories, double Papers)> onInterest)
    {
        if (verdicts.Count == 0)
            return None;
        var judged = verdicts.TakeLast(MostVerdicts)
            .Select(given => (Id: PaperId(connection, given), given.Verdict, given.At)).Where(given => given.Id > 0)
            .GroupBy(given => given.Id).OrderBy(paper => paper.Key).ToList();
        var pool = PaperPool.Read(connection, aim.Model, judged.Select(paper => paper.Key));
        var described = judged.ConvertAll(paper => Described(connection, paper.Key));
        var filing = new FilingRarity([.. onInterest, .. described.Select(paper => (paper.Categories, 1.0))]);
        var (lessons, liked) = (new List<Lesson>(), new List<(LikedPaper Paper, DateTimeOffset At)>());
        for (var i = 0; i < judged.Count; i++)
        {
            var (vector, feature) = (new float[pool.Dimensions], new float[pool.Dimensions]);
            var embedded = pool.TryDecode(i, vector);
            if (embedded)
                Centre(vector, aim.Model!.Mean, feature);
            var traits = new Traits(embedded ? feature : [], filing.Of(described[i].Categories));
            var (pro, contra) = (judged[i].Sum(given => Pro(given.Verdict)), judged[i].Count(given => given.Verdict == Verdict.ThumbsDown));
            if (pro > 0)
                lessons.Add(new Lesson(traits, IsLiked: true, pro));
            if (contra > 0)
                lessons.Add(new Lesson(traits, IsLiked: false, contra));
            if (pro > contra && embedded)
                liked.Add((new LikedPaper(judged[i].Key, described[i].Title, vector), judged[i].Max(given => given.At)));
        }

        return new Judgements(Taste.Learn(lessons), filing, [.. liked.OrderByDescending(each => each.At).ThenBy(each => each.Paper.Id).Select(each => each.Paper)]);
    }

    /// <summary>Takes an embedding about the mean of the library's, to length 1: most of what all papers have in common is gone.</summary>
    public static void Centre(ReadOnlySpan<float> vector, float[] mean, Span<float> feature)
    {
        TensorPrimitives.Subtract(vector, mean, feature);
        var norm = TensorPrimitives.Norm<float>(feature);
        if (norm > 0)
            TensorPrimitives.Divide(feature, norm, feature);
    }

    /// <summary>How much a verdict speaks for a paper. A question may as well be a doubt.</summary>
    private static float Pro(Verdict verdict) => verdict switch { Verdict.ThumbsUp => 1, Verdict.Saved => 1, Verdict.AskedAbout => 0.5f, _ => 0 };

    private static long PaperId(SqliteConnection connection, GivenVerdict given) =>
        connection.Count("SELECT paper_id FROM paper_keys WHERE key = $key", ("$key", given.Paper.Value));

    private static (string Title, string Categories) Described(SqliteConnection connection, long paper) =>
        connection.Query("SELECT title, categories FROM papers WHERE id = $id", row => (row.GetString(0), row.GetString(1)), ("$id", paper)).FirstOrDefault(("", "[]"));
}
