using System.Runtime.InteropServices;

namespace PaperBot.Answering.Extractive.Summaries;

/// <summary>An abstract as the scorer sees it: its words as stems, numbered within the paper, and where each stands.</summary>
internal sealed class TldrDocument
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public TldrDocument(string title, IReadOnlyList<string> sentences)
    {
        Sentences = sentences;
        Title = Number(Words.Find(title));
        Tokens = new int[sentences.Count][];
        Offsets = new int[sentences.Count][];
        for (var i = 0; i < sentences.Count; i++)
        {
            var words = Words.Find(sentences[i]);
            Tokens[i] = Number(words);
            Offsets[i] = [.. words.Select(word => word.Start)];
        }
        Cues = [.. Tokens.Select(tokens => SentenceCues.Of(tokens, Stems))];
        Candidates = CandidateCutter.Cut(sentences);
    }

    public IReadOnlyList<string> Sentences { get; }

    /// <summary>The stems of the title and the abstract in order of first appearance; their index is their number.</summary>
    public List<string> Stems { get; } = [];

    /// <summary>Empty when the paper has none.</summary>
    public int[] Title { get; }

    public int[][] Tokens { get; }

    /// <summary>Where each token begins in its sentence.</summary>
    public int[][] Offsets { get; }

    public SentenceCues[] Cues { get; }

    public IReadOnlyList<SummaryCandidate> Candidates { get; }

    public string Text(SummaryCandidate candidate) => Sentences[candidate.Sentence].Substring(candidate.Start, candidate.Length);

    public ReadOnlySpan<int> TokensOf(SummaryCandidate candidate)
    {
        var offsets = Offsets[candidate.Sentence];
        var first = LowerBound(offsets, candidate.Start);
        return Tokens[candidate.Sentence].AsSpan(first, LowerBound(offsets, candidate.Start + candidate.Length) - first);
    }

    private static int LowerBound(int[] offsets, int value)
    {
        var index = Array.BinarySearch(offsets, value);
        return index < 0 ? ~index : index;
    }

    private int[] Number(List<Word> words)
    {
        var numbers = new int[words.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            var stem = Words.Stem(words[i].Text);
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, stem, out var known);
            if (!known)
            {
                number = Stems.Count;
                Stems.Add(stem);
            }
            numbers[i] = number;
        }
        return numbers;
    }
}
