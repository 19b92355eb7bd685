using System.CommandLine;
using PaperBot.Papers;
using PaperBot.Papers.Export;
using PaperBot.Retrieval;
using PaperBot.Settings;
using PaperBot.Terminal.Output;

namespace PaperBot.Terminal.Verbs;

/// <summary>Writes the whole library to standard output.</summary>
internal sealed class ExportVerb : Verb
{
    private static readonly Dictionary<string, Action<TextWriter, IEnumerable<Paper>>> Formats = new(StringComparer.OrdinalIgnoreCase)
    {
        ["bibtex"] = BibTeXWriter.Write,
        ["csv"] = CsvWriter.Write,
        ["jsonl"] = JsonLinesWriter.Write,
    };

    private readonly Argument<string[]> _format;

    public ExportVerb()
        : base(
            "export", "Write the library as BibTeX, CSV or JSON Lines",
            "paperbot export bibtex > library.bib",
            "paperbot export csv > library.csv",
            "paperbot export jsonl | gzip > library.jsonl.gz")
    {
        _format = AddWords("FORMAT", "bibtex, csv or jsonl; jsonl is what `paperbot ingest` reads back without loss");
    }

    public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var typed = run.Text(_format) ?? throw Missing("a format");
        if (!Formats.TryGetValue(typed, out var write))
            throw new UsageException(Spelling.Nearest(typed, Formats.Keys) is { } meant
                ? $"`paperbot export` knows no format \"{PrintableText.Line(typed)}\". Did you mean {meant}?"
                : $"`paperbot export` knows no format \"{PrintableText.Line(typed)}\"; it writes {string.Join(", ", Formats.Keys)}.");
        if (run.Output.IsJson)
            throw new UsageException("`paperbot export` writes in the format that you name; leave --json out. `paperbot export jsonl` is JSON, one paper a line.");

        var streams = run.Output.Streams;
        using var safe = new PrintableWriter(streams.Out);
        write(streams.OutIsTerminal ? safe : streams.Out, Until(run.Get<PaperStore>().All(), cancellationToken));
        return Task.FromResult(ExitCode.Ok);
    }

    private static IEnumerable<Paper> Until(IEnumerable<Paper> papers, CancellationToken cancellationToken)
    {
        foreach (var paper in papers)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return paper;
        }
    }
}
