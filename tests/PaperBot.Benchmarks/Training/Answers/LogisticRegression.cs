using System.Numerics.Tensors;

namespace PaperBot.Benchmarks.Training.Answers;

/// <summary>Logistic regression with an L2 penalty, by Newton's method: exact, and the same on every run.</summary>
internal static class LogisticRegression
{
    private const int Steps = 30;

    /// <param name="penalty">On every weight but the first, the bias.</param>
    /// <param name="weights">How much each row counts; all the same when left out.</param>
    public static double[] Train(IReadOnlyList<double[]> rows, IReadOnlyList<bool> labels, double penalty, IReadOnlyList<double>? weights = null)
    {
        var n = rows[0].Length;
        var w = new double[n];
        for (var step = 0; step < Steps; step++)
        {
            var (gradient, hessian) = (new double[n], new double[n, n]);
            for (var i = 1; i < n; i++)
            {
                gradient[i] = penalty * w[i];
                hessian[i, i] = penalty;
            }

            hessian[0, 0] = 1e-9;
            for (var row = 0; row < rows.Count; row++)
            {
                var x = rows[row];
                var p = 1 / (1 + Math.Exp(-TensorPrimitives.Dot<double>(w, x)));
                var weight = weights?[row] ?? 1;
                var (error, curvature) = (weight * (p - (labels[row] ? 1 : 0)), weight * Math.Max(p * (1 - p), 1e-6));
                for (var i = 0; i < n; i++)
                {
                    gradient[i] += error * x[i];
                    for (var j = 0; j <= i; j++)
                        hessian[i, j] += curvature * x[i] * x[j];
                }
            }

            var change = Solve(hessian, gradient);
            TensorPrimitives.Subtract(w, change, w);
            if (TensorPrimitives.Norm<double>(change) < 1e-9)
                break;
        }

        return w;
    }

    /// <summary>Solves a symmetric positive-definite system, given by its lower half, by Cholesky's decomposition.</summary>
    private static double[] Solve(double[,] a, double[] b)
    {
        var n = b.Length;
        var l = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = a[i, j];
                for (var k = 0; k < j; k++)
                    sum -= l[i, k] * l[j, k];
                l[i, j] = i == j ? Math.Sqrt(Math.Max(sum, 1e-12)) : sum / l[j, j];
            }
        }

        var x = new double[n];
        for (var i = 0; i < n; i++)
        {
            var sum = b[i];
            for (var k = 0; k < i; k++)
                sum -= l[i, k] * x[k];
            x[i] = sum / l[i, i];
        }

        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++)
                x[i] -= l[k, i] * x[k];
            x[i] /= l[i, i];
        }

        return x;
    }
}
