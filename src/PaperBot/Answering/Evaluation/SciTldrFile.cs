using System.Runtime.CompilerServices;
using System.Text.Json;
using PaperBot.Papers;

namespace PaperBot.Answering.Evaluation;

/// <param name="Title">Empty where the file has none.</param>
/// <param name="Sentences">Of the abstract, trimmed, none empty.</param>
/// <param name="Tldrs">At least one.</param>
internal sealed record SciTldrPaper(string Id, string Title, IReadOnlyList<string> Sentences, IReadOnlyList<string> Tldrs);

/// <summary>A line of the file: its paper, or the reason why there is none.</summary>
/// <param name="Number">From 1.</param>
internal sealed record SciTldrLine(int Number, SciTldrPaper? Paper, string? Reason);

/// <summary>
/// Reads SciTLDR (Cachola et al., TLDR: Extreme Summarization of Scientific Documents, 2020): one JSON object a line with
/// <c>source</c>, the abstract's sentences (or the abstract as one text), and <c>target</c>, one TLDR or several.
/// </summary>
internal static class SciTldrFile
{
    /// <summary>One line at a time; empty lines are passed over, but counted.</summary>
    public static async IAsyncEnumerable<SciTldrLine> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(path, cancellation).ConfigureAwait(false))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
                yield return Parse(number, line);
        }
    }

    private static SciTldrLine Parse(int number, string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var record = document.RootElement;
            if (record.ValueKind != JsonValueKind.Object)
                return new SciTldrLine(number, null, "not a JSON object");

            var source = Texts(record, "source");
            if (Text(record, "source") is { Length: > 0 } text)
                source = [.. SentenceSplitter.Split(text)];
            var target = Texts(record, "target");
            return source.Count == 0 ? new SciTldrLine(number, null, "no sentences in \"source\"")
                : target.Count == 0 ? new SciTldrLine(number, null, "no summary in \"target\"")
                : new SciTldrLine(number, new SciTldrPaper(Text(record, "paper_id"), Text(record, "title"), source, target), null);
        }
        catch (JsonException broken)
        {
            return new SciTldrLine(number, null, "not JSON: " + broken.Message);
        }
    }

    private static List<string> Texts(JsonElement record, string name)
    {
        if (!record.TryGetProperty(name, out var value))
            return [];
        var elements = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToList() : [value];
        return [.. elements
            .Where(element => element.ValueKind == JsonValueKind.String)
            .Select(element => element.GetString()!.Trim())
            .Where(text => text.Length > 0)];
    }

    private static string Text(JsonElement record, string name) =>
        record.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
