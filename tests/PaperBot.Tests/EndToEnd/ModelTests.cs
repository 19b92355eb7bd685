using FakeSlack;
using PaperBot.Tests.LanguageModels.Servers;

namespace PaperBot.Tests.EndToEnd;

/// <summary>A bot whose answers a language model on a socket writes, and what people in Slack see when that fails.</summary>
[Collection(EndToEndTests.Name)]
public sealed class ModelTests(PreparedLibrary library)
{
    private const string Question = "How does SPANN search a billion vectors?";
    private const string Begun = "SPANN keeps the centroids of the posting lists in memory";
    private const string Reached = "SPANN reaches 90% recall 2 times faster than DiskANN at equal memory cost";
    private const string NotWritten = "in about one millisecond with 32GB of memory";
    private const string Local = "Local answer, in the abstracts' own words.";

    // The last line of an answer.
    private static readonly string[] Labels = [Local, "Written by ", "Begun by "];

    [Fact]
    public async Task Answer_OfTheModel_IsStreamedIntoTheThreadAndLabelled()
    {
        await using var model = await ModelServer.StartAsync<WritingServer>();
        model.Write = Two;
        await using var bot = await StartAsync(model);

        var answer = await AskAsync(bot);

        Assert.Contains($"{Begun}, whereas the long posting lists live on disk.", answer.Text, StringComparison.Ordinal);
        Assert.Contains($"{Reached}.", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Written by openai-compatible test-model; every sentence is checked", answer.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sentence_ThatItsPaperDoesNotBear_IsSeenByNobody()
    {
        await using var model = await ModelServer.StartAsync<WritingServer>();
        model.Write = told => $"{Two(told)} SPANN needs 640GB of memory [{told.KeyOf("SPANN")}].";
        await using var bot = await StartAsync(model);

        await AskAsync(bot);

        Assert.DoesNotContain(bot.Workspace.Calls, call => call.ToString()!.Contains("640GB", StringComparison.Ordinal));
        Assert.Single(model.Requests);
    }

    [Theory]
    [InlineData(429, Trouble.None)]
    [InlineData(500, Trouble.None)]
    [InlineData(0, Trouble.Silence)]
    [InlineData(0, Trouble.Declined)]
    [InlineData(0, Trouble.WebPage)]
    public async Task Model_ThatDoesNotBegin_LeavesOneAnswerOfTheAbstracts_AndTheReasonAtHome(int status, Trouble trouble)
    {
        await using var model = await ModelServer.StartAsync<WritingServer>();
        (model.Status, model.Trouble, model.Write) = (status, trouble, Two);
        await using var bot = await StartAsync(model);

        var answer = await AskAsync(bot);

        Assert.Contains(Local, answer.Shown, StringComparison.Ordinal);
        Assert.Contains("SPANN is a simple memory-disk index", answer.Text, StringComparison.Ordinal);
        await AssertTheReasonIsAtHomeAloneAsync(bot, answer);
    }

    [Theory]
    [InlineData(Trouble.BrokenJson)]
    [InlineData(Trouble.ErrorInside)]
    [InlineData(Trouble.EarlyEnd)]
    [InlineData(Trouble.SilenceInside)]
    public async Task Stream_ThatDiesInTheMiddle_IsFinishedInTheSameMessage_AndTheReasonIsAtHome(Trouble trouble)
    {
        await using var model = await ModelServer.StartAsync<WritingServer>();
        (model.Trouble, model.Write) = (trouble, told => $"{Two(told)} And {string.Join(' ', Enumerable.Repeat("so on", 30))} [{told.KeyOf("SPANN")}].");
        await using var bot = await StartAsync(model);

        var answer = await AskAsync(bot);

        Assert.Contains(Begun, answer.Text, StringComparison.Ordinal);
        Assert.Contains(NotWritten, answer.Text, StringComparison.Ordinal);
        Assert.Contains("Begun by openai-compatible test-model and finished in the abstracts' own words", answer.Shown, StringComparison.Ordinal);
        await AssertTheReasonIsAtHomeAloneAsync(bot, answer);
    }

    [Fact]
    public async Task Budget_Spent_LeavesTheAnswerOfTheAbstracts_AndTheModelUnasked()
    {
        await using var model = await ModelServer.StartAsync<WritingServer>();
        model.Write = Two;
        await using var bot = await StartAsync(model, ("TokensPerDay", "1"));
        Assert.Contains("Written by", (await AskAsync(bot)).Shown, StringComparison.Ordinal);

        var answer = await AskAsync(bot, "How much memory does SPANN need?");

        Assert.Contains(Local, answer.Shown, StringComparison.Ordinal);
        Assert.Single(model.Requests);
        await AssertTheReasonIsAtHomeAloneAsync(bot, answer);
    }

    [Fact]
    public async Task Model_ThatFailsAgainAndAgain_IsLeftAloneForAWhile()
    {
        await using var model = await ModelServer.StartAsync<WritingServer>();
        (model.Status, model.Write) = (500, Two);
        await using var bot = await StartAsync(model);

        for (var asked = 0; asked < 8; asked++)
            Assert.Contains(Local, (await AskAsync(bot)).Shown, StringComparison.Ordinal);

        Assert.InRange(model.Requests.Count, 1, 7);
    }

    [Fact]
    public async Task Prompt_HoldsNothingThatWasSaidInAnotherPlace()
    {
        await using var model = await ModelServer.StartAsync<WritingServer>();
        model.Write = told => told.Asks("rewrite the last question") ? "How much memory does SPANN need?" : Two(told);
        await using var bot = await StartAsync(model);
        var researcher = bot.Workspace.AddUser("researcher");
        var (secret, open) = (bot.Workspace.AddChannel("secret", ChannelKind.Private), bot.Workspace.AddChannel("reading"));
        var first = researcher.Mention(secret, "How does SPANN search a billion vectors for the merger with Contoso?");
        await bot.Workspace.WaitForAnswerAsync(first);
        var question = researcher.Mention(open, Question);
        await bot.Workspace.WaitForAnswerAsync(question);
        var asked = model.Requests.Count;

        await bot.Workspace.WaitForAnswerAsync(researcher.Reply(question, "and its memory cost?"));

        Assert.Contains("Contoso", model.Requests.First().ToJsonString(), StringComparison.Ordinal);
        Assert.True(model.Requests.Count > asked);
        Assert.All(model.Requests.Skip(1), request => Assert.DoesNotContain("Contoso", request.ToJsonString(), StringComparison.Ordinal));
    }

    private Task<RunningBot> StartAsync(WritingServer model, params (string Name, string Value)[] settings)
    {
        var all = model.Settings;
        // On a busy machine an answer that is to come may well take a second.
        all["LanguageModel:SilenceSeconds"] = model.Trouble is Trouble.Silence or Trouble.SilenceInside ? "1" : "60";
        foreach (var (name, value) in settings)
            all[$"LanguageModel:{name}"] = value;
        return RunningBot.StartAsync(library, Transport.SocketMode, settings: all);
    }

    private static string Two(Told told) =>
        $"{Begun}, whereas the long posting lists live on disk [{told.KeyOf("SPANN")}]. {Reached} [{told.KeyOf("SPANN")}].";

    private static async Task<FakeMessage> AskAsync(RunningBot bot, string question = Question)
    {
        var researcher = bot.Workspace.Users.FirstOrDefault(user => user.Name == "researcher") ?? bot.Workspace.AddUser("researcher");
        var channel = bot.Workspace.Channels.FirstOrDefault(each => each.Name == "reading") ?? bot.Workspace.AddChannel("reading");
        var asked = researcher.Mention(channel, question);
        var answer = await bot.Workspace.WaitForAnswerAsync(asked, message => Labels.Any(label => message.Shown.Contains(label, StringComparison.Ordinal)));
        Assert.Single(bot.Workspace.Thread(channel, asked.Ts), message => message.BotId == bot.Workspace.BotId);
        return answer;
    }

    private static async Task AssertTheReasonIsAtHomeAloneAsync(RunningBot bot, FakeMessage answer)
    {
        Assert.DoesNotContain("language model", answer.Shown, StringComparison.OrdinalIgnoreCase);
        var researcher = bot.Workspace.Users.Single(user => user.Name == "researcher");
        researcher.OpenHome();
        var home = await bot.Workspace.WaitForHomeAsync(researcher);
        Assert.Contains("Last not answered at", home.Shown, StringComparison.Ordinal);
        Assert.Contains("language model", bot.Log, StringComparison.OrdinalIgnoreCase);
    }
}
