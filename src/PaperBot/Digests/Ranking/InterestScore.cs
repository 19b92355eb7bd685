using System.Numerics.Tensors;
using Microsoft.Data.Sqlite;

namespace PaperBot.Digests.Ranking;

/// <summary>How far a paper is what a subscription names, before anything is known of its readers' taste.</summary>
/// <param name="Value">A probability.</param>
/// <param name="Topic">Which topic fits best, and how well; -1 for none.</param>
/// <param name="Seed">Which seed paper it is most like, and how much; -1 for none.</param>
/// <param name="Author">The author that was asked for; null for none.</param>
internal readonly record struct InterestScore(float Value, int Topic, float TopicValue, int Seed, float SeedValue, string? Author)
{
    // Scaled cosines at which a topic, or a paper, is as likely meant as not, and over how much that turns. `PaperBot.Benchmarks digests
    // learning` shows which papers of the arXiv sample topics reach, and that topics which it has nothing on reach next to none.
    private const float TopicMiddle = 0.34f, SeedMiddle = 0.45f, TopicWidth = 0.07f, SeedWidth = 0.08f;

    // What all words of a topic add, in logits; and what words tell by themselves, of none and of all.
    private const float Words = 2, NoWord = -3, AllWords = 4.5f;

    // Who asks for an author wants all that they write. Who asks for a category alone has said nothing against any paper in it, old ones included.
    private const float AuthorValue = 0.9f, AnyValue = 0.65f;

    // Beyond this a paper is clearly meant. How exactly it has a topic's words then tells little of its worth: what is in the middle of a topic
    // is not liked more than what is on it and on something else. Chosen with the tuning fields' readers of `PaperBot.Benchmarks digests learning`.
    private const float Clearly = 2, Beyond = 0.1f;

    /// <summary>What it adds to a paper's score, in logits: in the order of the values, the greatest ones close to each other.</summary>
    public float Worth
    {
        get
        {
            var logit = Logit(Value);
            return logit <= Clearly ? logit : Clearly + Beyond * (logit - Clearly);
        }
    }

    /// <param name="candidates">Places in the pool.</param>
    /// <returns>One score for each paper of the pool; nothing for those that are no candidates.</returns>
    public static InterestScore[] Of(SqliteConnection connection, Aim aim, PaperPool papers, List<int> candidates)
    {
        var scores = new InterestScore[papers.Count];
        if (aim.Interest.Topics.Count + aim.Interest.Seeds.Count + aim.Interest.Authors.Count == 0)
        {
            Array.Fill(scores, new InterestScore(AnyValue, -1, 0, -1, 0, null));
            return scores;
        }

        var topicWords = aim.Interest.Topics.Select(topic => WordCoverage.Of(connection, topic, papers.Ids)).ToList();
        // A seed's words tell little; they are looked at where there is nothing better.
        var seedWords = aim.Seeds.Select(seed => papers.Dimensions > 0 && seed.Vector is not null ? null : WordCoverage.Of(connection, seed.Paper.Title, papers.Ids)).ToList();
        var authors = AuthorMatch.Of(connection, aim.Interest.Authors, papers.Ids);
        var vector = new float[papers.Dimensions];
        foreach (var i in candidates)
        {
            var embedded = papers.TryDecode(i, vector);
            var (topic, topicValue) = (-1, 0f);
            for (var t = 0; t < topicWords.Count; t++)
                Better(t, Topic(embedded ? aim.Topics[t] : null, topicWords[t][i]), ref topic, ref topicValue);
            var (seed, seedValue) = (-1, 0f);
            for (var s = 0; s < aim.Seeds.Count; s++)
                Better(s, Seed(embedded ? aim.Seeds[s].Vector : null, seedWords[s]?[i] ?? 0), ref seed, ref seedValue);
            var author = authors.GetValueOrDefault(papers.Ids[i]);
            scores[i] = new InterestScore(
                1 - (1 - topicValue) * (1 - seedValue) * (author is null ? 1 : 1 - AuthorValue), topic, topicValue, seed, seedValue, author);
        }

        return scores;

        float Topic(float[]? topic, float words) => Logistic(topic is null
            ? NoWord + AllWords * words : (aim.Scaled(TensorPrimitives.Dot(topic, vector)) - TopicMiddle) / TopicWidth + Words * words);

        float Seed(float[]? seed, float words) => Logistic(seed is null
            ? NoWord + AllWords * words : (aim.Scaled(TensorPrimitives.Dot(seed, vector)) - SeedMiddle) / SeedWidth);
    }

    public static float Logistic(float logit) => 1 / (1 + MathF.Exp(-logit));

    /// <summary>Of a probability that is kept off 0 and 1.</summary>
    public static float Logit(float probability)
    {
        var kept = Math.Clamp(probability, 1e-4f, 1 - 1e-4f);
        return MathF.Log(kept / (1 - kept));
    }

    private static void Better(int which, float value, ref int best, ref float bestValue)
    {
        if (best < 0 || value > bestValue)
            (best, bestValue) = (which, value);
    }
}
