using System.CommandLine;
using PaperBot.Digests.Subscriptions;
using PaperBot.Terminal.Json;
using PaperBot.Terminal.Views;

namespace PaperBot.Terminal.Verbs;

/// <summary>Lists the subscriptions, and when the next digest of each is due.</summary>
internal sealed class DigestDueVerb : Verb
{
    private readonly Option<string?> _asOf;

    public DigestDueVerb()
        : base(
            "due", "List the subscriptions, and when the next digest of each is due",
            "paperbot digest due", "paperbot digest due --as-of 2026-03-29", "paperbot digest due --json") =>
        _asOf = AddText("--as-of", "TIME", AsOf.Help);

    public override Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var asOf = AsOf.Read(run.Value(_asOf)) ?? run.Time.GetUtcNow();
        var store = run.Get<SubscriptionStore>();
        var listed = store.All().Select(subscription => (Subscription: subscription, Next: store.NextAt(subscription.Id)))
            .OrderBy(due => due.Next ?? DateTimeOffset.MaxValue).ThenBy(due => due.Subscription.Id).ToList();
        if (run.Output.IsJson)
            run.Output.WriteJson(DueDocument.Of(listed, asOf), TerminalJson.Documents.DueDocument);
        else if (listed.Count > 0)
            DueView.Write(run.Output, listed, asOf);
        else
            run.Output.Notice("Nobody has subscribed to anything yet.");
        return Task.FromResult(ExitCode.Ok);
    }
}
