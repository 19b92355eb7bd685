using System.Text;
using System.Text.Json;

namespace PaperBot.Embedding.Tokens;

/// <summary>What a WordPiece tokenizer knows: its pieces by id, its special tokens and how a text is cleaned before it is cut.</summary>
internal sealed record Vocabulary
{
    public required IReadOnlyDictionary<string, int> Ids { get; init; }

    public required IReadOnlyList<(string Content, long Id)> Specials { get; init; }

    public bool LowerCase { get; init; } = true;

    public bool StripAccents { get; init; } = true;

    public string Unknown { get; init; } = "[UNK]";

    public string ContinuationPrefix { get; init; } = "##";

    public int LongestWord { get; init; } = 100;

    public long StartId => Ids["[CLS]"];

    public long EndId => Ids["[SEP]"];

    /// <summary>Reads tokenizer.json, or vocab.txt with one piece a line.</summary>
    /// <exception cref="EmbeddingModelException">The tokenizer is of another kind than WordPiece.</exception>
    public static Vocabulary Read(string path, bool lowerCase = true)
    {
        var vocabulary = Path.GetExtension(path) == ".json" ? FromJson(path) : FromLines(path, lowerCase);
        foreach (var needed in new[] { "[CLS]", "[SEP]", vocabulary.Unknown })
        {
            if (!vocabulary.Ids.ContainsKey(needed))
                throw new EmbeddingModelException(
                    $"{Path.GetFileName(path)} lacks the token {needed}; only BERT's WordPiece vocabularies are understood.");
        }
        return vocabulary;
    }

    /// <summary>One piece a line in the order of their ids; a gap is filled with a line that no text can be cut into.</summary>
    public Stream ToLines()
    {
        var pieces = new string?[Ids.Values.Max() + 1];
        foreach (var (piece, id) in Ids)
            pieces[id] = piece;
        var lines = new StringBuilder();
        for (var id = 0; id < pieces.Length; id++)
            lines.Append(pieces[id] ?? $"[gap {id}]").Append('\n');
        return new MemoryStream(Encoding.UTF8.GetBytes(lines.ToString()));
    }

    private static Vocabulary FromLines(string path, bool lowerCase)
    {
        var ids = new Dictionary<string, int>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in File.ReadLines(path))
            ids.TryAdd(line.Trim(), number++);
        string[] specials = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"];
        return new Vocabulary
        {
            Ids = ids,
            Specials = [.. specials.Where(ids.ContainsKey).Select(special => (special, (long)ids[special]))],
            LowerCase = lowerCase,
            StripAccents = lowerCase,
        };
    }

    private static Vocabulary FromJson(string path)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var model = json.RootElement.GetProperty("model");
            var kind = model.TryGetProperty("type", out var type) ? type.GetString() : "WordPiece";
            if (kind != "WordPiece")
                throw new EmbeddingModelException(
                    $"The model's tokenizer is of the kind {kind}; only WordPiece (BERT) is understood. Choose a BERT model.");
            var normalizer = json.RootElement.GetProperty("normalizer");
            if (normalizer.ValueKind != JsonValueKind.Object || normalizer.GetProperty("type").GetString() != "BertNormalizer")
                throw new EmbeddingModelException(
                    "The model's tokenizer does not clean text as BERT does; only BERT's own rules are understood. Choose a BERT model.");
            var lowerCase = !normalizer.TryGetProperty("lowercase", out var lower) || lower.GetBoolean();
            return new Vocabulary
            {
                Ids = model.GetProperty("vocab").EnumerateObject()
                    .ToDictionary(piece => piece.Name, piece => piece.Value.GetInt32(), StringComparer.Ordinal),
                Specials = [.. json.RootElement.GetProperty("added_tokens").EnumerateArray()
                    .Where(token => !(token.TryGetProperty("normalized", out var normalized) && normalized.GetBoolean()))
                    .Select(token => (token.GetProperty("content").GetString()!, token.GetProperty("id").GetInt64()))],
                LowerCase = lowerCase,
                StripAccents = normalizer.TryGetProperty("strip_accents", out var strip) && strip.ValueKind != JsonValueKind.Null
                    ? strip.GetBoolean()
                    : lowerCase,
                Unknown = model.TryGetProperty("unk_token", out var unknown) ? unknown.GetString()! : "[UNK]",
                ContinuationPrefix = model.TryGetProperty("continuing_subword_prefix", out var prefix) ? prefix.GetString()! : "##",
                LongestWord = model.TryGetProperty("max_input_chars_per_word", out var longest) ? longest.GetInt32() : 100,
            };
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new EmbeddingModelException($"{Path.GetFileName(path)} is not a tokenizer that is understood: {e.Message}", e);
        }
    }
}
