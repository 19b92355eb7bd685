using System.CommandLine;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace PaperBot.Benchmarks.Digests.Simulation;

/// <summary>Runs the simulation and prints its counts.</summary>
internal static class DigestSimulation
{
    public static Command Verb()
    {
        var subscriptions = Number("--subscriptions", 200, "How many subscriptions");
        var days = Number("--days", 400, "How many days");
        var seed = Number("--seed", 1, "Another number is another simulation");
        var workspace = new Option<bool>("--workspace") { Description = "Post to a simulated workspace on real sockets, as the bot posts, in place of memory" };
        var verb = new Command("simulate", "Simulate deliveries through crashes, faults, downtimes and clock changes, and count what was due and what was posted")
        {
            subscriptions, days, seed, workspace,
        };
        verb.SetAction((typed, cancellationToken) => RunAsync(
            new SimulationPlan(typed.GetValue(subscriptions), typed.GetValue(days), typed.GetValue(seed)), typed.GetValue(workspace), Console.Out, cancellationToken));
        return verb;
    }

    /// <param name="inWorkspace">Whether the posts go over sockets to a workspace.</param>
    /// <returns>The exit code: 1 when anything was double or lost.</returns>
    public static async Task<int> RunAsync(SimulationPlan plan, bool inWorkspace, TextWriter output, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("paperbot-simulation-");
        try
        {
            var watch = Stopwatch.StartNew();
            var time = new FakeTimeProvider(plan.Start);
            await using var workspace = inWorkspace
                ? await WorkspaceChat.StartAsync(Path.Combine(folder.FullName, "chat"), plan, time).ConfigureAwait(false) : null;
            var counts = await new DeliverySimulation(plan, Path.Combine(folder.FullName, "library"), workspace ?? (ISimulatedChat)new MemoryChat(), time)
                .RunAsync(cancellationToken).ConfigureAwait(false);
            counts.Write(output);
            await output.WriteLineAsync($"{plan.Days} days took {watch.Elapsed.TotalSeconds:0} s").ConfigureAwait(false);
            return counts.IsClean ? 0 : 1;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static Option<int> Number(string name, int standard, string description) =>
        new(name) { Description = $"{description}. Default: {standard}", HelpName = "N", DefaultValueFactory = _ => standard };
}
