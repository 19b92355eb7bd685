using System.Globalization;
using PaperBot.Answering.Evaluation;
using PaperBot.Answering.Extractive.Summaries;

namespace PaperBot.Benchmarks.Training.Summaries;

/// <summary>
/// How often the aspect of a sentence is the one that a person gave it. The labels name papers of SciTLDR's train file and hold
/// one group of letters a sentence: Problem, Approach, Data, Results, Limits, Background or Other; several where either is right.
/// </summary>
internal static class AspectEvaluation
{
    public static async Task RunAsync(string labelFile, string scitldrFile, TextWriter log, CancellationToken cancellation)
    {
        var labels = (await File.ReadAllLinesAsync(labelFile, cancellation))
            .Select(line => line.Split('\t'))
            .ToDictionary(fields => fields[0], fields => fields[1].Split(' '));
        int right = 0, all = 0;
        var byAspect = new Dictionary<char, (int Right, int Said, int Asked)>();
        await foreach (var line in SciTldrFile.ReadAsync(scitldrFile, cancellation))
        {
            if (line.Paper is not { } paper || !labels.TryGetValue(paper.Id, out var expected))
                continue;
            var aspects = AspectClassifier.Classify(paper.Sentences);
            for (var i = 0; i < aspects.Length; i++)
            {
                var said = aspects[i] == Aspect.None ? 'O' : aspects[i].ToString()[0];
                var asked = expected[i].Replace('B', 'O');
                all++;
                if (asked.Contains(said))
                    right++;
                else
                    await log.WriteLineAsync($"{paper.Id} {i}: {said}, not {expected[i]}");
                Count(byAspect, said, asked.Contains(said) ? 1 : 0, 1, 0);
                if (asked.Length == 1)
                    Count(byAspect, asked[0], 0, 0, 1);
            }
        }
        var share = 100.0 * right / Math.Max(1, all);
        await log.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{right} of {all} sentences right, {share:0.0}%"));
        foreach (var (letter, (hit, said, asked)) in byAspect.OrderBy(pair => pair.Key))
            await log.WriteLineAsync($"{letter}: said {said} times, {hit} rightly; the only right answer {asked} times");
    }

    private static void Count(Dictionary<char, (int, int, int)> counts, char letter, int right, int said, int asked)
    {
        var (a, b, c) = counts.GetValueOrDefault(letter);
        counts[letter] = (a + right, b + said, c + asked);
    }
}
