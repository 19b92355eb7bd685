using PaperBot.Benchmarks.Speed;

namespace PaperBot.Benchmarks;

/// <summary>A class in a namespace, so that the tests, which see this program and the product, know which one is meant.</summary>
internal static class Program
{
    private const int UsageError = 2;

    private static async Task<int> Main(string[] args)
    {
        // The baseline of start-up: a process that begins and ends.
        if (args is [ProcessSpeed.Nothing])
            return 0;
        var typed = Verbs.All().Parse(args);
        var exitCode = await typed.InvokeAsync().ConfigureAwait(false);
        return typed.Errors.Count > 0 ? UsageError : exitCode;
    }
}
