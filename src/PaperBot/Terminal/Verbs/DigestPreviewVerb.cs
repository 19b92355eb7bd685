using System.CommandLine;
using PaperBot.Digests.Delivery;
using PaperBot.Digests.Subscriptions;
using PaperBot.Papers;
using PaperBot.Terminal.Json;
using PaperBot.Terminal.Views;

namespace PaperBot.Terminal.Verbs;

/// <summary>Shows what a digest would bring, without sending or storing anything.</summary>
internal sealed class DigestPreviewVerb : Verb
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private readonly Argument<string[]> _topic;
    private readonly Option<string?> _authors;
    private readonly Option<string?> _categories;
    private readonly Option<string?> _like;
    private readonly Option<int> _limit;
    private readonly Option<string?> _asOf;

    public DigestPreviewVerb()
        : base(
            "preview", "Show what a digest would bring, without sending it",
            "paperbot digest preview \"sparse retrieval\"",
            "paperbot digest preview 3 --as-of 2026-03-29",
            "paperbot digest preview --category cs.IR --like 2111.08566 --limit 5")
    {
        _topic = AddWords("TOPIC", "A topic in plain words, or the number of a subscription; without both it is the trending digest");
        _authors = AddText("--author", "NAMES", "Papers by these authors, with commas between");
        _categories = AddText("--category", "NAMES", "Papers of these categories, with commas between");
        _like = AddText("--like", "REF", "Papers close to this one: an arXiv id, a DOI, or words of its title");
        _limit = AddCount("--limit", standard: 10, most: 50, "At most so many papers", "-n");
        _asOf = AddText("--as-of", "TIME", AsOf.Help);
    }

    public override async Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var asOf = AsOf.Read(run.Value(_asOf)) ?? run.Time.GetUtcNow();
        var isAboutStored = SubscriptionReference.Number(run.Text(_topic)) is not null;
        if (isAboutStored && (run.IsGiven(_authors) || run.IsGiven(_categories) || run.IsGiven(_like)))
            throw new UsageException("A subscription knows its own authors, categories and papers; give its number alone, or a topic with them.");
        // A number that nothing has is told before a model is fetched for it.
        var stored = isAboutStored ? SubscriptionReference.Find(run, SubscriptionReference.Number(run.Text(_topic))!.Value) : null;
        await run.Get<FirstUse>().PrepareAsync(cancellationToken).ConfigureAwait(false);
        var subscription = stored is null ? AdHoc(run, asOf) : run.IsGiven(_limit) ? stored with { Most = run.Value(_limit) } : stored;
        var digest = await run.Get<DigestDrafts>().PreviewAsync(subscription, asOf, cancellationToken).ConfigureAwait(false);
        if (run.Output.IsJson)
            run.Output.WriteJson(DigestDocument.Of(digest), TerminalJson.Documents.DigestDocument);
        else
            DigestView.Write(run.Output, digest);
        return ExitCode.Ok;
    }

    /// <summary>A subscription that nobody made: of the week before, and without a floor that its readers had asked for.</summary>
    private Subscription AdHoc(VerbRun run, DateTimeOffset asOf) => new(
        0, "", "",
        new Interest(
            run.Text(_topic) is { } topic ? [topic] : [], List(run.Value(_authors)), List(run.Value(_categories)),
            run.Value(_like) is { } like ? (IReadOnlyList<PaperKey>)[run.Find(like).Key] : []),
        new Timing("0 9 * * *", TimeZones.Utc), run.Value(_limit), MinimumScore: 0, asOf - Week, Paused: null);

    private static string[] List(string? typed) => typed?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
