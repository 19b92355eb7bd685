using System.Globalization;
using System.Text.Json;
using PaperBot.Answering.Extractive.Summaries;
using PaperBot.Papers;

namespace PaperBot.Benchmarks.Training.Summaries;

/// <summary>
/// How often the sentence chosen for an aspect states it, and how often one is found where the abstract has one. The labels name
/// papers, by title or by SciTLDR's id, and hold a group of letters a sentence: Problem, Approach, Data, Results, Limits,
/// Background or Other. <c>A+D</c> states both; of <c>A/R</c> and of a small letter a quote is right and none is right too.
/// </summary>
internal static class AspectEvaluation
{
    /// <param name="paperFile">JSON Lines with <c>title</c> and <c>abstract</c>, or SciTLDR's <c>paper_id</c> and <c>source</c>.</param>
    public static async Task RunAsync(string labelFile, string paperFile, bool verbose, TextWriter log, CancellationToken cancellation)
    {
        var labels = (await File.ReadAllLinesAsync(labelFile, cancellation))
            .Select(line => line.Split('\t'))
            .ToDictionary(fields => fields[0], fields => fields[1].Split(' '));
        var counts = Aspects.Shown.ToDictionary(aspect => aspect, _ => (Said: 0, Right: 0, Stated: 0, Found: 0));
        await foreach (var line in File.ReadLinesAsync(paperFile, cancellation))
        {
            var (id, title, sentences) = Read(line);
            if (!labels.TryGetValue(id, out var expected))
                continue;
            if (expected.Length != sentences.Count)
                throw new InvalidDataException($"{id} has {sentences.Count} sentences and {expected.Length} labels.");
            var chosen = AspectQuotes.Choose(title, sentences);
            foreach (var aspect in Aspects.Shown)
            {
                var letter = aspect.ToString()[0];
                int? sentence = chosen.TryGetValue(aspect, out var at) ? at : null;
                var right = sentence is { } said && expected[said].Contains(letter, StringComparison.OrdinalIgnoreCase);
                var stated = Array.Exists(expected, group => group.Split('+').Contains(letter.ToString()));
                var count = counts[aspect];
                counts[aspect] = (
                    count.Said + (sentence is null ? 0 : 1), count.Right + (right ? 1 : 0),
                    count.Stated + (stated ? 1 : 0), count.Found + (stated && right ? 1 : 0));
                if (verbose && (sentence is null ? stated : !right))
                    await log.WriteLineAsync($"{id}\n  {aspect}: {(sentence is { } wrong ? sentences[wrong] : "not stated")}");
            }
        }
        foreach (var (aspect, (said, right, stated, found)) in counts)
            await log.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{aspect,-9} quotes right {right,3} of {said,3}   stated and found {found,3} of {stated,3}"));
    }

    private static (string Id, string Title, IReadOnlyList<string> Sentences) Read(string line)
    {
        using var document = JsonDocument.Parse(line);
        var paper = document.RootElement;
        var title = paper.TryGetProperty("title", out var named) ? named.GetString() ?? "" : "";
        return paper.TryGetProperty("paper_id", out var id)
            ? (id.GetString()!, title, [.. paper.GetProperty("source").EnumerateArray().Select(sentence => sentence.GetString()!)])
            : (title, title, SentenceSplitter.Split(paper.GetProperty("abstract").GetString()!));
    }
}
