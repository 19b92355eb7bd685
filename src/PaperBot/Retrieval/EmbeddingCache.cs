using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.AI;
using PaperBot.Storage;

namespace PaperBot.Retrieval;

/// <summary>
/// Keeps embeddings in a file by model and SHA-256 of the text, so that an evaluation run again embeds nothing again. Not for a library:
/// its vectors lie in its own table. The vectors are kept as they are (float32), so a cached run gives the figures of an uncached one.
/// </summary>
internal sealed class EmbeddingCache : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly IEmbeddingGenerator<string, Embedding<float>> _inner;
    private readonly SqliteConnection _file;
    private readonly string _model;

    /// <param name="path">The cache file; made when missing.</param>
    /// <param name="model">Identity of the model behind <paramref name="inner"/>.</param>
    /// <param name="inner">Stays the caller's to dispose.</param>
    public EmbeddingCache(string path, string model, IEmbeddingGenerator<string, Embedding<float>> inner)
    {
        _inner = inner;
        _model = model;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        _file = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path }.ToString());
        _file.Open();
        _file.Execute(
            """
            PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;
            CREATE TABLE IF NOT EXISTS embeddings (model TEXT, text BLOB, vector BLOB NOT NULL, PRIMARY KEY (model, text)) WITHOUT ROWID;
            """);
    }

    /// <summary>Texts are looked up as they are given, whatever the options: passages and queries of a model with prefixes need a cache each.</summary>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var texts = values.ToList();
        var known = texts.Distinct(StringComparer.Ordinal).ToDictionary(text => text, text => Find(Key(text)), StringComparer.Ordinal);
        var missing = known.Where(pair => pair.Value is null).Select(pair => pair.Key).ToList();
        if (missing.Count > 0)
        {
            var made = await _inner.GenerateAsync(missing, options, cancellationToken).ConfigureAwait(false);
            for (var i = 0; i < missing.Count; i++)
                known[missing[i]] = made[i].Vector.ToArray();
            Keep(missing.Select(text => (Key(text), known[text]!)));
        }

        return [.. texts.Select(text => new Embedding<float>(known[text]))];
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => _inner.GetService(serviceType, serviceKey);

    public void Dispose() => _file.Dispose();

    private static byte[] Key(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private float[]? Find(byte[] text) => _file.Query(
        "SELECT vector FROM embeddings WHERE model = $model AND text = $text",
        row => MemoryMarshal.Cast<byte, float>(row.GetFieldValue<byte[]>(0)).ToArray(), ("$model", _model), ("$text", text)).FirstOrDefault();

    private void Keep(IEnumerable<(byte[] Text, float[] Vector)> embeddings)
    {
        using var transaction = _file.BeginTransaction();
        foreach (var (text, vector) in embeddings)
            _file.Execute(
                "INSERT OR REPLACE INTO embeddings VALUES ($model, $text, $vector)",
                ("$model", _model), ("$text", text), ("$vector", MemoryMarshal.AsBytes(vector.AsSpan()).ToArray()));
        transaction.Commit();
    }
}
