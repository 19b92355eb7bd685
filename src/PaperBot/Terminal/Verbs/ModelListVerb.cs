using System.Globalization;
using Microsoft.Extensions.Options;
using PaperBot.Embedding;
using PaperBot.Terminal.Json;
using PaperBot.Terminal.Views;
using Spectre.Console;

namespace PaperBot.Terminal.Verbs;

/// <summary>Lists the installed embedding models.</summary>
internal sealed class ModelListVerb() : Verb("list", "List the installed embedding models", "paperbot model list")
{
    public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var models = run.Get<ModelStore>();
        var installed = models.List();
        if (run.Output.IsJson)
            run.Output.WriteJson(new ModelsDocument([.. installed.Select(ModelDocument.Of)]), TerminalJson.Documents.ModelsDocument);
        else if (installed.Count == 0)
            run.Output.Notice($"No model is installed in {models.Folder}. `paperbot model install` installs the default one.");
        else
            run.Output.Out.Write(Table(installed, run.Get<IOptions<EmbeddingOptions>>().Value.Model));
        return Task.FromResult(ExitCode.Ok);
    }

    private static Table Table(IReadOnlyList<EmbeddingModel> installed, string inUse)
    {
        var table = PaperTable.New("Model", "Dimensions", "Tokens", "Folder");
        foreach (var model in installed)
            table.AddRow(
                new Text(PaperText.Readable(model.Name) + (model.Name == inUse ? " (in use)" : "")),
                new Text(model.Dimensions.ToString(CultureInfo.InvariantCulture)),
                new Text(model.MaxTokens.ToString(CultureInfo.InvariantCulture)),
                new Text(PaperText.Readable(model.Folder), Styles.Quiet));
        return table;
    }
}
