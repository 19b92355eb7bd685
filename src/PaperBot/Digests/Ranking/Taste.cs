using System.Numerics.Tensors;

namespace PaperBot.Digests.Ranking;

/// <summary>A paper that readers judged.</summary>
/// <param name="Weight">How much the judgement tells.</param>
internal sealed record Lesson(Traits Traits, bool IsLiked, float Weight);

/// <summary>
/// What readers like beyond what the subscription names: a linear model on embeddings and categories, in logits that are added to what the
/// interest says. It learns from the verdicts alone. To count what the interest says of the judged papers as said already, so that only
/// surprises teach, was tried and is worse: all of them fit the interest, and how well is mostly chance. Rare words beside embeddings were
/// tried, too: they teach nothing more from a few dozen verdicts.
/// It is logistic regression with a Gaussian prior on the weights, that is, a Gaussian process with a linear kernel, found by Newton's
/// method over the lessons rather than over the dimensions (Rasmussen and Williams, Gaussian Processes for Machine Learning, algorithm 3.1).
/// A few dozen lessons take less than a millisecond, so it is learned anew for each digest, and there is no state to lose.
/// </summary>
internal sealed class Taste
{
    // Variances of what an embedding, categories and a general like or dislike add, in squared logits; chosen with the tuning fields' readers
    // of `PaperBot.Benchmarks digests learning`, which hardly tell half of each from all of it.
    private const double Spread = 20, FilingSpread = 10, GeneralSpread = 2;

    private const int Steps = 12;

    private readonly float[] _weights;
    private readonly Dictionary<string, float> _filing;
    private readonly float _general;

    private Taste(float[] weights, Dictionary<string, float> filing, float general) => (_weights, _filing, _general) = (weights, filing, general);

    /// <returns>Null without lessons.</returns>
    public static Taste? Learn(IReadOnlyList<Lesson> lessons)
    {
        if (lessons.Count == 0)
            return null;
        var n = lessons.Count;
        var kernel = new double[n, n];
        for (var i = 0; i < n; i++)
            for (var j = 0; j <= i; j++)
                kernel[i, j] = kernel[j, i] = Likeness(lessons[i].Traits, lessons[j].Traits);

        var (added, shares) = (new double[n], new double[n]);
        for (var step = 0; step < Steps; step++)
        {
            var (root, target) = (new double[n], new double[n]);
            for (var i = 0; i < n; i++)
            {
                var lesson = lessons[i];
                var expected = 1 / (1 + Math.Exp(-added[i]));
                var weight = Math.Max(1e-6, lesson.Weight * expected * (1 - expected));
                root[i] = Math.Sqrt(weight);
                target[i] = weight * added[i] + lesson.Weight * ((lesson.IsLiked ? 1 : 0) - expected);
            }

            shares = Step(kernel, root, target);
            for (var i = 0; i < n; i++)
            {
                added[i] = 0;
                for (var j = 0; j < n; j++)
                    added[i] += kernel[i, j] * shares[j];
            }
        }

        var weights = new float[lessons.Max(lesson => lesson.Traits.Embedding.Length)];
        var filing = new Dictionary<string, float>(StringComparer.Ordinal);
        foreach (var (lesson, share) in lessons.Zip(shares))
        {
            if (lesson.Traits.Embedding.Length > 0)
                TensorPrimitives.MultiplyAdd(lesson.Traits.Embedding, (float)(Spread * share), weights, weights);
            foreach (var (category, weight) in lesson.Traits.Filing)
                filing[category] = filing.GetValueOrDefault(category) + (float)(FilingSpread * share * weight);
        }

        return new Taste(weights, filing, (float)(GeneralSpread * shares.Sum()));
    }

    /// <param name="embedding">See <see cref="Traits"/>.</param>
    /// <param name="filing">See <see cref="Traits"/>.</param>
    public Liking Of(ReadOnlySpan<float> embedding, FiledUnder[] filing)
    {
        var filed = 0f;
        foreach (var each in filing)
            filed += Of(each);
        return new Liking(embedding.Length > 0 && _weights.Length > 0 ? TensorPrimitives.Dot(embedding, _weights) : 0, filed, _general);
    }

    /// <returns>What a category adds to a paper that is filed under it, in logits. It adds only where liked papers are filed so.</returns>
    public float Of(FiledUnder filed) => filed.Weight * _filing.GetValueOrDefault(filed.Category);

    private static double Likeness(Traits a, Traits b)
    {
        var likeness = GeneralSpread;
        if (a.Embedding.Length > 0 && b.Embedding.Length > 0)
            likeness += Spread * TensorPrimitives.Dot<float>(a.Embedding, b.Embedding);
        foreach (var filed in a.Filing)
            foreach (var other in b.Filing)
                if (filed.Category == other.Category)
                    likeness += FilingSpread * filed.Weight * other.Weight;
        return likeness;
    }

    /// <summary>a = b − √W (I + √W K √W)⁻¹ √W K b, by Cholesky's decomposition.</summary>
    private static double[] Step(double[,] kernel, double[] root, double[] target)
    {
        var n = root.Length;
        var factor = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = root[i] * kernel[i, j] * root[j] + (i == j ? 1 : 0);
                for (var k = 0; k < j; k++)
                    sum -= factor[i, k] * factor[j, k];
                factor[i, j] = i == j ? Math.Sqrt(sum) : sum / factor[j, j];
            }
        }

        var solved = new double[n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                solved[i] += root[i] * kernel[i, j] * target[j];
            for (var k = 0; k < i; k++)
                solved[i] -= factor[i, k] * solved[k];
            solved[i] /= factor[i, i];
        }

        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++)
                solved[i] -= factor[k, i] * solved[k];
            solved[i] /= factor[i, i];
        }

        for (var i = 0; i < n; i++)
            solved[i] = target[i] - root[i] * solved[i];
        return solved;
    }
}
