using System.Diagnostics;
using PaperBot.Benchmarks.Speed;

namespace PaperBot.Benchmarks.Load;

/// <summary>The bot as a process of its own, under more than a team will ever ask of it.</summary>
internal static class LoadBenchmark
{
    /// <param name="seconds">How long events are sent, 50 a second.</param>
    /// <param name="deliveries">How many are sent with faults and restarts.</param>
    public static async Task RunAsync(int seconds, int deliveries, TextWriter output, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("paperbot-load-");
        try
        {
            await PrepareAsync(folder.FullName, cancellationToken).ConfigureAwait(false);
            var figures = new Figures(output);
            figures.Begin();
            if (seconds > 0)
                await AcknowledgementLoad.MeasureAsync(folder.FullName, seconds, figures, cancellationToken).ConfigureAwait(false);
            if (deliveries > 0)
                await RestartLoad.MeasureAsync(folder.FullName, deliveries, figures, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A question makes a library of the sample and embeds it.</summary>
    private static async Task PrepareAsync(string dataFolder, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "paperbot.dll"), "ask", "What is SPANN?", "--quiet", "--data", dataFolder])
        {
            RedirectStandardOutput = true,
        })!;
        await process.StandardOutput.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"The library could not be made: paperbot ended with {process.ExitCode}.");
    }
}
