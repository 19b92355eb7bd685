using System.Text.Json;
using PaperBot.Retrieval.Evaluation;

namespace PaperBot.Benchmarks.Evidence;

/// <summary>A claim of SciFact (https://arxiv.org/abs/2004.14974) with what its annotators said of it.</summary>
/// <param name="Cited">Ids of the papers that were looked at for it.</param>
/// <param name="Rationales">By paper, the places of the sentences that support or contradict it; empty where no cited paper says anything.</param>
internal sealed record ScifactClaim(string Id, string Text, IReadOnlyCollection<string> Cited, IReadOnlyDictionary<string, IReadOnlySet<int>> Rationales)
{
    public bool HasEvidence => Rationales.Count > 0;

    public static IReadOnlyList<ScifactClaim> Read(BeirDataset dataset)
    {
        var rationales = File.ReadLines(Path.Combine(dataset.Folder, "queries.jsonl")).Where(line => line.Length > 0).Select(Rationale).ToDictionary(pair => pair.Id, pair => pair.Papers);
        return [.. dataset.Queries.Select(query => new ScifactClaim(query.Id, query.Text, [.. dataset.Relevant[query.Id].Keys], rationales[query.Id]))];
    }

    private static (string Id, Dictionary<string, IReadOnlySet<int>> Papers) Rationale(string line)
    {
        using var json = JsonDocument.Parse(line);
        var papers = json.RootElement.TryGetProperty("metadata", out var metadata)
            ? metadata.EnumerateObject().ToDictionary(
                paper => paper.Name,
                IReadOnlySet<int> (paper) => paper.Value.EnumerateArray()
                    .SelectMany(rationale => rationale.GetProperty("sentences").EnumerateArray()).Select(place => place.GetInt32()).ToHashSet())
            : [];
        return (json.RootElement.GetProperty("_id").GetString()!, papers);
    }
}
