using System.CommandLine;
using PaperBot.Charts;
using PaperBot.Retrieval;

namespace PaperBot.Terminal.Verbs;

/// <summary>A verb that draws what the library has about a topic.</summary>
internal abstract class PictureVerb : Verb
{
    private readonly Argument<string[]> _topic;
    private readonly Option<string?> _output;

    protected PictureVerb(string name, string description, params string[] examples)
        : base(name, description, examples)
    {
        _topic = AddWords("TOPIC", "Words, and conditions among them as for `paperbot search`");
        _output = AddText(PictureFile.Option, "FILE.png", PictureFile.OptionText);
    }

    /// <summary>The topic, once all is checked and the library is ready.</summary>
    /// <exception cref="UsageException">There is no topic, or the picture cannot be written where it should be.</exception>
    protected async Task<SearchQuery> PrepareAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var query = SearchQuery.Parse(run.Text(_topic) ?? throw Missing("a topic"), out var problem);
        if (problem is not null || query.Text.Length == 0)
            throw problem is null ? Missing("a topic in words") : new UsageException(problem);
        PictureFile.Check(run.Value(_output));
        await run.Get<FirstUse>().PrepareAsync(cancellationToken).ConfigureAwait(false);
        return query;
    }

    /// <returns>The file that the picture was written to; null without one.</returns>
    protected Task<string?> WriteAsync(VerbRun run, Picture picture, CancellationToken cancellationToken) =>
        PictureFile.WriteAsync(run.Value(_output), picture, cancellationToken);
}
