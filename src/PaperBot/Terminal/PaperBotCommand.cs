using System.CommandLine;
using PaperBot.Terminal.Verbs;

namespace PaperBot.Terminal;

/// <summary>The command <c>paperbot</c> and all its verbs.</summary>
internal sealed class PaperBotCommand : Command
{
    /// <param name="verbs">Those of rooms that this one does not know.</param>
    public PaperBotCommand(IEnumerable<Verb> verbs)
        : base("paperbot", "Answers questions about papers from their abstracts, on this machine, with the sentences it relies on.")
    {
        foreach (var option in GlobalOptions.All)
            Add(option);
        Add(Version);
        Add(new AskVerb());
        Add(new SearchVerb());
        Add(new SimilarVerb());
        Add(new SummarizeVerb());
        Add(new CompareVerb());
        Add(new ShowVerb());
        Add(new ListVerb());
        Add(new RemoveVerb());
        Add(new ExportVerb());
        Add(new StatsVerb());
        Add(new TrendVerb());
        Add(new MapVerb());
        Add(new IngestVerb());
        Add(new EmbedVerb());
        Add(new VerbGroup("model", "Install, list and check embedding models", new ModelInstallVerb(), new ModelListVerb(), new ModelVerifyVerb()));
        Add(new VerbGroup("eval", "Measure search and summaries on test collections", new EvalRetrievalVerb(), new EvalSummariesVerb()));
        Add(new VerbGroup("digest", "Preview digests, list when they are due, and post them", new DigestPreviewVerb(), new DigestDueVerb()));
        foreach (var verb in verbs)
            (Subcommands.FirstOrDefault(group => group.Name == verb.Group) ?? this).Add(verb);
    }

    public Option<bool> Version { get; } = new("--version") { Description = "Print the version", Arity = ArgumentArity.Zero };

    /// <summary>No letters run together behind one dash, and no files of arguments: a question may start with an @.</summary>
    public ParseResult Read(IReadOnlyList<string> args) =>
        Parse(args, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
}
