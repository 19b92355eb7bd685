using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace PaperBot.Retrieval.Evaluation;

/// <summary>A test collection in the layout of BEIR: <c>corpus.jsonl</c>, <c>queries.jsonl</c> and <c>qrels/NAME.tsv</c>.</summary>
/// <param name="Queries">Those that the judgements name.</param>
/// <param name="Relevant">By query id: document id → grade, above 0.</param>
internal sealed record BeirDataset(
    string Folder, IReadOnlyList<BeirQuery> Queries, IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Relevant)
{
    /// <exception cref="InvalidDataException">A file is missing or is not as it should be; the message says which line.</exception>
    public static BeirDataset Open(string folder, string qrels)
    {
        var relevant = ReadJudgements(Existing(Path.Combine(folder, "qrels", qrels + ".tsv")));
        Existing(Path.Combine(folder, "corpus.jsonl"));
        var queries = Read(Existing(Path.Combine(folder, "queries.jsonl")))
            .Select(line => new BeirQuery(line.Id, line.Text))
            .Where(query => relevant.ContainsKey(query.Id))
            .ToList();
        return queries.Count > 0
            ? new BeirDataset(folder, queries, relevant)
            : throw new InvalidDataException($"No query of {folder} is judged in qrels/{qrels}.tsv. Choose another file with --qrels NAME.");
    }

    public IEnumerable<BeirDocument> Documents() => Read(Path.Combine(Folder, "corpus.jsonl"));

    private static IEnumerable<BeirDocument> Read(string path)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
                yield return Parse(line) ?? throw new InvalidDataException($"Line {number} of {path} is not a JSON object with \"_id\" and \"text\".");
        }
    }

    private static BeirDocument? Parse(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return Text(json, "_id") is { } id && Text(json, "text") is { } text ? new BeirDocument(id, Text(json, "title") ?? "", text) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonDocument json, string name) =>
        json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString() : null;

    private static Dictionary<string, IReadOnlyDictionary<string, int>> ReadJudgements(string path)
    {
        var judgements = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            var cells = line.Split('\t');
            if (number == 1 && cells[0] == "query-id" || line.Length == 0)
                continue;
            if (cells.Length != 3 || !int.TryParse(cells[2], CultureInfo.InvariantCulture, out var grade))
                throw new InvalidDataException($"Line {number} of {path} is not \"query-id, corpus-id, score\" separated by tabs.");
            if (grade <= 0)
                continue;
            if (!judgements.TryGetValue(cells[0], out var ofQuery))
                judgements[cells[0]] = ofQuery = new Dictionary<string, int>(StringComparer.Ordinal);
            ofQuery[cells[1]] = grade;
        }

        return judgements.ToDictionary(pair => pair.Key, IReadOnlyDictionary<string, int> (pair) => pair.Value, StringComparer.Ordinal);
    }

    private static string Existing(string path) => File.Exists(path)
        ? path
        : throw new InvalidDataException($"{path} is missing. A test collection is a folder with corpus.jsonl, queries.jsonl and qrels/NAME.tsv.");
}

internal readonly record struct BeirQuery(string Id, string Text);

internal sealed record BeirDocument(string Id, string Title, string Text);
