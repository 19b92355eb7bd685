using System.Text.Json;
using Microsoft.Extensions.Options;
using PaperBot.LanguageModels;
using PaperBot.LanguageModels.Usage;
using PaperBot.Papers;
using PaperBot.Storage;
using PaperBot.Terminal;

namespace PaperBot.Tests.Terminal;

/// <summary>The documents of --json, name by name: programs are written against them.</summary>
public sealed class JsonContractTests : IDisposable
{
    private const string Hits = """{"query":string,"hits":[{"rank":number,"id":string,"title":string,"score":number,"url":string,"published":string,"why":string}],"elapsed_ms":number}""";

    private static readonly Paper Kelp = new()
    {
        Key = new PaperKey("arxiv:2101.00001"),
        Title = "Kelp forests as $\\alpha$-stable sensors",
        Abstract = "We study sensors made of kelp. They report temperature within $\\pm 2$ degrees. A limit is that kelp is eaten by urchins.",
        Authors = ["Ada Lovelace"],
        Published = new PublicationDate(2021, 1, 2),
        Categories = ["eess.SP"],
        Source = "test",
    };

    private static readonly Paper Urchin = new()
    {
        Key = new PaperKey("doi:10.1000/182"),
        Title = "Urchins and the sensors they eat",
        Abstract = "Sea urchins eat sensors. We count 40 sensors eaten in a week.",
        Published = new PublicationDate(2022),
        Source = "test",
    };

    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Theory]
    [InlineData("search|kelp sensors", Hits)]
    [InlineData("similar|2101.00001", Hits)]
    [InlineData("summarize|2101.00001", """{"id":string,"title":string,"tldr":string,"points":[{"aspect":string,"quote":string}]}""")]
    [InlineData("compare|2101.00001|10.1000/182|--on|temperature", """{"papers":[{"id":string,"title":string}],"rows":[{"aspect":string,"cells":[{"id":string,"quote":string}]}],"shared":[string],"differ":[string]}""")]
    [InlineData("show|kelp", """{"id":string,"title":string,"authors":[string],"published":string,"venue":null,"categories":[string],"doi":null,"url":string,"source":string,"withdrawn":boolean,"abstract":string}""")]
    [InlineData("list", """{"papers":[{"id":string,"title":string,"published":string,"url":string}],"total":number}""")]
    [InlineData("remove|kelp", """{"id":string,"title":string}""")]
    [InlineData("stats", """{"papers":number,"without_abstract":number,"published":string,"sources":{"test":number},"categories":{"eess.SP":number},"embedded":{},"bytes":number,"file":string,"language_model":{"tokens_today":number,"tokens_per_day":null,"days":[string],"last_failures":[string]}}""")]
    [InlineData("map|kelp", """{"topic":string,"library":number,"groups":[string],"papers":[string],"alt_text":null,"reason":string,"picture":null,"elapsed_ms":number}""")]
    [InlineData("trend|kelp", """{"topic":string,"library":number,"papers":number,"step":null,"points":[string],"year_only":number,"undated":number,"alt_text":null,"reason":string,"picture":null,"elapsed_ms":number}""")]
    [InlineData("model|list", """{"models":[string]}""")]
    public async Task Document_HasTheAgreedNamesInTheAgreedOrder(string args, string shape)
    {
        _terminal.Store(Kelp, Urchin);

        var outcome = await _terminal.RunAsync([.. args.Split('|'), "--json"]);

        Assert.Equal(ExitCode.Ok, outcome.ExitCode);
        AssertShape(shape, outcome.Json());
    }

    [Fact]
    public async Task Trend_HasItsPointsAndWritesItsPicture()
    {
        _terminal.Store([.. Enumerable.Range(1, 6).Select(i => Kelp with { Key = new PaperKey($"local:k{i}"), Title = $"Kelp, part {i}", Published = new PublicationDate(2021, i) })]);
        var file = Path.Combine(_terminal.Folder, "kelp.png");

        var outcome = await _terminal.RunAsync(["trend", "kelp", "--output", file, "--json"]);

        AssertShape(
            """{"topic":string,"library":number,"papers":number,"step":string,"points":[{"from":string,"papers":number}],"year_only":number,"undated":number,"alt_text":string,"reason":null,"picture":string,"elapsed_ms":number}""",
            outcome.Json());
        Assert.Equal("\u0089PNG", System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file))[..4]);
    }

    [Fact]
    public async Task Trend_FileThatIsNoPng_IsRefusedBeforeAnythingIsRead()
    {
        var outcome = await _terminal.RunAsync(["trend", "kelp", "--output", "kelp.jpg"]);

        Assert.Equal(ExitCode.Usage, outcome.ExitCode);
        Assert.Contains("--output kelp.jpg.png", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stats_Document_TellsWhatALanguageModelUsed()
    {
        var library = new LibraryDatabase(Options.Create(new StorageOptions { DataFolder = _terminal.Data }));
        new UsageStore(library, TimeProvider.System).Record("U1", "gpt-x", 10, 5, new LanguageModelException(LanguageModelFailure.Interrupted, "It broke off."));

        var usage = (await _terminal.RunAsync("stats", "--json")).Json().GetProperty("language_model");

        AssertShape(
            """{"tokens_today":number,"tokens_per_day":null,"days":[{"day":string,"people":number,"calls":number,"failures":number,"input_tokens":number,"output_tokens":number}],"last_failures":[{"at":string,"failure":string,"message":string}]}""",
            usage);
        Assert.Equal((15, "Interrupted"), (usage.GetProperty("tokens_today").GetInt32(), usage.GetProperty("last_failures")[0].GetProperty("failure").GetString()));
    }

    [Fact]
    public async Task Ask_Document_HasTheAgreedNamesInTheAgreedOrder()
    {
        _terminal.Store(Kelp, Urchin);

        var answer = (await _terminal.RunAsync("ask", "which kelp won the football match yesterday", "--json")).Json();

        AssertShape("""{"question":string,"answer":string,"refused":boolean,"reason":string,"mode":string,"citations":[{"n":number,"id":string,"title":string,"url":string,"quote":string,"withdrawn":boolean}],"elapsed_ms":number}""", answer);
        Assert.Equal(("", true, "local"), (answer.GetProperty("answer").GetString(), answer.GetProperty("refused").GetBoolean(), answer.GetProperty("mode").GetString()));
    }

    [Fact]
    public async Task Batch_AnswersEachLineWithItsId_AndTellsTheBadOnes()
    {
        _terminal.Store(Kelp);
        const string lines = "{\"id\":7,\"question\":\"what is kelp\"}\n\nnonsense\n{\"id\":\"b\",\"question\":\"¿dónde?\"}\n{\"id\":\"c\"}\n";

        var outcome = await _terminal.RunAsync(["ask", "--batch", "-", "--json"], lines);

        var answers = outcome.Out.TrimEnd().Split('\n');
        Assert.Equal((ExitCode.Fault, 2), (outcome.ExitCode, answers.Length));
        Assert.StartsWith("{\"id\":7,\"question\":\"what is kelp\",\"answer\":", answers[0], StringComparison.Ordinal);
        Assert.StartsWith("{\"id\":\"b\",\"question\":\"¿dónde?\",", answers[1], StringComparison.Ordinal);
        Assert.Contains("Line 3 is not a JSON object with \"id\" and \"question\".\n", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("Line 5 (id c) has no \"question\".\n", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ingest_Document_HasTheAgreedNames_AndTheFileWhereThereAreSeveral()
    {
        var good = _terminal.File("good.jsonl", "{\"id\":\"1\",\"title\":\"One fine paper\"}\nrubbish\n");
        var better = _terminal.File("better.jsonl", "{\"id\":\"2\",\"title\":\"Another fine paper\"}\nrubbish\n");

        var one = (await _terminal.RunAsync("ingest", good, "--json")).Json();
        var two = (await _terminal.RunAsync("ingest", good, better, "--json")).Json();

        AssertShape("""{"added":number,"updated":number,"unchanged":number,"rejected":[{"line":number,"reason":string}],"embedded":number,"elapsed_ms":number}""", one);
        AssertShape("""{"added":number,"updated":number,"unchanged":number,"rejected":[{"line":number,"reason":string,"file":string}],"embedded":number,"elapsed_ms":number}""", two);
        Assert.Equal((1, 0, 0), (one.GetProperty("added").GetInt32(), one.GetProperty("updated").GetInt32(), one.GetProperty("unchanged").GetInt32()));
        Assert.Equal((1, 0, 1), (two.GetProperty("added").GetInt32(), two.GetProperty("updated").GetInt32(), two.GetProperty("unchanged").GetInt32()));
    }

    [Fact]
    public async Task EvalRetrieval_Document_HasTheAgreedNames()
    {
        Directory.CreateDirectory(Path.Combine(_terminal.Folder, "qrels"));
        _terminal.File("corpus.jsonl", "{\"_id\":\"d1\",\"title\":\"Kelp\",\"text\":\"Kelp grows.\"}\n{\"_id\":\"d2\",\"title\":\"Sand\",\"text\":\"Sand lies.\"}\n");
        _terminal.File("queries.jsonl", "{\"_id\":\"q1\",\"text\":\"kelp\"}\n");
        _terminal.File("qrels/dev.tsv", "query-id\tcorpus-id\tscore\nq1\td1\t1\n");

        var figures = (await _terminal.RunAsync("eval", "retrieval", _terminal.Folder, "--qrels", "dev", "--mode", "keyword", "--json")).Json();

        AssertShape("""{"queries":number,"ndcg@10":number,"recall@10":number,"recall@100":number,"mrr@10":number,"p50_ms":number,"p95_ms":number}""", figures);
        Assert.Equal(1, figures.GetProperty("ndcg@10").GetDouble());
    }

    [Fact]
    public async Task EvalSummaries_Document_HasTheAgreedNames()
    {
        var file = _terminal.File("tldr.jsonl", "{\"source\":[\"Kelp grows fast in cold water.\",\"We measured it.\"],\"target\":[\"Kelp grows fast.\"]}\n");

        AssertShape("""{"papers":number,"rouge1":number,"rouge2":number,"rougeL":number}""", (await _terminal.RunAsync("eval", "summaries", file, "--json")).Json());
    }

    [Fact]
    public async Task Titles_AreReadable_AndQuotesAreToTheLetter()
    {
        _terminal.Store(Kelp, Urchin);

        var shown = (await _terminal.RunAsync("show", "2101.00001", "--json")).Json();
        Assert.Equal("Kelp forests as α-stable sensors", shown.GetProperty("title").GetString());
        Assert.Equal(Kelp.Abstract, shown.GetProperty("abstract").GetString());

        var cell = (await _terminal.RunAsync("compare", "2101.00001", "10.1000/182", "--on", "temperature", "--json")).Json().GetProperty("rows")[0].GetProperty("cells")[0];
        Assert.Equal("They report temperature within $\\pm 2$ degrees.", cell.GetProperty("quote").GetString());
    }

    /// <summary>Names, order and kinds of values; of an array, its first element. An empty array passes for one of texts.</summary>
    private static void AssertShape(string shape, JsonElement document) => Assert.Equal(shape, Shape(document));

    private static string Shape(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(',', value.EnumerateObject().Select(property => $"\"{property.Name}\":{Shape(property.Value)}"))}}}",
        JsonValueKind.Array => value.GetArrayLength() == 0 ? "[string]" : $"[{Shape(value[0])}]",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        var kind => kind.ToString().ToLowerInvariant(),
    };
}
