using System.Diagnostics;
using FakeSlack;
using PaperBot.Benchmarks.Speed;

namespace PaperBot.Benchmarks.Load;

/// <summary>
/// Whether every question is answered exactly once although events are repeated, lost and overtaken, Slack answers with 429 and 5xx or not at all,
/// and the process is killed three times.
/// </summary>
internal static class RestartLoad
{
    private const int EventsASecond = 40, Channels = 250, Restarts = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(20);

    public static async Task MeasureAsync(string dataFolder, int deliveries, Figures figures, CancellationToken cancellationToken)
    {
        // Slack's minute is three seconds here.
        await using var workspace = await FakeWorkspace.StartAsync(
            new WorkspaceOptions { RetryScale = 0.05 }, cancellationToken: cancellationToken).ConfigureAwait(false);
        var person = workspace.AddUser("person");
        var channels = Enumerable.Range(0, Channels).Select(number => workspace.AddChannel($"channel{number}")).ToList();
        await using var bot = await BotProcess.StartAsync(workspace, dataFolder).ConfigureAwait(false);
        Disturb(workspace);

        // A mention is two events, so of four events two are a question and two are talk.
        var questions = new List<FakeMessage>();
        var turns = deliveries / 4;
        var start = Stopwatch.GetTimestamp();
        await Pace.KeepAsync(EventsASecond / 4.0, turns, async turn =>
        {
            questions.Add(person.Mention(channels[turn % Channels], LoadQuestions.Number(turn)));
            person.Say(channels[(turn + 1) % Channels], "I shall be ten minutes late today.");
            person.Say(channels[(turn + 2) % Channels], "Lunch at noon?");
            if (turn % (turns / (Restarts + 1)) == 0 && turn > 0 && turn < turns * Restarts / (Restarts + 1) + 1)
                await bot.RestartAsync().ConfigureAwait(false);
        }, cancellationToken).ConfigureAwait(false);

        var unanswered = new List<FakeMessage>();
        foreach (var question in questions)
            if (!await IsAnsweredAsync(workspace, question).ConfigureAwait(false))
                unanswered.Add(question);
        var took = Stopwatch.GetElapsedTime(start);
        // A second answer may be on its way yet.
        await Task.Delay(Settling, cancellationToken).ConfigureAwait(false);
        Report(workspace, questions, took, figures);
        if (unanswered.Count > 0)
            await Console.Error.WriteLineAsync(bot.LastLines).ConfigureAwait(false);
    }

    private static void Disturb(FakeWorkspace workspace)
    {
        (workspace.DeliveryFaults.RepeatChance, workspace.DeliveryFaults.LostAckChance) = (0.1, 0.05);
        (workspace.DeliveryFaults.DelayChance, workspace.DeliveryFaults.ReorderChance) = (0.05, 0.05);
        workspace.Faults.Sometimes(ApiFaults.AnyMethod, Fault.RateLimited(TimeSpan.FromSeconds(1)), 0.03);
        workspace.Faults.Sometimes(ApiFaults.AnyMethod, Fault.ServerError(), 0.03);
        workspace.Faults.Sometimes(ApiFaults.AnyMethod, Fault.DropBefore(), 0.01);
        workspace.Faults.Sometimes(ApiFaults.AnyMethod, Fault.DropAfter(), 0.01);
    }

    private static void Report(FakeWorkspace workspace, List<FakeMessage> questions, TimeSpan took, Figures figures)
    {
        var answers = questions.ConvertAll(question => Answers(workspace, question));
        var (none, once, more) = (answers.Count(count => count == 0), answers.Count(count => count == 1), answers.Count(count => count > 1));
        var tries = workspace.Deliveries.Sum(delivery => delivery.Attempts.Count);
        var refused = workspace.Calls.Count(call => call.Error is not null);
        figures.Add(
            $"{questions.Count:N0} questions among {workspace.DeliveryCount:N0} deliveries with faults and {Restarts} × kill -9",
            $"{once:N0} answered once, {none:N0} never, {more:N0} more than once",
            $"{tries:N0} tries to deliver, {refused:N0} calls refused, {took.TotalSeconds:0} s", "", "each exactly once", none + more == 0);
    }

    private static async Task<bool> IsAnsweredAsync(FakeWorkspace workspace, FakeMessage question)
    {
        try
        {
            await workspace.WaitForAnswerAsync(question, timeout: Patience).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private static int Answers(FakeWorkspace workspace, FakeMessage question) =>
        workspace.Thread(workspace.Channels.Single(channel => channel.Id == question.Channel), question.Ts)
            .Count(message => message.BotId == workspace.BotId);
}
