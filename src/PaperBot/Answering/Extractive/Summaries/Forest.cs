namespace PaperBot.Answering.Extractive.Summaries;

/// <summary>One split of a tree, or one leaf.</summary>
/// <param name="Feature">-1 for a leaf.</param>
/// <param name="Value">The threshold (at most: left) of a split; the value of a leaf.</param>
/// <param name="Left">The number of the left branch within the tree; the right one follows it.</param>
internal readonly record struct TreeNode(sbyte Feature, float Value, byte Left);

/// <summary>Boosted regression trees: the sum of one leaf of each.</summary>
internal sealed class Forest(IReadOnlyList<TreeNode[]> trees)
{
    public IReadOnlyList<TreeNode[]> Trees => trees;

    public float Score(ReadOnlySpan<float> features)
    {
        var sum = 0f;
        foreach (var tree in trees)
            sum += Leaf(tree, features);
        return sum;
    }

    public static float Leaf(TreeNode[] tree, ReadOnlySpan<float> features)
    {
        var node = tree[0];
        while (node.Feature >= 0)
            node = tree[features[node.Feature] <= node.Value ? node.Left : node.Left + 1];
        return node.Value;
    }
}
