using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PaperBot.Embedding;
using PaperBot.Embedding.Installing;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Storage;
using PaperBot.Terminal;

namespace PaperBot.Tests.Terminal;

/// <summary>The whole program in this process, on a library in a folder of its own.</summary>
internal sealed class TestTerminal : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Takes the place of rooms that reach outside.</summary>
    public Action<IServiceCollection> Replace { get; set; } = _ => { };

    public bool IsTerminal { get; set; }

    /// <summary>False is a machine without npm and without a model; true is this one.</summary>
    public bool HasModel { get; set; }

    public string Folder => _folder.Path;

    public string Data => Path.Combine(_folder.Path, "data");

    public string File(string name, string content) => _folder.File(name, content);

    public void Store(params Paper[] papers)
    {
        var library = new LibraryDatabase(Options.Create(new StorageOptions { DataFolder = Data }));
        new PaperStore(library, TimeProvider.System).Store(papers);
    }

    public async Task<Outcome> RunAsync(string[] args, string input = "", CancellationToken cancellationToken = default)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var stdin = new MemoryStream(Encoding.UTF8.GetBytes(input));
        var streams = new TerminalStreams(output, error, stdin) { OutIsTerminal = IsTerminal, ErrorIsTerminal = IsTerminal };
        var exitCode = await TerminalProgram.RunAsync(args is [var verb, .. var rest] ? [verb, "--data", Data, .. rest] : [], streams, Rooms, Program.Verbs(Rooms), cancellationToken);
        return new Outcome(exitCode, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }

    public Task<Outcome> RunAsync(params string[] args) => RunAsync(args, "");

    public void Dispose() => _folder.Dispose();

    private void Rooms(IServiceCollection services)
    {
        Program.Rooms(services);
        if (!HasModel)
            services.AddSingleton(new ModelStore(Path.Combine(Folder, "models"), new NpmClient(searchPath: Folder)));
        Replace(services);
    }
}

internal sealed record Outcome(int ExitCode, string Out, string Error)
{
    /// <summary>The one JSON document on standard output; a test fails when there is anything else.</summary>
    public JsonElement Json()
    {
        Assert.EndsWith("}\n", Out, StringComparison.Ordinal);
        return JsonDocument.Parse(Out).RootElement;
    }
}
