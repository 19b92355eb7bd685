using System.Diagnostics;
using System.Globalization;
using FakeSlack;
using PaperBot.Benchmarks.Load;
using PaperBot.Benchmarks.Speed;

namespace PaperBot.Benchmarks.Models;

/// <summary>What people see when the model fails, in each of its ways, and how long after the failure: in Slack and in the terminal.</summary>
internal static class Fallbacks
{
    private const string Question = "How does SPANN search a billion vectors?";
    private const string OffTopic = "What is the battery life of the iPhone 15?";
    private const string Again = "How much memory does SPANN need?";
    private const string Local = "Local answer, in the abstracts' own words.";
    private const string Written = "Written by ";
    private const string Begun = "Begun by ";

    // More than the breaker needs to open.
    private const int ManyQuestions = 7;
    private const double Promised = 2_000;

    // So that what was said before a stream dies has been heard.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    private static readonly (string Name, Failing Failing, string? Setting)[] Ways =
    [
        ("silent, given up after 2 s", Failing.Silence, null),
        ("500", Failing.ServerError, null),
        ("429", Failing.TooManyCalls, null),
        ("a refusal", Failing.Refusal, null),
        ("broken JSON after two thirds", Failing.BrokenJson, null),
        ("a dead stream after two thirds", Failing.DeadStream, null),
        ("silent after two thirds, given up after 2 s", Failing.SilenceInside, null),
        ("the budget is spent", Failing.None, "TokensPerDay"),
        ("the breaker is open", Failing.ServerError, "breaker"),
    ];

    public static async Task MeasureAsync(string dataFolder, PacedServer server, Figures figures, CancellationToken cancellationToken)
    {
        (server.Failing, server.Pause) = (Failing.None, Pause);
        var (_, withoutModel, _) = await InSlackAsync(dataFolder, server, new Dictionary<string, string>(), breaks: false, again: false).ConfigureAwait(false);
        foreach (var (name, failing, setting) in Ways)
        {
            var variables = new Dictionary<string, string>(server.Variables);
            if (failing is Failing.Silence or Failing.SilenceInside)
                variables["PAPERBOT_LanguageModel__SilenceSeconds"] = "2";
            if (setting == "TokensPerDay")
                variables["PAPERBOT_LanguageModel__TokensPerDay"] = "1";
            using var copy = new LibraryCopy(dataFolder);
            server.Failing = failing;
            var (seen, after, tries) = await InSlackAsync(copy.Folder, server, variables, setting == "breaker", setting is not null).ConfigureAwait(false);
            Add(figures, $"Slack: {name}", seen, after, tries, withoutModel);
            using var second = new LibraryCopy(dataFolder);
            server.Failing = failing;
            (seen, after, tries) = await InTerminalAsync(second.Folder, server, variables, setting == "breaker", setting is not null, cancellationToken).ConfigureAwait(false);
            Add(figures, $"terminal: {name}", seen, after, tries, withoutModel);
        }
    }

    private static void Add(Figures figures, string what, string seen, double after, int tries, double withoutModel) => figures.Add(
        what, string.Create(CultureInfo.InvariantCulture, $"{seen}, {Figures.Milliseconds(after)} after {(tries == 0 ? "the question, the model unasked" : "it first failed")}"),
        $"asked without a model: {Figures.Milliseconds(withoutModel)}", "", "< 2 s", after < Promised);

    /// <returns>The answer's label, the time from the failure, or from the question where the model was not asked, and how often it was.</returns>
    private static async Task<(string Seen, double After, int Tries)> InSlackAsync(
        string dataFolder, PacedServer server, IReadOnlyDictionary<string, string> variables, bool breaks, bool again)
    {
        await using var workspace = await FakeWorkspace.StartAsync().ConfigureAwait(false);
        var (person, channel) = (workspace.AddUser("researcher"), workspace.AddChannel("reading"));
        await using var bot = await BotProcess.StartAsync(workspace, dataFolder, variables).ConfigureAwait(false);
        // The first question finds the embedding model not loaded yet; of one about no paper the language model is not asked.
        await AnswerAsync(person.Mention(channel, OffTopic), _ => true).ConfigureAwait(false);
        for (var before = 0; again && before < (breaks ? ManyQuestions : 1); before++)
            await AnswerAsync(person.Mention(channel, Question), IsWhole).ConfigureAwait(false);
        if (again)
            server.Failing = server.Failing;
        var (asked, start) = (server.Requests, Stopwatch.GetTimestamp());
        var answer = await AnswerAsync(person.Mention(channel, again ? Again : Question), IsWhole).ConfigureAwait(false);
        var end = Stopwatch.GetTimestamp();
        return (Label(answer.Shown), Milliseconds(server.FailedAt, start, end), server.Requests - asked);

        Task<FakeMessage> AnswerAsync(FakeMessage question, Func<FakeMessage, bool> wanted) => workspace.WaitForAnswerAsync(question, wanted, TimeSpan.FromMinutes(1));
    }

    private static async Task<(string Seen, double After, int Tries)> InTerminalAsync(
        string dataFolder, PacedServer server, IReadOnlyDictionary<string, string> variables, bool breaks, bool again, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "paperbot.dll"), "ask", "--batch", "-", "--data", dataFolder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await AnswerAsync(OffTopic).ConfigureAwait(false);
        for (var before = 0; again && before < (breaks ? ManyQuestions : 1); before++)
            await AnswerAsync(Question).ConfigureAwait(false);
        if (again)
            server.Failing = server.Failing;
        var (asked, begin) = (server.Requests, Stopwatch.GetTimestamp());
        var answer = await AnswerAsync(again ? Again : Question).ConfigureAwait(false);
        var end = Stopwatch.GetTimestamp();
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        await errors.ConfigureAwait(false);
        return (Label(answer), Milliseconds(server.FailedAt, begin, end), server.Requests - asked);

        async Task<string> AnswerAsync(string question)
        {
            await process.StandardInput.WriteLineAsync($$"""{"id": 1, "question": "{{question}}"}""").ConfigureAwait(false);
            await process.StandardInput.FlushAsync(cancellationToken).ConfigureAwait(false);
            while (await process.StandardOutput.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
            {
                if (Label(line) is { Length: > 0 } || (question == OffTopic && line.StartsWith("[3] ", StringComparison.Ordinal)))
                    return line;
            }

            throw new InvalidOperationException($"paperbot stopped answering: {await errors.ConfigureAwait(false)}");
        }
    }

    private static bool IsWhole(FakeMessage answer) => Label(answer.Shown).Length > 0;

    private static string Label(string shown) => shown.Contains(Begun, StringComparison.Ordinal) ? "begun by the model, finished by the abstracts"
        : shown.Contains(Local, StringComparison.Ordinal) ? "the local answer" : shown.Contains(Written, StringComparison.Ordinal) ? "the model's answer" : "";

    private static double Milliseconds(long failed, long asked, long end) => Stopwatch.GetElapsedTime(failed == 0 ? asked : failed, end).TotalMilliseconds;
}
