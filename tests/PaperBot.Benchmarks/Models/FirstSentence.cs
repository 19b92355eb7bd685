using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Answering;
using PaperBot.Benchmarks.Speed;
using PaperBot.Retrieval.Evaluation;

namespace PaperBot.Benchmarks.Models;

/// <summary>How long a reader waits for the first sentence of a model that takes 50 ms a token.</summary>
internal static class FirstSentence
{
    private const int Questions = 15;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public static async Task MeasureAsync(
        ServiceProvider written, PacedServer server, IReadOnlyList<string> questions, Figures figures, CancellationToken cancellationToken)
    {
        server.Pause = Pause;
        var (shown, sent, done, behind) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        foreach (var question in questions.Take(Questions))
        {
            var (start, first) = (Stopwatch.GetTimestamp(), 0L);
            await written.GetRequiredService<Ask>().AnswerAsync(
                new AskRequest(question),
                (_, _) =>
                {
                    first = first == 0 ? Stopwatch.GetTimestamp() : first;
                    return ValueTask.CompletedTask;
                },
                cancellationToken).ConfigureAwait(false);
            // An answer whose first sentence did not stand would compare two different ones.
            if (first == 0)
                continue;
            shown.Add(Milliseconds(start, first));
            sent.Add(Milliseconds(start, server.FirstSentenceAt));
            behind.Add(Milliseconds(server.FirstSentenceAt, first));
            done.Add(Milliseconds(start, server.EndedAt));
        }

        server.Pause = TimeSpan.Zero;
        figures.Add(
            "the first sentence shown, of a model that takes 50 ms a token", $"p50 {Figures.Milliseconds(Median(shown))}",
            $"the model had said it after {Figures.Milliseconds(Median(sent))}", Figures.Times(Median(shown), Median(sent)));
        figures.Add(
            "from the model's last token of it to the reader", $"p50 {Figures.Milliseconds(Median(behind))}, at most {Figures.Milliseconds(behind.Max())}",
            "a token: 50 ms", Figures.Times(Median(behind), Pause.TotalMilliseconds));
        figures.Add(
            "the same, without streaming: when the whole answer is there", $"p50 {Figures.Milliseconds(Median(done))}", $"the first sentence: {Figures.Milliseconds(Median(shown))}",
            Figures.Times(Median(done), Median(shown)));
    }

    private static double Milliseconds(long from, long to) => Stopwatch.GetElapsedTime(from, to).TotalMilliseconds;

    private static double Median(List<double> values)
    {
        values.Sort();
        return RankingMetrics.Percentile(values, 0.5);
    }
}
