using System.Diagnostics;
using FakeSlack;
using PaperBot.Benchmarks.Speed;
using PaperBot.Retrieval.Evaluation;

namespace PaperBot.Benchmarks.Load;

/// <summary>How soon events are acknowledged while answers are computed: 50 a second, every other one a question to the bot.</summary>
internal static class AcknowledgementLoad
{
    private const int EventsASecond = 50, People = 100, Channels = 50;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static async Task MeasureAsync(string dataFolder, int seconds, Figures figures, CancellationToken cancellationToken)
    {
        await using var workspace = await FakeWorkspace.StartAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        var people = Enumerable.Range(0, People).Select(number => workspace.AddUser($"person{number}")).ToList();
        var channels = Enumerable.Range(0, Channels).Select(number => workspace.AddChannel($"channel{number}")).ToList();
        await using var bot = await BotProcess.StartAsync(workspace, dataFolder).ConfigureAwait(false);
        await LoadQuestions.WarmUpAsync(workspace, people[0]).ConfigureAwait(false);

        var asked = new int[People];
        var memory = new List<double>();
        await Pace.KeepAsync(EventsASecond, EventsASecond * seconds, turn =>
        {
            var person = people[turn / 2 % People];
            if (turn % 2 == 0)
            {
                person.DirectMessage(LoadQuestions.Number(turn / 2));
                asked[turn / 2 % People]++;
            }
            else
            {
                person.Say(channels[turn % Channels], "I shall be ten minutes late today.");
            }

            if (turn % EventsASecond == 0)
                memory.Add(bot.WorkingSet);
            return Task.CompletedTask;
        }, cancellationToken).ConfigureAwait(false);
        var ended = Stopwatch.GetTimestamp();
        // The first question of all warmed the bot up.
        asked[0]++;
        var unanswered = 0;
        foreach (var (person, count) in people.Zip(asked))
            unanswered += await UnansweredAsync(workspace, person, count).ConfigureAwait(false);
        Report(workspace, memory, Stopwatch.GetElapsedTime(ended), asked.Sum(), unanswered, figures);
    }

    private static void Report(FakeWorkspace workspace, List<double> memory, TimeSpan after, int asked, int unanswered, Figures figures)
    {
        var deliveries = workspace.Deliveries;
        var times = deliveries.Where(delivery => delivery.IsAcknowledged).Select(delivery => delivery.AckAfter.TotalMilliseconds).Order().ToList();
        var (median, p99) = (RankingMetrics.Percentile(times, 0.5), RankingMetrics.Percentile(times, 0.99));
        var lost = deliveries.Count - times.Count;
        figures.Add(
            $"acknowledgement of {deliveries.Count:N0} events at {EventsASecond} a second",
            $"p50 {Figures.Milliseconds(median)}, p99 {Figures.Milliseconds(p99)}, at most {Figures.Milliseconds(times[^1])}",
            $"{lost} not acknowledged", "", "p99 < 500 ms", p99 < 500 && lost == 0);
        figures.Add(
            $"… {asked:N0} questions among them", $"{asked - unanswered:N0} answered", $"the last {after.TotalSeconds:0.0} s after the last event",
            "", "all", unanswered == 0);
        var (early, late) = (Middle(memory, memory.Count / 3), Middle(memory, memory.Count - 5));
        figures.Add(
            "… working set after a third of the time and at the end", $"{Figures.Number(early)} MB, {Figures.Number(late)} MB",
            $"at the start: {Figures.Number(memory[0])} MB", Figures.Times(late, early), "≤ 1.15 ×", late <= 1.15 * early);
    }

    private static double Middle(List<double> memory, int from) => memory.Skip(Math.Max(0, from - 2)).Take(5).Order().ElementAt(2);

    private static async Task<int> UnansweredAsync(FakeWorkspace workspace, FakeUser person, int asked)
    {
        try
        {
            await workspace.WaitForMessageAsync(person.DirectChannel, _ => Answers() >= asked, timeout: Patience).ConfigureAwait(false);
            return 0;
        }
        catch (TimeoutException)
        {
            return asked - Answers();
        }

        int Answers() => workspace.Messages(person.DirectChannel).Count(message => message.BotId == workspace.BotId);
    }
}
