using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Answering;
using PaperBot.Answering.Support;
using PaperBot.Benchmarks.Digests;
using PaperBot.Benchmarks.Digests.Simulation;
using PaperBot.Benchmarks.Evidence;
using PaperBot.Benchmarks.Load;
using PaperBot.Benchmarks.Models;
using PaperBot.Benchmarks.Speed;
using PaperBot.Benchmarks.Support;
using PaperBot.Benchmarks.Training.Answers;
using PaperBot.Benchmarks.Training.Summaries;
using PaperBot.Retrieval;
using PaperBot.Retrieval.Evaluation;

namespace PaperBot.Benchmarks;

/// <summary>What can be typed after the program's name.</summary>
internal static class Verbs
{
    private static readonly string Cache = Path.Combine(Path.GetTempPath(), "paperbot-benchmarks");

    public static RootCommand All() => new("Trains what PaperBot carries, and measures it.")
    {
        new Command("train", "Learn the weights that the program carries") { TrainAnswers(), TrainSummaries() },
        new Command("measure", "Measure how good answers, aspects and evidence are") { MeasureAnswers(), MeasureAspects(), MeasureEvidence(), MeasureSupport() },
        new Command("digests", "Measure how digests learn, how fast papers are ranked for them, and that each is posted once") { DigestLearning(), DigestSpeed(), DigestSimulation.Verb() },
        Speed(),
        Load(),
        Models(),
        ServeModel(),
    };

    private static Command TrainAnswers()
    {
        var (page, arxiv, output) = (ExistingFile("PAGE", "The trending page as text"), ExistingFile("ARXIV", "The arXiv papers that the questions are about, JSON lines"), Output());
        return Verb("answers", "Learn which sentences answer and which questions are answered", [page, arxiv, output], async (typed, cancellationToken) =>
        {
            var libraries = await LibrariesAsync(PathOf(typed, page), PathOf(typed, arxiv), cancellationToken).ConfigureAwait(false);
            await AnswerTraining.RunAsync(
                [.. libraries.Select(known => new QuestionedLibrary(known.Name, known.Library.GetRequiredService<Retriever>(), known.Questions))],
                PathOf(typed, output), Console.Out, cancellationToken).ConfigureAwait(false);
        });
    }

    private static Command TrainSummaries()
    {
        var (train, output) = (ExistingFile("TRAIN", "SciTLDR's train file"), Output("tldr.weights"));
        return Verb("summaries", "Learn which words of an abstract make its TLDR", [train, output], (typed, cancellationToken) =>
            SummaryTraining.RunAsync(PathOf(typed, train), PathOf(typed, output), Console.Out, cancellationToken));
    }

    private static Command MeasureAnswers()
    {
        var split = new Argument<string>("SPLIT") { Description = "Which questions: tune or report" };
        split.AcceptOnlyFromAmong("tune", "report");
        var (page, arxiv) = (ExistingFile("PAGE", "The trending page as text"), ExistingFile("ARXIV", "The arXiv papers that the questions are about, JSON lines"));
        var verbose = new Option<bool>("--verbose") { Description = "Print what went wrong" };
        var verb = Verb("answers", "Ask every question of a split and count what comes of it", [split, page, arxiv], async (typed, cancellationToken) =>
        {
            foreach (var (name, library, questions) in await LibrariesAsync(PathOf(typed, page), PathOf(typed, arxiv), cancellationToken).ConfigureAwait(false))
                await AnswerEvaluation.RunAsync(
                    name, library.GetRequiredService<Ask>(), questions.Where(known => known.Split == typed.GetValue(split)), typed.GetValue(verbose),
                    Console.Out, cancellationToken).ConfigureAwait(false);
        });
        verb.Add(verbose);
        return verb;
    }

    private static Command MeasureAspects()
    {
        var (labels, papers) = (ExistingFile("LABELS", "Aspects that a person gave, one of aspects-*.tsv"), ExistingFile("PAPERS", "What the labels are of: SciTLDR's train file or the sample library"));
        var verbose = new Option<bool>("--verbose") { Description = "Print what went wrong" };
        var verb = Verb("aspects", "Compare the quotes chosen for each aspect with a person's labels", [labels, papers], (typed, cancellationToken) =>
            AspectEvaluation.RunAsync(PathOf(typed, labels), PathOf(typed, papers), typed.GetValue(verbose), Console.Out, cancellationToken));
        verb.Add(verbose);
        return verb;
    }

    private static Command MeasureEvidence()
    {
        var scifact = new Argument<DirectoryInfo>("SCIFACT") { Description = "SciFact in BEIR's layout; the claims of qrels/train.tsv are measured" }.AcceptExistingOnly();
        var cache = new Option<FileInfo>("--embeddings")
        {
            Description = "Where embeddings are kept between runs",
            HelpName = "FILE",
            DefaultValueFactory = _ => new FileInfo(Cached("embeddings.db")),
        };
        var verb = Verb("evidence", "Compare the sentences quoted for a claim with those that annotators chose", [scifact], async (typed, cancellationToken) =>
        {
            var dataset = BeirDataset.Open(typed.GetRequiredValue(scifact).FullName, "train");
            await using var library = await ScifactLibrary.OpenAsync(
                Cached("scifact"), dataset, typed.GetRequiredValue(cache).FullName, cancellationToken).ConfigureAwait(false);
            await new EvidenceEvaluation(library, Console.Out).RunAsync(ScifactClaim.Read(dataset), cancellationToken).ConfigureAwait(false);
        });
        verb.Add(cache);
        return verb;
    }

    private static Command MeasureSupport()
    {
        var split = new Argument<string>("SPLIT") { Description = "Which half of the papers: tune or report" };
        split.AcceptOnlyFromAmong("tune", "report");
        var scifact = new Argument<DirectoryInfo>("SCIFACT") { Description = "SciFact in BEIR's layout" }.AcceptExistingOnly();
        var arxiv = ExistingFile("ARXIV", "Papers in JSON lines, of which sentences are made");
        var verbose = new Option<bool>("--verbose") { Description = "Print what went wrong" };
        var verb = Verb("support", "Count which sentences the support check stops: good ones, corrupted ones, and claims that annotators judged", [split, scifact, arxiv], async (typed, cancellationToken) =>
        {
            await using var library = BenchmarkLibrary.Open(Cached("support"));
            var evaluation = new SupportEvaluation(
                library.GetRequiredService<SupportCheck>(), library.GetRequiredService<QueryEmbedder>(), Console.Out, typed.GetValue(verbose));
            await evaluation.RunAsync(await SupportEvaluation.ReadAsync(PathOf(typed, arxiv), cancellationToken).ConfigureAwait(false), typed.GetRequiredValue(split), cancellationToken).ConfigureAwait(false);
            await evaluation.RunAsync(BeirDataset.Open(typed.GetRequiredValue(scifact).FullName, "train"), typed.GetRequiredValue(split), cancellationToken).ConfigureAwait(false);
        });
        verb.Add(verbose);
        return verb;
    }

    private static Command DigestLearning()
    {
        var split = new Argument<string>("SPLIT") { Description = "Which fields' readers: tune or report" };
        split.AcceptOnlyFromAmong("tune", "report");
        var arxiv = ExistingFile("ARXIV", "Papers of arXiv in JSON lines, gzipped or not");
        return Verb("learning", "Let simulated readers with a hidden taste vote, and count what they are shown afterwards", [split, arxiv], async (typed, cancellationToken) =>
        {
            await using var library = await TasteLibrary.OpenAsync(Cached("tastes"), PathOf(typed, arxiv), Console.Error, cancellationToken).ConfigureAwait(false);
            await LearningEvaluation.RunAsync(library, typed.GetValue(split) == "tune", Console.Out, cancellationToken).ConfigureAwait(false);
        });
    }

    private static Command DigestSpeed()
    {
        var papers = ExistingFile("PAPERS", "Papers in JSON lines, gzipped or not; all of them are new to all subscriptions");
        return Verb("speed", "Rank all papers for two hundred subscriptions", [papers], async (typed, cancellationToken) =>
        {
            await using var library = await BenchmarkLibrary.OpenUnembeddedAsync(Cached("ranking"), PathOf(typed, papers), Console.Error, cancellationToken).ConfigureAwait(false);
            await RankingSpeed.RunAsync(library, Console.Out, cancellationToken).ConfigureAwait(false);
        });
    }

    private static Command Speed()
    {
        var papers = ExistingFile("PAPERS", "Papers in JSON lines, gzipped or not");
        var data = new Option<DirectoryInfo>("--data")
        {
            Description = "A library of such papers with their embeddings, only read. Unless given, one is made of PAPERS and kept for the next run",
            HelpName = "DIR",
        };
        data.AcceptExistingOnly();
        var verb = Verb("speed", "Measure speed, memory and size, each beside a baseline in the same run", [papers], async (typed, cancellationToken) =>
        {
            var file = PathOf(typed, papers);
            await using var library = typed.GetValue(data) is { } folder
                ? BenchmarkLibrary.Open(folder.FullName) : await BenchmarkLibrary.OpenAsync(Cached("speed"), file, Console.Error, cancellationToken).ConfigureAwait(false);
            await SpeedBenchmark.RunAsync(library, file, Cached("embeddings.db"), Console.Out, cancellationToken).ConfigureAwait(false);
        });
        verb.Add(data);
        return verb;
    }

    private static Command Load()
    {
        var seconds = new Option<int>("--seconds") { Description = "How long events are sent, 50 a second; 0 leaves it out", HelpName = "N", DefaultValueFactory = _ => 60 };
        var deliveries = new Option<int>("--deliveries") { Description = "How many are sent with faults and restarts; 0 leaves it out", HelpName = "N", DefaultValueFactory = _ => 10_000 };
        var verb = Verb("load", "Measure the running bot: acknowledgements while it answers, and answers through faults and kills", [], (typed, cancellationToken) =>
            LoadBenchmark.RunAsync(typed.GetValue(seconds), typed.GetValue(deliveries), Console.Out, cancellationToken));
        verb.Add(seconds);
        verb.Add(deliveries);
        return verb;
    }

    private static Command Models() => Verb("models", "Measure what answers of a language model take, and what people see when it fails", [], async (_, cancellationToken) =>
    {
        var sample = Path.Combine(AppContext.BaseDirectory, "config", "sample-library.jsonl");
        await using var library = await BenchmarkLibrary.OpenAsync(Cached("sample"), sample, Console.Error, cancellationToken).ConfigureAwait(false);
        await ModelBenchmark.RunAsync(library, Console.Out, cancellationToken).ConfigureAwait(false);
    });

    private static Command ServeModel()
    {
        var port = new Option<int>("--port") { Description = "Where it listens on this machine", HelpName = "N", DefaultValueFactory = _ => 8000 };
        var pause = new Option<int>("--pause") { Description = "Milliseconds between two tokens", HelpName = "N", DefaultValueFactory = _ => 50 };
        var verb = Verb("serve-model", "Stand for a language model that writes from its prompt by rule, to try the bot with, until it is interrupted", [], async (typed, cancellationToken) =>
        {
            await using var server = await PacedServer.StartAsync(typed.GetValue(port)).ConfigureAwait(false);
            server.Pause = TimeSpan.FromMilliseconds(typed.GetValue(pause));
            foreach (var (name, value) in server.Variables)
                Console.Out.WriteLine($"export {name}={value}");
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
        });
        verb.Add(port);
        verb.Add(pause);
        return verb;
    }

    private static async Task<List<(string Name, ServiceProvider Library, IReadOnlyList<KnownQuestion> Questions)>> LibrariesAsync(
        string page, string arxiv, CancellationToken cancellationToken)
    {
        var sample = Path.Combine(AppContext.BaseDirectory, "config", "sample-library.jsonl");
        return
        [
            ("sample library", await BenchmarkLibrary.OpenAsync(Cached("sample"), sample, Console.Out, cancellationToken).ConfigureAwait(false), QuestionSets.Page),
            ("trending page", await BenchmarkLibrary.OpenAsync(Cached("page"), page, Console.Out, cancellationToken).ConfigureAwait(false), QuestionSets.Page),
            ("arXiv", await BenchmarkLibrary.OpenAsync(Cached(Path.GetFileNameWithoutExtension(arxiv)), arxiv, Console.Out, cancellationToken).ConfigureAwait(false), QuestionSets.Arxiv),
        ];
    }

    private static string Cached(string name) => Path.Combine(Cache, name);

    private static Command Verb(string name, string description, IEnumerable<Argument> arguments, Func<ParseResult, CancellationToken, Task> run)
    {
        var verb = new Command(name, description);
        foreach (var argument in arguments)
            verb.Add(argument);
        verb.SetAction(run);
        return verb;
    }

    private static Argument<FileInfo> ExistingFile(string name, string description) => new Argument<FileInfo>(name) { Description = description }.AcceptExistingOnly();

    /// <param name="standard">Written to where none is given; without it one must be.</param>
    private static Argument<FileInfo> Output(string? standard = null)
    {
        var output = new Argument<FileInfo>("OUTPUT") { Description = "The file of weights to write" };
        if (standard is not null)
            output.DefaultValueFactory = _ => new FileInfo(standard);
        return output;
    }

    private static string PathOf(ParseResult typed, Argument<FileInfo> file) => typed.GetRequiredValue(file).FullName;
}
