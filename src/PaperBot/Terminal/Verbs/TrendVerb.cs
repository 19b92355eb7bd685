using System.CommandLine;
using PaperBot.Charts.Trends;
using PaperBot.Retrieval;
using PaperBot.Terminal.Json;
using PaperBot.Terminal.Views;

namespace PaperBot.Terminal.Verbs;

/// <summary>Counts the papers about a topic month by month, and draws them.</summary>
internal sealed class TrendVerb : Verb
{
    private readonly Argument<string[]> _topic;
    private readonly Option<string?> _output;

    public TrendVerb()
        : base(
            "trend", "Count the papers about a topic month by month, and draw them",
            "paperbot trend \"nearest neighbour search\"",
            "paperbot trend --output trend.png \"graph neural networks since:2020\"")
    {
        _topic = AddWords("TOPIC", "Words, and conditions among them as for `paperbot search`");
        _output = AddText(PictureFile.Option, "FILE.png", PictureFile.OptionText);
    }

    public override async Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var query = SearchQuery.Parse(run.Text(_topic) ?? throw Missing("a topic"), out var problem);
        if (problem is not null || query.Text.Length == 0)
            throw problem is null ? Missing("a topic in words") : new UsageException(problem);
        PictureFile.Check(run.Value(_output));
        await run.Get<FirstUse>().PrepareAsync(cancellationToken).ConfigureAwait(false);
        switch (await run.Get<TrendSearch>().OfAsync([query.Text], query.Filter, cancellationToken).ConfigureAwait(false))
        {
            case TrendOutcome.Found { Trend: var trend }:
                var picture = TrendPicture.Of(trend);
                var file = await PictureFile.WriteAsync(run.Value(_output), picture, cancellationToken).ConfigureAwait(false);
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
