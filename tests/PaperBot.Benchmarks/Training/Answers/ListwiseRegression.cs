using System.Numerics.Tensors;

namespace PaperBot.Benchmarks.Training.Answers;

/// <summary>
/// Learns weights that put a right row of each list first: the likelihood of a right row under a softmax over the list (ListNet's top-one
/// loss, Cao et al. 2007), with an L2 penalty, by Adam over all lists at once. No chance is involved, so every run gives the same.
/// </summary>
internal static class ListwiseRegression
{
    private const int Steps = 600;
    private const double Rate = 0.03, Momentum = 0.9, Scale = 0.999;

    public static double[] Train(IReadOnlyList<(IReadOnlyList<double[]> Rows, IReadOnlyList<bool> Right)> lists, double penalty)
    {
        var usable = lists.Where(list => list.Right.Contains(true)).ToList();
        var n = usable[0].Rows[0].Length;
        var (w, m, v) = (new double[n], new double[n], new double[n]);
        for (var step = 1; step <= Steps; step++)
        {
            var gradient = new double[n];
            TensorPrimitives.Multiply(w, penalty, gradient);
            foreach (var (rows, right) in usable)
                AddGradient(gradient, w, rows, right);
            for (var i = 0; i < n; i++)
            {
                m[i] = Momentum * m[i] + (1 - Momentum) * gradient[i];
                v[i] = Scale * v[i] + (1 - Scale) * gradient[i] * gradient[i];
                w[i] -= Rate * (m[i] / (1 - Math.Pow(Momentum, step))) / (Math.Sqrt(v[i] / (1 - Math.Pow(Scale, step))) + 1e-8);
            }
        }

        return w;
    }

    private static void AddGradient(double[] gradient, double[] w, IReadOnlyList<double[]> rows, IReadOnlyList<bool> right)
    {
        var scores = rows.Select(row => TensorPrimitives.Dot<double>(w, row)).ToArray();
        var most = scores.Max();
        var weights = Array.ConvertAll(scores, score => Math.Exp(score - most));
        var (all, good) = (weights.Sum(), weights.Where((_, i) => right[i]).Sum());
        for (var i = 0; i < rows.Count; i++)
            TensorPrimitives.MultiplyAdd(rows[i], weights[i] / all - (right[i] ? weights[i] / good : 0), gradient, gradient);
    }
}
