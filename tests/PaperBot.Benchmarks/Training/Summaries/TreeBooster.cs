using PaperBot.Answering.Extractive.Summaries;

namespace PaperBot.Benchmarks.Training.Summaries;

/// <param name="Leaves">The most leaves a tree may have.</param>
/// <param name="RowShare">Share of rows that a tree is grown on.</param>
/// <param name="FeatureShare">Share of features that a tree may split on.</param>
internal sealed record BoostingOptions(
    int Trees, int Leaves, double Rate, int SmallestLeaf, double RowShare, double FeatureShare, double Ridge, int Seed);

/// <summary>
/// Gradient boosting over histograms, best leaf first (J. Friedman, Greedy function approximation, 2001; the histograms as in
/// LightGBM, 2017). One thread and one seed: the same rows give the same trees.
/// </summary>
internal sealed class TreeBooster
{
    private const int Bins = 64;
    private readonly int _features;
    private readonly int _rows;
    private readonly byte[] _bins;
    private readonly float[][] _edges;

    public TreeBooster(float[] values, int features)
    {
        _features = features;
        _rows = values.Length / features;
        _bins = new byte[values.Length];
        _edges = new float[features][];
        for (var f = 0; f < features; f++)
            Bin(values, f);
    }

    /// <param name="gradient">From the scores so far to first and second derivatives of the loss, a row each.</param>
    public Forest Grow(BoostingOptions options, Action<float[], float[], float[]> gradient)
    {
        var random = new Random(options.Seed);
        var scores = new float[_rows];
        var first = new float[_rows];
        var second = new float[_rows];
        var trees = new List<TreeNode[]>();
        for (var t = 0; t < options.Trees; t++)
        {
            gradient(scores, first, second);
            var rows = new List<int>((int)(_rows * options.RowShare) + 16);
            for (var i = 0; i < _rows; i++)
            {
                if (random.NextDouble() < options.RowShare)
                    rows.Add(i);
            }
            var allowed = new bool[_features];
            for (var f = 0; f < _features; f++)
                allowed[f] = random.NextDouble() < options.FeatureShare;
            trees.Add(GrowTree([.. rows], allowed, first, second, options, scores));
        }
        return new Forest(trees);
    }

    private sealed class Leaf(int[] rows, int node)
    {
        public int[] Rows => rows;
        public int Node => node;
        public double[] Histogram = [];
        public double SumFirst, SumSecond;
        public double Gain = -1;
        public int Feature, Bin;
    }

    private TreeNode[] GrowTree(int[] rows, bool[] allowed, float[] first, float[] second, BoostingOptions options, float[] scores)
    {
        var nodes = new List<(int Feature, int Bin, double Value, int Left)> { default };
        var root = new Leaf(rows, 0) { Histogram = Histogram(rows, first, second) };
        Sum(root, first, second);
        Search(root, allowed, options);
        var leaves = new List<Leaf> { root };
        while (leaves.Count < options.Leaves)
        {
            var best = leaves.MaxBy(leaf => leaf.Gain)!;
            if (best.Gain <= 1e-9)
                break;
            leaves.Remove(best);
            var left = new Leaf(Array.FindAll(best.Rows, row => _bins[(row * _features) + best.Feature] <= best.Bin), nodes.Count);
            var right = new Leaf(Array.FindAll(best.Rows, row => _bins[(row * _features) + best.Feature] > best.Bin), nodes.Count + 1);
            nodes[best.Node] = (best.Feature, best.Bin, 0, nodes.Count);
            nodes.Add(default);
            nodes.Add(default);
            var (small, large) = left.Rows.Length < right.Rows.Length ? (left, right) : (right, left);
            small.Histogram = Histogram(small.Rows, first, second);
            large.Histogram = best.Histogram;
            for (var i = 0; i < large.Histogram.Length; i++)
                large.Histogram[i] -= small.Histogram[i];
            foreach (var leaf in new[] { left, right })
            {
                Sum(leaf, first, second);
                Search(leaf, allowed, options);
                leaves.Add(leaf);
            }
        }
        foreach (var leaf in leaves)
            nodes[leaf.Node] = (-1, 0, -options.Rate * leaf.SumFirst / (leaf.SumSecond + options.Ridge), 0);

        for (var row = 0; row < _rows; row++)
        {
            var node = nodes[0];
            while (node.Feature >= 0)
                node = nodes[_bins[(row * _features) + node.Feature] <= node.Bin ? node.Left : node.Left + 1];
            scores[row] += (float)node.Value;
        }
        return [.. nodes.Select(node => node.Feature < 0
            ? new TreeNode(-1, (float)node.Value, 0)
            : new TreeNode((sbyte)node.Feature, _edges[node.Feature][node.Bin], (byte)node.Left))];
    }

    private double[] Histogram(int[] rows, float[] first, float[] second)
    {
        var histogram = new double[_features * Bins * 3];
        foreach (var row in rows)
        {
            double g = first[row], h = second[row];
            var offset = row * _features;
            for (var f = 0; f < _features; f++)
            {
                var slot = ((f * Bins) + _bins[offset + f]) * 3;
                histogram[slot] += g;
                histogram[slot + 1] += h;
                histogram[slot + 2]++;
            }
        }
        return histogram;
    }

    private static void Sum(Leaf leaf, float[] first, float[] second)
    {
        foreach (var row in leaf.Rows)
        {
            leaf.SumFirst += first[row];
            leaf.SumSecond += second[row];
        }
    }

    private void Search(Leaf leaf, bool[] allowed, BoostingOptions options)
    {
        var whole = leaf.SumFirst * leaf.SumFirst / (leaf.SumSecond + options.Ridge);
        for (var f = 0; f < _features; f++)
        {
            if (!allowed[f])
                continue;
            double g = 0, h = 0, n = 0;
            for (var bin = 0; bin < _edges[f].Length; bin++)
            {
                var slot = ((f * Bins) + bin) * 3;
                g += leaf.Histogram[slot];
                h += leaf.Histogram[slot + 1];
                n += leaf.Histogram[slot + 2];
                if (n < options.SmallestLeaf || leaf.Rows.Length - n < options.SmallestLeaf)
                    continue;
                var rest = leaf.SumFirst - g;
                var gain = (g * g / (h + options.Ridge)) + (rest * rest / (leaf.SumSecond - h + options.Ridge)) - whole;
                if (gain > leaf.Gain)
                    (leaf.Gain, leaf.Feature, leaf.Bin) = (gain, f, bin);
            }
        }
    }

    private void Bin(float[] values, int feature)
    {
        var column = new float[_rows];
        for (var i = 0; i < _rows; i++)
            column[i] = values[(i * _features) + feature];
        var sorted = (float[])column.Clone();
        Array.Sort(sorted);
        var edges = new SortedSet<float>();
        for (var b = 1; b < Bins; b++)
            edges.Add(sorted[(int)((long)b * (_rows - 1) / Bins)]);
        edges.Remove(sorted[^1]);
        _edges[feature] = [.. edges];
        for (var i = 0; i < _rows; i++)
        {
            var index = Array.BinarySearch(_edges[feature], column[i]);
            _bins[(i * _features) + feature] = (byte)(index < 0 ? ~index : index);
        }
    }
}
