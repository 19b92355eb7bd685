using System.Diagnostics;
using System.Globalization;
using PaperBot.Terminal;

namespace PaperBot.Tests.Terminal;

/// <summary>What only a real process can show: signals, and that the files it needs lie beside it.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("INT", ExitCode.Interrupted)]
    [InlineData("TERM", ExitCode.Terminated)]
    public async Task Signal_DuringAnIngest_StopsItInOrder(string signal, int exitCode)
    {
        if (OperatingSystem.IsWindows())
            return;
        using var process = Start("ingest", "-", "--no-embed", "--verbose", "--data", Path.Combine(_folder.Path, "data"));
        // More than the head that the format is recognized by, so that the library is open and waiting for more when the signal comes.
        for (var i = 0; i < 3000; i++)
            await process.StandardInput.WriteLineAsync(Record(i));
        await process.StandardInput.FlushAsync();
        await UntilStoredAsync(process);

        using (var kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync();
        await WriteUntilItStopsAsync(process);
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(exitCode, process.ExitCode);
        Assert.EndsWith("Stopped. What was stored is kept; run the same command again to go on.\n", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_WithAMistake_AreToldAtStart()
    {
        using var process = Start(start => start.Environment["PAPERBOT_Storage__BusyTimeoutSeconds"] = "never", "stats", "--data", _folder.Path);
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal((ExitCode.Usage, "Storage:BusyTimeoutSeconds is \"never\", which is not a whole number.\n"), (process.ExitCode, error));
    }

    [Theory]
    [InlineData("nothing.json", null, ExitCode.Usage, "which is not there")]
    [InlineData("own.json", """{ "Storage": { "BusyTimeoutSeconds": "never" } }""", ExitCode.Usage, "which is not a whole number")]
    [InlineData("own.json", """{ "Storage": { "BusyTimeoutSeconds": 20 } }""", ExitCode.Ok, "")]
    public async Task Settings_OfTheNamedFile_AreRead_AndThoseOfTheWorkingDirectoryAreNot(string named, string? content, int exitCode, string sentence)
    {
        if (content is not null)
            _folder.File(named, content);
        Directory.CreateDirectory(Path.Combine(_folder.Path, "config"));
        File.WriteAllText(Path.Combine(_folder.Path, "config", "appsettings.json"), """{ "Logging": {}, "AllowedHosts": "*" }""");
        using var process = Start(
            start => (start.WorkingDirectory, start.Environment["PAPERBOT_CONFIG"]) = (_folder.Path, Path.Combine(_folder.Path, named)), "stats", "--data", "data");
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(exitCode, process.ExitCode);
        Assert.Contains(sentence, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("> /dev/full", ExitCode.Fault, true)]
    [InlineData(">&-", ExitCode.Fault, true)]
    [InlineData(">&- 2>&-", ExitCode.Fault, false)]
    [InlineData("| true", ExitCode.Ok, false)]
    public async Task Output_ThatIsLost_IsNoSuccess(string redirection, int exitCode, bool told)
    {
        if (!OperatingSystem.IsLinux())
            return;
        var program = $"dotnet exec '{Path.Combine(AppContext.BaseDirectory, "paperbot.dll")}'";
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", $"{program} --version {redirection}"]) { RedirectStandardError = true })!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(exitCode, process.ExitCode);
        Assert.Equal(told, error.StartsWith("The output could not be written: ", StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    /// <summary>Waits for the write-ahead log to hold something: the first batch is stored.</summary>
    private async Task UntilStoredAsync(Process process)
    {
        var log = new FileInfo(Path.Combine(_folder.Path, "data", "paperbot.db-wal"));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!process.HasExited && !(log.Exists && log.Length > 100_000))
        {
            await timer.WaitForNextTickAsync();
            log.Refresh();
        }
    }

    /// <summary>
    /// A signal arrives when the system likes, and a process that reads the end of its input before is done, not stopped. So there is always
    /// more to read.
    /// </summary>
    private static async Task WriteUntilItStopsAsync(Process process)
    {
        try
        {
            for (var i = 3000; !process.HasExited; i++)
            {
                await process.StandardInput.WriteLineAsync(Record(i));
                await process.StandardInput.FlushAsync();
            }
        }
        catch (IOException)
        {
            // It has closed its end of the pipe.
        }
    }

    private static string Record(int i) => $"{{\"id\":\"{i}\",\"title\":\"The paper of number {i}\",\"abstract\":\"{new string('x', 80)}\"}}";

    private static Process Start(params string[] args) => Start(_ => { }, args);

    private static Process Start(Action<ProcessStartInfo> prepare, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "paperbot.dll"), .. args])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        prepare(start);
        return Process.Start(start)!;
    }
}
