using System.Text.Json;

namespace PaperBot.Benchmarks.Support;

/// <summary>A claim of SciFact (https://arxiv.org/abs/2004.14974) with its annotators' labels.</summary>
/// <param name="Labels">By document: SUPPORT or CONTRADICT.</param>
internal sealed record LabelledClaim(string Text, IReadOnlyList<(string Document, string Label)> Labels)
{
    public static IEnumerable<LabelledClaim> Read(string folder)
    {
        foreach (var line in File.ReadLines(Path.Combine(folder, "queries.jsonl")))
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.TryGetProperty("metadata", out var metadata) && metadata.EnumerateObject().Any())
            {
                yield return new LabelledClaim(
                    json.RootElement.GetProperty("text").GetString()!,
                    [.. metadata.EnumerateObject().Where(paper => paper.Value.GetArrayLength() > 0).Select(paper => (paper.Name, paper.Value[0].GetProperty("label").GetString()!))]);
            }
        }
    }
}
