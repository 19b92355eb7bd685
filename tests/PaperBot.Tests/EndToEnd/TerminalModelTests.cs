using Microsoft.Extensions.DependencyInjection;
using PaperBot.LanguageModels;
using PaperBot.Terminal;
using PaperBot.Tests.LanguageModels.Servers;
using PaperBot.Tests.Terminal;

namespace PaperBot.Tests.EndToEnd;

/// <summary>What a person at a terminal sees of a language model, and when it fails in each of its ways: an answer on standard output, the reason in the log.</summary>
public sealed class TerminalModelTests : IDisposable
{
    private const string Question = "How does SPANN search a billion vectors?";
    private const string Begun = "SPANN keeps the centroids of the posting lists in memory";
    private const string Local = "Local answer, in the abstracts' own words.";
    private const string Finished = "Begun by openai-compatible test-model and finished in the abstracts' own words";

    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task Ask_ModelWrites_IsLabelledWithItsName()
    {
        var (answer, log) = await AskAsync(_ => { });

        Assert.Contains(Begun, answer, StringComparison.Ordinal);
        Assert.Contains("Written by openai-compatible test-model; every sentence is checked", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("language model", log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(429, Trouble.None, "has had too many calls")]
    [InlineData(500, Trouble.None, "is in trouble of its own")]
    [InlineData(0, Trouble.Silence, "was silent for 1 seconds")]
    [InlineData(0, Trouble.Declined, "declined to answer")]
    [InlineData(0, Trouble.WebPage, "answered something that cannot be read")]
    public async Task Ask_ModelDoesNotBegin_IsAnsweredByTheAbstracts_AndTheReasonIsInTheLogAlone(int status, Trouble trouble, string reason)
    {
        var (answer, log) = await AskAsync(model => (model.Status, model.Trouble) = (status, trouble));

        Assert.Contains(Local, answer, StringComparison.Ordinal);
        Assert.Contains("SPANN is a simple memory-disk index", answer, StringComparison.Ordinal);
        AssertTheReasonIsInTheLogAlone(answer, log, reason);
    }

    [Theory]
    [InlineData(Trouble.BrokenJson, "answered something that cannot be read")]
    [InlineData(Trouble.ErrorInside, "")]
    [InlineData(Trouble.EarlyEnd, "broke off in the middle")]
    [InlineData(Trouble.SilenceInside, "was silent for 1 seconds")]
    public async Task Ask_StreamDiesInTheMiddle_IsFinishedByTheAbstracts(Trouble trouble, string reason)
    {
        var (answer, log) = await AskAsync(model => model.Trouble = trouble);

        Assert.Contains(Begun, answer, StringComparison.Ordinal);
        Assert.Contains(Finished, answer, StringComparison.Ordinal);
        AssertTheReasonIsInTheLogAlone(answer, log, reason);
    }

    [Fact]
    public async Task Ask_BudgetSpent_IsAnsweredByTheAbstracts_AndStatsTell()
    {
        await using var model = await StartAsync();
        var first = await _terminal.RunAsync("ask", Question);
        _terminal.Replace = services => Configure(services, model, options => options.TokensPerDay = 1);

        var second = await _terminal.RunAsync("ask", "How much memory does SPANN need?");
        var stats = await _terminal.RunAsync("stats");

        Assert.Contains("Written by", first.Out, StringComparison.Ordinal);
        Assert.Contains(Local, InOneLine(second.Out), StringComparison.Ordinal);
        Assert.Single(model.Requests);
        AssertTheReasonIsInTheLogAlone(InOneLine(second.Out), second.Error, "TokensPerDay are used up");
        Assert.Contains("TokensPerDay are used up", InOneLine(stats.Out), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_ManyWhileTheModelFails_LeavesItAloneAfterSome()
    {
        await using var model = await StartAsync();
        model.Status = 500;
        var batch = string.Concat(Enumerable.Repeat($$"""{"id": 1, "question": "{{Question}}"}{{'\n'}}""", 9));

        var outcome = await _terminal.RunAsync(["ask", "--batch", "-"], batch);

        Assert.Equal(9, outcome.Out.Split(Local).Length - 1);
        Assert.InRange(model.Requests.Count, 1, 7);
        Assert.Contains("it is left alone for 30 seconds", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Chat_StreamDiesInTheMiddle_IsOneMessage()
    {
        await using var model = await StartAsync();
        model.Trouble = Trouble.EarlyEnd;

        var outcome = await _terminal.RunAsync(["chat"], $"@PaperBot {Question}\n");

        var screen = InOneLine(outcome.Out);
        Assert.Contains(Begun, screen, StringComparison.Ordinal);
        Assert.Contains(Finished, screen, StringComparison.Ordinal);
        Assert.Equal(1, screen.Split("PaperBot in #papers").Length - 1);
    }

    private async Task<(string Answer, string Log)> AskAsync(Action<WritingServer> change)
    {
        await using var model = await StartAsync();
        change(model);
        var outcome = await _terminal.RunAsync("ask", Question);
        Assert.Equal(ExitCode.Ok, outcome.ExitCode);
        return (InOneLine(outcome.Out), outcome.Error);
    }

    private async Task<WritingServer> StartAsync()
    {
        var model = await ModelServer.StartAsync<WritingServer>();
        model.Write = told => $"{Begun}, whereas the long posting lists live on disk [{told.KeyOf("SPANN")}]. And {string.Join(' ', Enumerable.Repeat("so on", 30))} [{told.KeyOf("SPANN")}].";
        _terminal.Replace = services => Configure(services, model, _ => { });
        return model;
    }

    private static void Configure(IServiceCollection services, WritingServer model, Action<LanguageModelOptions> change) => services.PostConfigure<LanguageModelOptions>(options =>
    {
        (options.Provider, options.Endpoint, options.Model, options.ApiKey) = ("openai-compatible", $"{model.Address}/v1", ModelServer.Model, ModelServer.Key);
        // On a busy machine an answer that is to come may well take a second.
        (options.Retries, options.SilenceSeconds) = (0, model.Trouble is Trouble.Silence or Trouble.SilenceInside ? 1 : 60);
        change(options);
    });

    private static void AssertTheReasonIsInTheLogAlone(string answer, string log, string reason)
    {
        Assert.Contains("The language model did not answer", log, StringComparison.Ordinal);
        Assert.Contains(reason, log, StringComparison.Ordinal);
        Assert.DoesNotContain("language model", answer, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(ModelServer.Key, log, StringComparison.Ordinal);
    }

    // Lines are broken where the terminal ends.
    private static string InOneLine(string text) => string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
