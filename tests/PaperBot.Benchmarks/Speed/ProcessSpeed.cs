using System.Diagnostics;
using System.Text.Json;
using PaperBot.Retrieval.Evaluation;

namespace PaperBot.Benchmarks.Speed;

/// <summary>What a whole process of the program takes: time to begin, answer and end, and memory.</summary>
internal static class ProcessSpeed
{
    /// <summary>The argument that makes this program end at once.</summary>
    public const string Nothing = "nothing";

    private const int Runs = 9, Questions = 100;
    private const double Megabyte = 1e6;

    public static async Task MeasureAsync(string dataFolder, IReadOnlyList<string> questions, Figures figures, CancellationToken cancellationToken)
    {
        var empty = await MedianAsync(_ => RunAsync("PaperBot.Benchmarks", [Nothing], cancellationToken)).ConfigureAwait(false);
        var ask = await MedianAsync(run => RunAsync("paperbot", ["ask", "--data", dataFolder, questions[run]], cancellationToken)).ConfigureAwait(false);
        figures.Add(
            "a warm `ask` process, from start to end", Figures.Milliseconds(ask), $"a .NET process that does nothing: {Figures.Milliseconds(empty)}",
            Figures.Times(ask, empty), "< 2 s", ask < 2000);

        var sample = Directory.CreateTempSubdirectory("paperbot-speed-");
        try
        {
            var (small, _) = await WorkingSetAsync(sample.FullName, questions, cancellationToken).ConfigureAwait(false);
            var (large, peak) = await WorkingSetAsync(dataFolder, questions, cancellationToken).ConfigureAwait(false);
            figures.Add(
                $"working set after {Questions} questions", $"{Figures.Number(large)} MB, at most {Figures.Number(peak)} MB",
                $"with the sample library: {Figures.Number(small)} MB", Figures.Times(large, small), "< 400 MB", peak < 400);
        }
        finally
        {
            sample.Delete(recursive: true);
        }
    }

    private static async Task<double> MedianAsync(Func<int, Task> run)
    {
        await run(0).ConfigureAwait(false);
        var times = new List<double>(Runs);
        for (var i = 0; i < Runs; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await run(i).ConfigureAwait(false);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        return RankingMetrics.Percentile(times, 0.5);
    }

    private static async Task RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var process = Start(program, arguments);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.StandardOutput.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await errors.ConfigureAwait(false)}");
    }

    /// <summary>In megabytes, while the process still waits for another question.</summary>
    private static async Task<(double Now, double Peak)> WorkingSetAsync(string dataFolder, IReadOnlyList<string> questions, CancellationToken cancellationToken)
    {
        using var process = Start("paperbot", ["ask", "--batch", "-", "--json", "--data", dataFolder]);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        for (var i = 0; i < Questions; i++)
        {
            await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new { id = i, question = questions[i] })).ConfigureAwait(false);
            await process.StandardInput.FlushAsync(cancellationToken).ConfigureAwait(false);
            if (await process.StandardOutput.ReadLineAsync(cancellationToken).ConfigureAwait(false) is null)
                throw new InvalidOperationException($"paperbot stopped answering: {await errors.ConfigureAwait(false)}");
        }

        process.Refresh();
        var used = (process.WorkingSet64 / Megabyte, process.PeakWorkingSet64 / Megabyte);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        return used;
    }

    /// <summary>Starts a program that lies beside this one.</summary>
    private static Process Start(string program, IEnumerable<string> arguments) => Process.Start(
        new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, program + (OperatingSystem.IsWindows() ? ".exe" : "")), arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
}
