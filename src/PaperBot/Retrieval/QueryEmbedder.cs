using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using PaperBot.Embedding;
using PaperBot.Papers;

namespace PaperBot.Retrieval;

/// <summary>A text's normalized embedding and the identity of the model that made it.</summary>
internal sealed record QueryEmbedding(string Model, ReadOnlyMemory<float> Vector);

/// <summary>Embeds what is searched for, with the model in use; without one every answer is null and searches go by keywords.</summary>
internal sealed partial class QueryEmbedder(EmbeddingModelLoader models, ILogger<QueryEmbedder> log)
{
    // Different words of one text; an abstract has some hundred, and a pasted chapter would take half a minute.
    private const int MostWords = 500;

    private readonly WordVectors _words = new();

    /// <summary>The identity of the model in use; null without one.</summary>
    public string? Model => Load()?.Model.Id;

    public Task<QueryEmbedding?> QueryAsync(string text, CancellationToken cancellationToken) => EmbedAsync(text, EmbeddingInput.Query, cancellationToken);

    public Task<QueryEmbedding?> PassageAsync(string text, CancellationToken cancellationToken) => EmbedAsync(text, EmbeddingInput.Passage, cancellationToken);

    /// <summary>Embeds several at once, the embeddings in the order of the texts; none without a model.</summary>
    public async Task<IReadOnlyList<ReadOnlyMemory<float>>> PassagesAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken) =>
        texts.Count == 0 || Load() is not { } model
            ? [] : [.. (await model.GenerateAsync(texts, EmbeddingInput.Passage, cancellationToken).ConfigureAwait(false)).Select(embedding => embedding.Vector)];

    /// <summary>The similarities of an abstract's sentences, for a paper whose sentences have not been embedded yet.</summary>
    public async Task<IReadOnlyList<SentenceSimilarity>> CompareSentencesAsync(string text, QueryEmbedding query, CancellationToken cancellationToken)
    {
        var spans = SentenceVectors.Spans(text);
        if (spans.Count == 0 || Load() is not { } model || model.Model.Id != query.Model)
            return [];
        var sentences = await model.GenerateAsync(
            spans.Select(span => LatexText.ToReadable(text.Substring(span.Start, span.Length))), EmbeddingInput.Passage, cancellationToken).ConfigureAwait(false);
        return SentenceVectors.Compare(SentenceVectors.Encode(spans, [.. sentences.Select(sentence => sentence.Vector)]), query.Vector.Span);
    }

    /// <summary>How close the question's words are to the words of these texts.</summary>
    public async Task<WordKinship> CompareWordsAsync(string question, IEnumerable<string> texts, CancellationToken cancellationToken)
    {
        if (Load() is not { } model)
            return WordKinship.None;
        var terms = KeywordQuery.TellingWords(question);
        var words = texts.SelectMany(text => KeywordQuery.Words(text, MostWords)).Where(word => word.Length > 1 && !StopWords.Contains(word)).ToHashSet(StringComparer.Ordinal);
        var vectors = await _words.OfAsync(model, [.. words.Union(terms)], cancellationToken).ConfigureAwait(false);
        return WordKinship.Between(terms.ToDictionary(term => term, term => vectors[term]), words.ToDictionary(word => word, word => vectors[word]));
    }

    /// <summary>What to tell people of a search with this embedding.</summary>
    public static SearchNotice Notice(QueryEmbedding? embedding) => embedding is null ? SearchNotice.MissingModel : SearchNotice.None;

    /// <summary>A model that is damaged counts as none: words still answer, and the log says how to mend it.</summary>
    private OnnxEmbeddingGenerator? Load()
    {
        try
        {
            return models.Load();
        }
        catch (EmbeddingModelException e)
        {
            LogDamaged(e.Message);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Reason}")]
    private partial void LogDamaged(string reason);

    private async Task<QueryEmbedding?> EmbedAsync(string text, EmbeddingGenerationOptions input, CancellationToken cancellationToken)
    {
        if (Load() is not { } model)
            return null;
        var embeddings = await model.GenerateAsync([text], input, cancellationToken).ConfigureAwait(false);
        return new QueryEmbedding(model.Model.Id, embeddings[0].Vector);
    }
}
