using System.CommandLine;
using System.Globalization;
using PaperBot.Embedding;
using PaperBot.Terminal.Json;

namespace PaperBot.Terminal.Verbs;

/// <summary>Installs the default embedding model, or any other sentence-transformers export.</summary>
internal sealed class ModelInstallVerb : Verb
{
    private readonly Option<string?> _from, _name, _pooling, _queryPrefix, _passagePrefix;
    private readonly Option<int> _maxTokens, _dimensions;

    public ModelInstallVerb()
        : base(
            "install", "Install the embedding model, or another one from its ONNX export",
            "paperbot model install",
            "paperbot model install --from ~/models/bge-small-en-v1.5 --query-prefix \"Represent this sentence for searching relevant passages: \"",
            "paperbot model install --from https://example.org/e5-small-v2.tgz --name e5-small --query-prefix \"query: \" --passage-prefix \"passage: \"")
    {
        _from = AddText("--from", "DIR|URL", "An export with model.onnx and tokenizer.json or vocab.txt. Without it: all-MiniLM-L6-v2");
        _name = AddText("--name", "NAME", "What to call it. Default: the folder's name");
        _pooling = AddText("--pooling", "mean|cls", "How tokens become one vector. Default: what the export says");
        _queryPrefix = AddText("--query-prefix", "TEXT", "What the model wants before a question");
        _passagePrefix = AddText("--passage-prefix", "TEXT", "What the model wants before a text that is to be found");
        _maxTokens = AddNumber("--max-tokens", "Longest text, in tokens. Default: what the export says");
        _dimensions = AddNumber("--dimensions", "What a vector must have; checked. Default: what the model has");
    }

    public override async Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var request = new ModelRequest
        {
            From = run.Value(_from),
            Name = run.Value(_name),
            Pooling = ReadPooling(run.Value(_pooling)),
            QueryPrefix = run.Value(_queryPrefix),
            PassagePrefix = run.Value(_passagePrefix),
            MaxTokens = run.IsGiven(_maxTokens) ? run.Value(_maxTokens) : null,
            Dimensions = run.IsGiven(_dimensions) ? run.Value(_dimensions) : null,
        };
        if (request.From is null && (request with { From = null }) != new ModelRequest())
            throw new UsageException("The other options describe a model of your own; say where it is with --from DIR or --from URL.");
        var model = await run.Get<EmbeddingRun>().InstallAsync(request, cancellationToken).ConfigureAwait(false);
        if (run.Output.IsJson)
            run.Output.WriteJson(ModelDocument.Of(model), TerminalJson.Documents.ModelDocument);
        else if (request.From is not null)
            run.Output.Notice($"To use it, set Embedding:Model to {model.Name} in the file that PAPERBOT_CONFIG names, or PAPERBOT_Embedding__Model.");
        return ExitCode.Ok;
    }

    private Option<int> AddNumber(string name, string text)
    {
        var option = new Option<int>(name)
        {
            HelpName = "N",
            Description = text,
            CustomParser = result =>
            {
                if (int.TryParse(result.Tokens.Count == 1 ? result.Tokens[0].Value : "", CultureInfo.InvariantCulture, out var value) && value > 0)
                    return value;
                result.AddError($"{name} takes a whole number above 0.");
                return 0;
            },
        };
        Add(option);
        return option;
    }

    private static Pooling? ReadPooling(string? text) => text?.ToLowerInvariant() switch
    {
        null => null,
        "mean" => Pooling.Mean,
        "cls" => Pooling.Cls,
        _ => throw new UsageException($"--pooling takes mean or cls, not \"{text}\"."),
    };
}
