using Microsoft.Extensions.Options;
using PaperBot.LanguageModels;
using PaperBot.LanguageModels.Usage;
using PaperBot.Retrieval;
using PaperBot.Storage;
using PaperBot.Terminal.Json;
using PaperBot.Terminal.Views;

namespace PaperBot.Terminal.Verbs;

/// <summary>Tells what the library holds, and what a language model used.</summary>
internal sealed class StatsVerb() : Verb("stats", "Tell what the library holds", "paperbot stats", "paperbot stats --json --data /srv/papers")
{
    public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var (statistics, path) = (run.Get<PaperStore>().Statistics(), run.Get<LibraryDatabase>().Path);
        var usage = RecentUsage.Of(run.Get<UsageStore>(), run.Get<IOptions<LanguageModelOptions>>().Value);
        if (run.Output.IsJson)
            run.Output.WriteJson(StatisticsDocument.Of(statistics, path, usage), TerminalJson.Documents.StatisticsDocument);
        else
        {
            StatisticsView.Write(run.Output, statistics, path);
            UsageView.Write(run.Output, usage);
        }

        return Task.FromResult(ExitCode.Ok);
    }
}
