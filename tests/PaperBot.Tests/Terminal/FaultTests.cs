using Microsoft.Data.Sqlite;
using PaperBot.Storage;
using PaperBot.Terminal;

namespace PaperBot.Tests.Terminal;

public sealed class FaultTests : IDisposable
{
    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public void Describe_AnyException_IsASentenceWithoutATrace()
    {
        var thrown = Assert.Throws<InvalidOperationException>(void () => throw new InvalidOperationException("The widget is gone.", new SqliteException("locked", 5)));

        Assert.Equal("Something went wrong that PaperBot did not expect: The widget is gone. Run it again with --verbose to see more.", Fault.Describe(thrown, verbose: false));
        Assert.EndsWith(" [InvalidOperationException from SqliteException]", Fault.Describe(thrown, verbose: true), StringComparison.Ordinal);
    }

    [Fact]
    public void Describe_ExceptionMadeForPeople_IsItsMessage() =>
        Assert.Equal("Mend it so.", Fault.Describe(new LibraryException("Mend it so."), verbose: false));

    [Fact]
    public async Task DamagedLibrary_IsToldInASentence_WithNothingOnStandardOutput()
    {
        Directory.CreateDirectory(_terminal.Data);
        await File.WriteAllTextAsync(Path.Combine(_terminal.Data, "paperbot.db"), new string('x', 5000));

        var outcome = await _terminal.RunAsync("stats", "--json");

        Assert.Equal((ExitCode.Fault, ""), (outcome.ExitCode, outcome.Out));
        Assert.Contains("is damaged or is not a PaperBot library", outcome.Error, StringComparison.Ordinal);
    }
}
