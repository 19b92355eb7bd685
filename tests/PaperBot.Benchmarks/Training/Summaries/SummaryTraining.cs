using System.Diagnostics;
using System.Text.Json;
using PaperBot.Answering.Evaluation;
using PaperBot.Answering.Extractive;
using PaperBot.Answering.Extractive.Summaries;

namespace PaperBot.Benchmarks.Training.Summaries;

internal sealed class Example(TldrDocument document, List<string> targets)
{
    public TldrDocument Document => document;
    public List<string> Targets => targets;
    public float[] Rewards = [];
    public float[] Plain = [];
    public bool[] Said = [];
    public float[] Chances = [];
    public float[] Features = [];
}

internal static class SummaryTraining
{
    private const int Folds = 5;

    private static List<Example> Load(string file, bool title)
    {
        var plain = new Rouge(false);
        var stemmed = new Rouge(true);
        var examples = new List<Example>();
        foreach (var line in File.ReadLines(file))
        {
            var root = JsonDocument.Parse(line).RootElement;
            var source = root.GetProperty("source").EnumerateArray().Select(e => e.GetString()!.Trim()).Where(s => s.Length > 0).ToList();
            var target = root.GetProperty("target").EnumerateArray().Select(e => e.GetString()!).ToList();
            var d = new TldrDocument(title ? root.GetProperty("title").GetString()! : "", source);
            var x = new Example(d, target);
            x.Rewards = [.. d.Candidates.Select(c => (float)stemmed.Best(d.Text(c), target).Rouge1)];
            x.Plain = [.. d.Candidates.Select(c => (float)plain.Best(d.Text(c), target).Rouge1)];
            var said = target.SelectMany(t => Words.Of(t)).Select(Words.Stem).ToHashSet();
            x.Said = [.. d.Stems.Select(said.Contains)];
            examples.Add(x);
        }
        return examples;
    }

    private static WordTable Table(IEnumerable<Example> examples)
    {
        var counts = new Dictionary<string, WordCounts>();
        var n = 0;
        foreach (var x in examples)
        {
            n++;
            for (var i = 0; i < x.Document.Stems.Count; i++)
            {
                var c = counts.GetValueOrDefault(x.Document.Stems[i]);
                counts[x.Document.Stems[i]] = new WordCounts(c.Papers + 1, c.Summaries + (x.Said[i] ? 1 : 0));
            }
        }
        return new WordTable(n, counts.Where(c => c.Value.Papers >= 3).ToDictionary(c => c.Key, c => c.Value));
    }

    private static (WordTable, Forest) TrainWords(List<Example> examples, BoostingOptions options)
    {
        var features = new List<float>();
        var labels = new List<float>();
        const int parts = 10;
        for (var p = 0; p < parts; p++)
        {
            var table = Table(examples.Where((_, i) => i % parts != p));
            for (var i = p; i < examples.Count; i += parts)
            {
                features.AddRange(WordFeatures.Of(examples[i].Document, table));
                labels.AddRange(examples[i].Said.Select(s => s ? 1f : 0f));
            }
        }
        var y = labels.ToArray();
        var forest = new TreeBooster([.. features], WordFeatures.Count).Grow(options, (s, g, h) =>
        {
            for (var i = 0; i < y.Length; i++)
            {
                var p = 1 / (1 + MathF.Exp(-s[i]));
                g[i] = p - y[i];
                h[i] = p * (1 - p);
            }
        });
        return (Table(examples), forest);
    }

    private static float[] Chances(Example x, WordTable table, Forest forest)
    {
        var f = WordFeatures.Of(x.Document, table);
        var r = new float[x.Document.Stems.Count];
        for (var i = 0; i < r.Length; i++)
            r[i] = 1 / (1 + MathF.Exp(-forest.Score(f.AsSpan(i * WordFeatures.Count, WordFeatures.Count))));
        return r;
    }

    private static Forest TrainCandidates(List<Example> examples, BoostingOptions options, string loss, double tau)
    {
        var starts = new List<int> { 0 };
        foreach (var x in examples)
            starts.Add(starts[^1] + x.Rewards.Length);
        var values = examples.SelectMany(x => x.Features).ToArray();
        var y = new float[starts[^1]];
        for (var e = 0; e < examples.Count; e++)
        {
            var r = examples[e].Rewards;
            if (loss == "mse")
            {
                var mean = r.Average();
                for (var i = 0; i < r.Length; i++)
                    y[starts[e] + i] = r[i] - mean;
            }
            else
            {
                var max = r.Max();
                var w = r.Select(v => Math.Exp((v - max) / tau)).ToArray();
                var sum = w.Sum();
                for (var i = 0; i < r.Length; i++)
                    y[starts[e] + i] = loss == "list" ? (float)(w[i] / sum) : r[i];
            }
        }
        return new TreeBooster(values, CandidateFeatures.Count).Grow(options, (s, g, h) =>
        {
            if (loss == "mse")
            {
                for (var i = 0; i < y.Length; i++)
                {
                    g[i] = s[i] - y[i];
                    h[i] = 1;
                }
                return;
            }
            for (var e = 0; e + 1 < starts.Count; e++)
            {
                var a = starts[e];
                var b = starts[e + 1];
                var max = float.MinValue;
                for (var i = a; i < b; i++)
                    max = Math.Max(max, s[i]);
                double sum = 0, mean = 0;
                for (var i = a; i < b; i++)
                    sum += Math.Exp(s[i] - max);
                for (var i = a; i < b; i++)
                    mean += Math.Exp(s[i] - max) / sum * y[i];
                for (var i = a; i < b; i++)
                {
                    var p = (float)(Math.Exp(s[i] - max) / sum);
                    g[i] = loss == "list" ? p - y[i] : (float)(-p * (y[i] - mean) * 10);
                    h[i] = Math.Max(p * (1 - p), 1e-4f);
                }
            }
        });
    }

    public static async Task RunAsync(string trainFile, string outputFile, TextWriter log, CancellationToken cancellation)
    {
        await Task.Yield();
        var watch = Stopwatch.StartNew();
        var args = outputFile.Split(',');
        var data = Load(trainFile, args.Contains("title"));
        log.WriteLine($"loaded {data.Count} {data.Sum(x => x.Rewards.Length)} {watch.Elapsed}");
        var wordOptions = new BoostingOptions(150, 24, 0.08, 40, 0.7, 0.6, 2, 1);
        double logloss = 0; long words = 0;
        for (var k = 0; k < Folds; k++)
        {
            var (table, forest) = TrainWords(data.Where((_, i) => i % Folds != k).ToList(), wordOptions);
            for (var i = k; i < data.Count; i += Folds)
            {
                data[i].Chances = Chances(data[i], table, forest);
                data[i].Features = CandidateFeatures.Of(data[i].Document, table, data[i].Chances);
                for (var j = 0; j < data[i].Said.Length; j++)
                {
                    logloss -= Math.Log(data[i].Said[j] ? data[i].Chances[j] : 1 - data[i].Chances[j]);
                    words++;
                }
            }
        }
        log.WriteLine($"word logloss {logloss / words:0.00000} {watch.Elapsed}");
        double Pick(Func<Example, int, double> score, Func<Example, float[]> reward) => 100 * data.Average(x => reward(x)[Enumerable.Range(0, x.Rewards.Length).MaxBy(i => score(x, i))]);
        void Report(string name, Func<Example, int, double> score) => log.WriteLine($"{name}: stem {Pick(score, x => x.Rewards):0.00} plain {Pick(score, x => x.Plain):0.00} len {data.Average(x => x.Document.TokensOf(x.Document.Candidates[Enumerable.Range(0, x.Rewards.Length).MaxBy(i => score(x, i))]).Length):0.0} {watch.Elapsed}");
        Report("oracle", (x, i) => x.Rewards[i]);
        Report("first", (x, i) => -i);
        Report("expected", (x, i) => x.Features[(i * CandidateFeatures.Count)]);
        if (args.Contains("dev"))
        {
            var dev = Load(trainFile.Replace("train", "dev"), args.Contains("title"));
            var (table, words2) = TrainWords(data, wordOptions);
            foreach (var x in dev)
            {
                x.Chances = Chances(x, table, words2);
                x.Features = CandidateFeatures.Of(x.Document, table, x.Chances);
            }
            var forest = TrainCandidates(data, new BoostingOptions(200, 16, 0.06, 40, 0.7, 0.5, 2, 1), "mse", 0);
            data = dev;
            Report("DEV expected", (x, i) => x.Features[(i * CandidateFeatures.Count)]);
            Report("DEV mse", (x, i) => forest.Score(x.Features.AsSpan(i * CandidateFeatures.Count, CandidateFeatures.Count)));
            return;
        }
        var sum = data.Select(x => new double[x.Rewards.Length]).ToList();
        var index = data.Select((x, i) => (x, i)).ToDictionary(p => p.x, p => p.i);
        foreach (var (loss, tau, o) in new[]
        {
            ("mse", 0.0, new BoostingOptions(200, 16, 0.06, 40, 0.7, 0.5, 2, 1)),
            ("list", 0.05, new BoostingOptions(150, 16, 0.06, 30, 0.7, 0.5, 2, 1)),
            ("list", 0.1, new BoostingOptions(150, 16, 0.06, 30, 0.7, 0.5, 2, 1)),
            ("soft", 0.1, new BoostingOptions(150, 12, 0.06, 30, 0.7, 0.5, 2, 1)),
        })
        {
            var scores = data.Select(x => new double[x.Rewards.Length]).ToList();
            for (var k = 0; k < Folds; k++)
            {
                var forest = TrainCandidates(data.Where((_, i) => i % Folds != k).ToList(), o, loss, tau);
                for (var i = k; i < data.Count; i += Folds)
                {
                    for (var j = 0; j < scores[i].Length; j++)
                        scores[i][j] = forest.Score(data[i].Features.AsSpan(j * CandidateFeatures.Count, CandidateFeatures.Count));
                }
            }
            Report(loss + tau, (x, i) => scores[index[x]][i]);
            for (var i = 0; i < data.Count; i++)
            {
                for (var j = 0; j < scores[i].Length; j++)
                    sum[i][j] += scores[i][j] * (loss == "mse" ? 12 : 1);
            }
        }
        Report("sum", (x, i) => sum[index[x]][i]);
    }
}
