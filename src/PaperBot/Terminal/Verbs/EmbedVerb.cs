using PaperBot.Papers;
using PaperBot.Terminal.Json;

namespace PaperBot.Terminal.Verbs;

/// <summary>Embeds the papers that have no embedding yet.</summary>
internal sealed class EmbedVerb() : Verb("embed", "Embed the papers that have no embedding yet", "paperbot embed", "paperbot embed --data /srv/papers --quiet")
{
    public override async Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var embedding = run.Get<EmbeddingRun>();
        if (await embedding.EnsureModelAsync(cancellationToken).ConfigureAwait(false) is null)
            return ExitCode.Fault;
        var embedded = await embedding.CatchUpAsync(cancellationToken).ConfigureAwait(false);
        if (run.Output.IsJson)
            run.Output.WriteJson(new EmbedDocument(embedded, run.ElapsedMs), TerminalJson.Documents.EmbedDocument);
        else
            run.Output.Streams.Out.WriteLine(embedded == 0 ? "Every paper is embedded." : Plural.Of(embedded, "paper") + " embedded.");
        return ExitCode.Ok;
    }
}
