using System.CommandLine;
using Microsoft.Extensions.Options;
using PaperBot.Embedding;
using PaperBot.Terminal.Json;

namespace PaperBot.Terminal.Verbs;

/// <summary>Checks that an installed model is as it was installed.</summary>
internal sealed class ModelVerifyVerb : Verb
{
    private readonly Argument<string[]> _name;

    public ModelVerifyVerb()
        : base("verify", "Check every file of an installed model", "paperbot model verify", "paperbot model verify all-MiniLM-L6-v2")
    {
        _name = AddWords("NAME", "The model. Default: the one in use");
    }

    public override async Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var name = run.Text(_name) ?? run.Get<IOptions<EmbeddingOptions>>().Value.Model;
        var faults = await run.Get<ModelStore>().VerifyAsync(name, cancellationToken).ConfigureAwait(false);
        if (run.Output.IsJson)
            run.Output.WriteJson(new VerificationDocument(name, faults), TerminalJson.Documents.VerificationDocument);
        else if (faults.Count == 0)
            run.Output.Streams.Out.WriteLine($"The model {name} is whole.");
        foreach (var fault in faults)
            run.Output.Failure(fault);
        return faults.Count == 0 ? ExitCode.Ok : ExitCode.Fault;
    }
}
