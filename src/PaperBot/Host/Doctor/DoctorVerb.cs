using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PaperBot.Bot;
using PaperBot.Embedding;
using PaperBot.Ingestion.Feeds;
using PaperBot.LanguageModels;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Slack.WebApi;
using PaperBot.Storage;
using PaperBot.Terminal;
using PaperBot.Terminal.Output;
using PaperBot.Terminal.Views;
using Spectre.Console;

namespace PaperBot.Host.Doctor;

/// <summary>Looks at everything that the bot needs, and says for each what is wrong and how to mend it.</summary>
internal sealed class DoctorVerb() : Verb(
    "doctor", "Check tokens, scopes, socket, library, model and clock", "paperbot doctor", "paperbot doctor --json")
{
    public override async Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        await foreach (var finding in LookAsync(run, cancellationToken).ConfigureAwait(false))
        {
            findings.Add(finding);
            if (!run.Output.IsJson)
                Write(run.Output, finding);
        }

        var isWell = findings.TrueForAll(finding => finding.Verdict != Verdict.Wrong);
        if (run.Output.IsJson)
            run.Output.WriteJson(new DoctorDocument(isWell, findings), DoctorJson.Default.DoctorDocument);
        return isWell ? ExitCode.Ok : ExitCode.Fault;
    }

    private static async IAsyncEnumerable<Finding> LookAsync(
        VerbRun run, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Settings that no model can work with are a mistake in the settings, as all others, and told before anything is looked at.
        var writer = new WriterCheck(run.Get<LanguageModel>(), run.Time);
        var library = new LibraryChecks(
            run.Get<LibraryDatabase>(), run.Get<PaperStore>(), run.Get<ModelStore>(), run.Get<FeedWatch>(), run.Get<IOptions<EmbeddingOptions>>());
        yield return library.Database();
        yield return library.Disk();
        yield return await library.ModelAsync(cancellationToken).ConfigureAwait(false);
        yield return await writer.LookAsync(cancellationToken).ConfigureAwait(false);
        foreach (var finding in library.Feeds())
            yield return finding;

        var tokens = SlackTokens.Read(run.Get<IOptions<SlackSettings>>().Value);
        if (tokens.AreMissing)
        {
            yield return Finding.Skipped(
                "tokens", "none, so nothing of Slack is looked at; `paperbot run` says how to get them, and `paperbot chat` needs none.");
            yield break;
        }

        var mistakes = tokens.Mistakes().ToList();
        foreach (var mistake in mistakes)
            yield return Finding.Wrong("tokens", mistake, "Correct the variable, or the file that it names.");
        if (mistakes.Count > 0)
            yield break;
        yield return Finding.Well(
            "tokens", tokens.UsesSocketMode ? "bot token and app-level token, for Socket Mode." : "bot token and signing secret, for HTTP.");
        yield return Finding.Skipped(
            "command", $"{run.Get<IOptions<BotOptions>>().Value.Command}: Slack tells no app its commands; the manifest must name the same one.");

        using var clock = new AnswerClock(run.Time, SlackApiClient.CreateHandler());
        using var http = new HttpClient(clock, disposeHandler: false);
        var options = new SlackApiOptions { ApiUrl = tokens.ApiUrl, BotToken = tokens.Bot!, AppToken = tokens.App ?? "", MaxAttempts = 1 };
        var slack = new SlackChecks(tokens, new SlackApiClient(http, options, run.Time, NullLogger<SlackApiClient>.Instance), clock);
        await foreach (var finding in slack.LookAsync(cancellationToken).ConfigureAwait(false))
            yield return finding;
    }

    private static void Write(TerminalOutput output, Finding finding)
    {
        var (mark, style) = finding.Verdict switch
        {
            Verdict.Well => ("✓", Styles.Mark),
            Verdict.Wrong => ("✗", Styles.Warning),
            _ => ("–", Styles.Quiet),
        };
        var grid = new Grid()
            .AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(0, 0, 1, 0) })
            .AddColumn(new GridColumn { NoWrap = true, Width = 8, Padding = new Padding(0, 0, 1, 0) })
            .AddColumn(new GridColumn { Padding = new Padding(0) });
        grid.AddRow(new Text(mark, style), new Text(finding.Subject), new Text(
            PrintableText.Line(finding.Words), finding.Verdict == Verdict.Skipped ? Styles.Quiet : Styles.Plain));
        if (finding.Mend is { } mend)
            grid.AddRow(new Text(""), new Text(""), new Text(PrintableText.Line(mend), Styles.Strong));
        output.Write(grid);
    }
}
