using PaperBot.Charts.Maps;
using PaperBot.Retrieval;
using PaperBot.Terminal.Json;
using PaperBot.Terminal.Views;

namespace PaperBot.Terminal.Verbs;

/// <summary>Groups the papers around a topic, and draws a map of them.</summary>
internal sealed class MapVerb() : PictureVerb(
    "map", "Group the papers around a topic, and draw a map of them",
    "paperbot map \"nearest neighbour search\"",
    "paperbot map --output map.png \"graph neural networks\"")
{
    public override async Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var query = await PrepareAsync(run, cancellationToken).ConfigureAwait(false);
        var outcome = await run.Get<MapSearch>().OfAsync(query.Text, query.Filter, cancellationToken).ConfigureAwait(false);
        if (outcome is MapOutcome.Found { Map: var map })
        {
            var picture = MapPicture.Of(map);
            var file = await WriteAsync(run, picture, cancellationToken).ConfigureAwait(false);
            if (run.Output.IsJson)
                run.Output.WriteJson(MapDocument.Of(map, picture.AltText, file, run.ElapsedMs), TerminalJson.Documents.MapDocument);
            else
                MapView.Write(run.Output, map, file);
            return ExitCode.Ok;
        }

        var (library, reason) = outcome is MapOutcome.TooFew few
            ? (few.Library, MapText.TooFew(few)) : (run.Get<PaperStore>().Count(), $"{MapText.NoEmbeddings} `paperbot model install` mends that.");
        if (run.Output.IsJson)
            run.Output.WriteJson(MapDocument.Without(query.Text, library, reason, run.ElapsedMs), TerminalJson.Documents.MapDocument);
        else
            run.Output.Notice(reason);
        return ExitCode.Ok;
    }
}
