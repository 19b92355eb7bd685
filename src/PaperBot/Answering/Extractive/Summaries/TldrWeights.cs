using System.Text;

namespace PaperBot.Answering.Extractive.Summaries;

/// <summary>
/// The trained scorer as a file, little-endian: the mark, the number of papers trained on, the words (text and two counts each),
/// the trees (their nodes in order). Trained by <c>train summaries</c> of PaperBot.Benchmarks and compiled into the program.
/// </summary>
internal static class TldrWeights
{
    private const string Resource = "tldr.weights";

    /// <summary>Changes with the layout and with the meaning of the features.</summary>
    private const uint Mark = 0x31544254;

    /// <summary>A fresh read of the weights that the program carries.</summary>
    public static TldrScorer LoadBuiltIn()
    {
        using var stream = typeof(TldrWeights).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidDataException($"The program was built without its resource {Resource}.");
        return Read(stream);
    }

    /// <exception cref="InvalidDataException">The stream holds no weights for this program.</exception>
    public static TldrScorer Read(Stream stream)
    {
        try
        {
            using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
            if (reader.ReadUInt32() != Mark)
                throw new InvalidDataException("These are no TLDR weights, or weights of another version; train them again.");
            return new TldrScorer(ReadTable(reader), ReadForest(reader));
        }
        catch (EndOfStreamException cut)
        {
            throw new InvalidDataException("The TLDR weights end too early; train them again.", cut);
        }
    }

    public static void Write(Stream stream, TldrScorer scorer)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Mark);
        writer.Write(scorer.Table.Papers);
        writer.Write(scorer.Table.Counts.Count);
        foreach (var (stem, counts) in scorer.Table.Counts.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.Write(stem);
            writer.Write((ushort)counts.Papers);
            writer.Write((ushort)counts.Summaries);
        }
        writer.Write(scorer.Forest.Trees.Count);
        foreach (var tree in scorer.Forest.Trees)
        {
            writer.Write((byte)tree.Length);
            foreach (var node in tree)
            {
                writer.Write(node.Feature);
                writer.Write(node.Value);
                if (node.Feature >= 0)
                    writer.Write((byte)node.Left);
            }
        }
    }

    private static WordTable ReadTable(BinaryReader reader)
    {
        var papers = reader.ReadInt32();
        var counts = new Dictionary<string, WordCounts>(StringComparer.Ordinal);
        for (var remaining = reader.ReadInt32(); remaining > 0; remaining--)
            counts[reader.ReadString()] = new WordCounts(reader.ReadUInt16(), reader.ReadUInt16());
        return new WordTable(papers, counts);
    }

    private static Forest ReadForest(BinaryReader reader)
    {
        var trees = new List<TreeNode[]>();
        for (var remaining = reader.ReadInt32(); remaining > 0; remaining--)
        {
            var tree = new TreeNode[reader.ReadByte()];
            for (var i = 0; i < tree.Length; i++)
            {
                var feature = reader.ReadSByte();
                tree[i] = new TreeNode(feature, reader.ReadSingle(), feature < 0 ? (byte)0 : reader.ReadByte());
            }
            trees.Add(tree);
        }
        return new Forest(trees);
    }
}
