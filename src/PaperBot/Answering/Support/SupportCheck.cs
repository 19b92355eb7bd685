using System.Numerics.Tensors;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Caching.Memory;
using PaperBot.Answering.Extractive.Summaries;
using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Answering.Support;

/// <summary>
/// Whether the abstracts that a sentence cites bear it. Every number with its unit, every name, every denial and every direction in it must be
/// there, and its words and meaning must be near those of a sentence there. Local and fast, and in doubt it says no: a true sentence
/// that is dropped costs a quote, a false one costs trust.
/// </summary>
internal sealed partial class SupportCheck(QueryEmbedder embedder) : IDisposable
{
    private const int RememberedPapers = 500;

    private readonly MemoryCache _papers = new(new MemoryCacheOptions { SizeLimit = RememberedPapers });

    /// <param name="sentence">Plain text, without citation marks.</param>
    /// <param name="cited">The papers that it cites; where there are several, each of its parts must be borne by one.</param>
    public async Task<SupportVerdict> CheckAsync(string sentence, IReadOnlyList<Paper> cited, CancellationToken cancellationToken)
    {
        if (cited.Count == 0)
            return new SupportVerdict(SupportFailure.NoCitation, null, "", 0);
        // So much nobody says in a sentence.
        if (sentence.Length > QuotableSentences.Longest)
            return new SupportVerdict(SupportFailure.Meaning, cited[0], "", 0);
        var claim = new Claim(sentence);
        var embedding = await embedder.PassageAsync(sentence, cancellationToken).ConfigureAwait(false);
        var held = new List<Held>(cited.Count);
        foreach (var paper in cited)
            held.Add(await HoldAsync(claim, embedding, paper, cancellationToken).ConfigureAwait(false));
        var nearest = held.MaxBy(one => one.Verdict.IsSupported ? 2 : one.Verdict.Similarity)!;
        return cited.Count == 1 || nearest.Verdict.IsSupported ? nearest.Verdict : nearest.Verdict with { Failure = Together(claim, held, nearest.Verdict.Failure) };
    }

    public void Dispose() => _papers.Dispose();

    /// <summary>Numbers and names may come from one paper each; the words of the whole must be among those of both.</summary>
    private static SupportFailure? Together(Claim claim, List<Held> held, SupportFailure? alone)
    {
        if (alone is SupportFailure.Negation or SupportFailure.Direction or SupportFailure.NoAbstract)
            return alone;
        if (claim.Names.Any(name => !held.Exists(one => StatedNames.IsBorne(name, one.Abstract.Names))))
            return SupportFailure.Name;
        if (claim.Numbers.Any(number => !held.Exists(one => SupportRules.Bears(number, one.Window, one.Abstract))))
            return SupportFailure.Number;
        var words = held.SelectMany(one => one.Window.SelectMany(sentence => sentence.Stems).Concat(ClaimWords.Stems(one.Abstract.TitleWords))).ToHashSet(StringComparer.Ordinal);
        var similarity = held.Max(one => one.Verdict.Similarity);
        var share = claim.Share(words);
        return SupportScore.Stands(new SupportFeatures(similarity, share, share, claim.Missing(words))) ? null : SupportFailure.Meaning;
    }

    private async Task<Held> HoldAsync(Claim claim, QueryEmbedding? embedding, Paper paper, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(paper, embedding is not null, cancellationToken).ConfigureAwait(false);
        if (known.Abstract.Sentences.Count == 0)
            return new Held(known.Abstract, [], new SupportVerdict(SupportFailure.NoAbstract, paper, "", 0));
        var similarities = embedding is not null && known.Vectors.Count == known.Abstract.Sentences.Count
            ? known.Vectors.Select(vector => (double)TensorPrimitives.Dot(vector.Span, embedding.Vector.Span)).ToList() : null;
        var shares = known.Abstract.Sentences.Select(sentence => claim.Share(sentence.Stems)).ToList();
        var order = Enumerable.Range(0, shares.Count).OrderByDescending(i => shares[i] + (similarities?[i] ?? 0)).ToList();
        var best = known.Abstract.Sentences[order[0]];
        var window = new List<AbstractSentence> { best };
        // The sentence that has most of what the nearest has not.
        if (order.Count > 1 && order.Skip(1).Select(i => known.Abstract.Sentences[i]).MaxBy(other => claim.Share(best.Stems.Union(other.Stems).ToHashSet())) is { } second)
            window.Add(second);
        var similarity = similarities?[order[0]];
        // A name may be the abstract's in short.
        var named = claim.Words.Where(word => StatedNames.IsOne(word.Text) && StatedNames.IsBorne(word.Text, known.Abstract.Names)).Select(word => word.Stem).ToList();
        var title = ClaimWords.Stems(known.Abstract.TitleWords).Concat(named).ToList();
        var features = new SupportFeatures(
            similarity ?? -1, shares[order[0]], claim.Share(window.SelectMany(sentence => sentence.Stems).Concat(title).ToHashSet(StringComparer.Ordinal)),
            claim.Missing(known.Abstract.Stems.Union(named).ToHashSet(StringComparer.Ordinal)));
        var failure = Foreign(claim, known.Abstract) ?? SupportRules.Fails(claim, window, known.Abstract) ?? (SupportScore.Stands(features) ? null : SupportFailure.Meaning);
        return new Held(known.Abstract, window, new SupportVerdict(failure, paper, best.Quote, similarity ?? shares[order[0]])) { Features = features };
    }

    /// <summary>Addresses and mentions come from nowhere but the abstract.</summary>
    private static SupportFailure? Foreign(Claim claim, Abstract paper) =>
        Address().Matches(claim.Text).Any(address => !paper.Paper.Abstract.Contains(address.Value.TrimEnd('.', ',', ')'), StringComparison.OrdinalIgnoreCase))
            ? SupportFailure.Name : null;

    private async Task<Known> KnownAsync(Paper paper, bool embeds, CancellationToken cancellationToken)
    {
        var id = (paper.Key, paper.Title, paper.Abstract, embeds);
        if (_papers.TryGetValue(id, out Known? known))
            return known!;
        var read = new Abstract(paper);
        var vectors = embeds ? await embedder.PassagesAsync([.. read.Sentences.Select(sentence => sentence.Text)], cancellationToken).ConfigureAwait(false) : [];
        return _papers.Set(id, new Known(read, vectors), new MemoryCacheEntryOptions { Size = 1 });
    }

    [GeneratedRegex(@"https?://\S+|www\.\S+|\S+@\S+|<[@#!][^>]*>|@\w+|\b[\w-]+\.(?:com|org|net|io|ai|dev|edu|gov|xyz|ru|cn|info|co|me|app)\b(?:/\S*)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    private sealed record Known(Abstract Abstract, IReadOnlyList<ReadOnlyMemory<float>> Vectors);

    private sealed record Held(Abstract Abstract, IReadOnlyList<AbstractSentence> Window, SupportVerdict Verdict)
    {
        public SupportFeatures Features { get; init; }
    }
}
