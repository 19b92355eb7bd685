using System.Numerics.Tensors;
using Microsoft.Data.Sqlite;
using PaperBot.Digests.Feedback;
using PaperBot.Storage;

namespace PaperBot.Digests.Ranking;

/// <summary>A paper that readers liked.</summary>
internal sealed record LikedPaper(long Id, string Title, float[] Vector);

/// <summary>What the verdicts on a subscription's papers teach.</summary>
/// <param name="Taste">Null while nothing was judged that has an embedding.</param>
/// <param name="Liked">The last first.</param>
internal sealed record Judgements(Taste? Taste, IReadOnlyList<LikedPaper> Liked)
{
    public static readonly Judgements None = new(null, []);

    // The last ones, as tastes change; as many as are learned from in a tenth of a second.
    private const int MostVerdicts = 300;

    public static Judgements Read(SqliteConnection connection, Aim aim, IReadOnlyList<GivenVerdict> verdicts)
    {
        if (aim.Model is null || verdicts.Count == 0)
            return None;
        var judged = verdicts.TakeLast(MostVerdicts)
            .Select(given => (Id: PaperId(connection, given), given.Verdict, given.At)).Where(given => given.Id > 0)
            .GroupBy(given => given.Id).OrderBy(paper => paper.Key).ToList();
        var pool = PaperPool.Read(connection, aim.Model, judged.Select(paper => paper.Key));
        var (lessons, liked) = (new List<Lesson>(), new List<(LikedPaper Paper, DateTimeOffset At)>());
        for (var i = 0; i < judged.Count; i++)
        {
            var vector = new float[pool.Dimensions];
            if (!pool.TryDecode(i, vector))
                continue;
            var feature = Centred(vector, aim.Model.Mean);
            var (pro, contra) = (judged[i].Sum(given => Pro(given.Verdict)), judged[i].Count(given => given.Verdict == Verdict.ThumbsDown));
            if (pro > 0)
                lessons.Add(new Lesson(feature, IsLiked: true, pro));
            if (contra > 0)
                lessons.Add(new Lesson(feature, IsLiked: false, contra));
            if (pro > contra)
                liked.Add((new LikedPaper(judged[i].Key, Title(connection, judged[i].Key), vector), judged[i].Max(given => given.At)));
        }

        return new Judgements(Taste.Learn(lessons), [.. liked.OrderByDescending(each => each.At).ThenBy(each => each.Paper.Id).Select(each => each.Paper)]);
    }

    /// <summary>An embedding about the mean of the library's, of length 1: most of what all papers have in common is gone.</summary>
    public static float[] Centred(ReadOnlySpan<float> vector, float[] mean)
    {
        var feature = new float[vector.Length];
        TensorPrimitives.Subtract(vector, mean, feature);
        var norm = TensorPrimitives.Norm<float>(feature);
        if (norm > 0)
            TensorPrimitives.Divide(feature, norm, feature);
        return feature;
    }

    /// <summary>How much a verdict speaks for a paper. A question may as well be a doubt.</summary>
    private static float Pro(Verdict verdict) => verdict switch { Verdict.ThumbsUp => 1, Verdict.Saved => 1, Verdict.AskedAbout => 0.5f, _ => 0 };

    private static long PaperId(SqliteConnection connection, GivenVerdict given) =>
        connection.Count("SELECT paper_id FROM paper_keys WHERE key = $key", ("$key", given.Paper.Value));

    private static string Title(SqliteConnection connection, long paper) =>
        connection.Query("SELECT title FROM papers WHERE id = $id", row => row.GetString(0), ("$id", paper)).FirstOrDefault("");
}
