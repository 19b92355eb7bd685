using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PaperBot.Digests.Delivery;
using PaperBot.Slack.WebApi;
using PaperBot.Terminal;
using PaperBot.Terminal.Json;
using PaperBot.Terminal.Views;

namespace PaperBot.Host;

/// <summary>Posts the digests that are due, or that of one subscription now; also beside a bot that runs, and no digest twice.</summary>
internal sealed class DigestPostVerb : Verb
{
    private readonly Action<IServiceCollection> _rooms;
    private readonly Argument<string[]> _subscription;
    private readonly Option<string?> _asOf;

    public DigestPostVerb(Action<IServiceCollection> rooms)
        : base(
            "post", "Post the digests that are due, or that of one subscription now",
            "paperbot digest post", "paperbot digest post 3", "paperbot digest post --as-of 2026-03-29")
    {
        _rooms = rooms;
        _subscription = AddWords("ID", "The number of a subscription, whose digest is posted whether it is due or not");
        _asOf = AddText("--as-of", "TIME", $"{AsOf.Help}. What is due until a time to come is posted now, and not again then");
    }

    public override string? Group => "digest";

    public override async Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var asOf = AsOf.Read(run.Value(_asOf));
        var typed = run.Text(_subscription);
        var id = SubscriptionReference.Number(typed);
        if (typed is not null && id is null)
            throw new UsageException("`paperbot digest post` takes the number of a subscription, for example: paperbot digest post 3");
        var subscription = id is { } number ? SubscriptionReference.Find(run, number) : null;
        var tokens = RunVerb.RequireTokens(run);
        var app = BotHost.Build(run.Get<IConfiguration>(), run.Get<IOptions<HostOptions>>().Value, tokens, run.Output, _rooms);
        await using (app.ConfigureAwait(false))
        {
            await RunVerb.RequireAcceptedAsync(app.Services.GetRequiredService<ISlackApiClient>(), cancellationToken).ConfigureAwait(false);
            var runner = app.Services.GetRequiredService<DigestRunner>();
            var outcomes = new List<(long Subscription, NowOutcome Outcome)>();
            if (subscription is null)
                await runner.RunDueAsync(asOf, (about, outcome) => outcomes.Add((about, outcome)), cancellationToken).ConfigureAwait(false);
            else
                outcomes.Add((subscription.Id, await runner.PostNowAsync(subscription, Guid.NewGuid().ToString("N"), asOf, cancellationToken).ConfigureAwait(false)));
            if (run.Output.IsJson)
                run.Output.WriteJson(PostedDocument.Of(outcomes), TerminalJson.Documents.PostedDocument);
            else if (outcomes.Count > 0)
                PostedView.Write(run.Output, outcomes);
            else
                run.Output.Notice("No digest is due.");
            return outcomes.Exists(one => one.Outcome is NowOutcome.Delayed) ? ExitCode.Fault : ExitCode.Ok;
        }
    }
}
