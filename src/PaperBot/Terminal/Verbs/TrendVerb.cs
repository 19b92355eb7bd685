using PaperBot.Charts.Trends;
using PaperBot.Retrieval;
using PaperBot.Terminal.Json;
using PaperBot.Terminal.Views;

namespace PaperBot.Terminal.Verbs;

/// <summary>Counts the papers about a topic month by month, and draws them.</summary>
internal sealed class TrendVerb() : PictureVerb(
    "trend", "Count the papers about a topic month by month, and draw them",
    "paperbot trend \"nearest neighbour search\"",
    "paperbot trend --output trend.png \"graph neural networks since:2020\"")
{
    public override async Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var query = await PrepareAsync(run, cancellationToken).ConfigureAwait(false);
        switch (await run.Get<TrendSearch>().OfAsync([query.Text], query.Filter, cancellationToken).ConfigureAwait(false))
        {
            case TrendOutcome.Found { Trend: var trend }:
                var picture = TrendPicture.Of(trend);
                var file = await WriteAsync(run, picture, cancellationToken).ConfigureAwait(false);
                if (run.Output.IsJson)
                    run.Output.WriteJson(TrendDocument.Of(trend, picture.AltText, file, run.ElapsedMs), TerminalJson.Documents.TrendDocument);
                else
                    TrendView.Write(run.Output, trend, file);
                break;
            case TrendOutcome.TooFew few when run.Output.IsJson:
                run.Output.WriteJson(TrendDocument.Of(few, run.ElapsedMs), TerminalJson.Documents.TrendDocument);
                break;
            case TrendOutcome.TooFew few:
                run.Output.Notice(TrendText.TooFew(few));
                break;
        }

        return ExitCode.Ok;
    }
}
