using Microsoft.Extensions.AI;
using PaperBot.Embedding.Tokens;

namespace PaperBot.Embedding;

/// <summary>
/// Embeds texts with a local model; every vector has length 1. Safe for threads to share. A text's vector does not depend on the
/// texts beside it: only texts of equal length run together, so nothing is padded.
/// </summary>
internal sealed class OnnxEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    // More tokens in a run push its values out of the processor's cache and only cost memory.
    private const int TokensPerRun = 512;

    private readonly Encoder _encoder;
    private readonly TextTokenizer _tokenizer;

    /// <param name="model">The model to load.</param>
    /// <param name="threads">Threads that share each operator; 0 takes one for each core.</param>
    /// <exception cref="EmbeddingModelException">The model cannot be loaded.</exception>
    public OnnxEmbeddingGenerator(EmbeddingModel model, int threads = 0)
    {
        Model = model;
        _tokenizer = new TextTokenizer(Vocabulary.Read(model.TokenizerPath, model.LowerCase));
        _encoder = Encoder.Load(model, threads);
    }

    public EmbeddingModel Model { get; }

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.Run(
            () =>
            {
                var vectors = Embed([.. values], EmbeddingInput.Prefix(Model, options), cancellationToken);
                return new GeneratedEmbeddings<Embedding<float>>(vectors.Select(vector => new Embedding<float>(vector) { ModelId = Model.Id }));
            },
            cancellationToken);

    /// <summary>The vectors in the order of the texts.</summary>
    public float[][] Embed(IReadOnlyList<string> texts, string prefix, CancellationToken cancellationToken)
    {
        var vectors = new float[texts.Count][];
        Run(
            [.. texts.Select(text => prefix + text)],
            (i, text, tokens) => vectors[i] = TokenVectors.Pool(tokens, tokens.Length / text.Length, Model.Pooling),
            cancellationToken);
        return vectors;
    }

    /// <summary>The vectors of passages and of their spans, in the order given.</summary>
    public IReadOnlyList<PassageEmbedding> EmbedPassages(IReadOnlyList<Passage> passages, CancellationToken cancellationToken)
    {
        var embedded = new PassageEmbedding[passages.Count];
        Run(
            [.. passages.Select(passage => Model.PassagePrefix + passage.Text)],
            (i, text, tokens) => embedded[i] = Embed(passages[i], text, tokens),
            cancellationToken);
        return embedded;
    }

    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null)
            return null;
        if (serviceType == typeof(EmbeddingGeneratorMetadata))
            return new EmbeddingGeneratorMetadata("onnx", null, Model.Id, Model.Dimensions);
        return serviceType.IsInstanceOfType(this) ? this : null;
    }

    public void Dispose() => _encoder.Dispose();

    private delegate void TokensReader(int text, TokenizedText tokenized, ReadOnlySpan<float> tokens);

    private PassageEmbedding Embed(Passage passage, TokenizedText text, ReadOnlySpan<float> tokens)
    {
        var dimensions = tokens.Length / text.Length;
        var spans = new ReadOnlyMemory<float>?[passage.Spans.Count];
        for (var i = 0; i < spans.Length; i++)
        {
            var start = Model.PassagePrefix.Length + passage.Spans[i].Start;
            var (first, end) = text.TokensWithin(start, start + passage.Spans[i].Length);
            if (end > first)
                spans[i] = TokenVectors.Mean(tokens[(first * dimensions)..(end * dimensions)], dimensions);
        }
        return new PassageEmbedding(TokenVectors.Pool(tokens, dimensions, Model.Pooling), spans);
    }

    private void Run(string[] texts, TokensReader read, CancellationToken cancellationToken)
    {
        var tokenized = Array.ConvertAll(texts, text => _tokenizer.Tokenize(text, Model.MaxTokens));
        foreach (var run in Runs(tokenized))
        {
            cancellationToken.ThrowIfCancellationRequested();
            _encoder.Run(Array.ConvertAll(run, i => tokenized[i]), (place, tokens) => read(run[place], tokenized[run[place]], tokens));
        }
    }

    private static IEnumerable<int[]> Runs(TokenizedText[] texts) => Enumerable.Range(0, texts.Length)
        .GroupBy(i => texts[i].Length)
        .SelectMany(group => group.Chunk(Math.Max(1, TokensPerRun / group.Key)));
}
