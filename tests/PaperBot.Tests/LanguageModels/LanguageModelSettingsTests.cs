using Microsoft.Extensions.DependencyInjection;
using PaperBot.Host;
using PaperBot.LanguageModels;
using PaperBot.Terminal;
using PaperBot.Tests.LanguageModels.Servers;
using PaperBot.Tests.Terminal;

namespace PaperBot.Tests.LanguageModels;

/// <summary>What the settings lack is told in one sentence; the doctor says whether the model answers.</summary>
public sealed class LanguageModelSettingsTests : IDisposable
{
    private const string Secret = "sk-secret-4c1d";

    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Theory]
    [InlineData("openai", null, "", Secret, "LanguageModel:Model is missing.")]
    [InlineData("openai", "m", "", null, "LanguageModel:ApiKey is missing, which openai needs. Set PAPERBOT_LanguageModel__ApiKey, or name a file that holds it in PAPERBOT_LanguageModel__ApiKeyFile.")]
    [InlineData("anthropic", "m", "", null, "LanguageModel:ApiKey is missing, which anthropic needs.")]
    [InlineData("azure-openai", "m", "https://team.openai.azure.com", null, "LanguageModel:ApiKey is missing, which azure-openai needs.")]
    [InlineData("azure-openai", "m", null, Secret, "LanguageModel:Endpoint is missing, which azure-openai needs.")]
    [InlineData("openai-compatible", "m", "", null, "LanguageModel:Endpoint is missing, which openai-compatible needs.")]
    [InlineData("ollama", "", null, null, "LanguageModel:Model is missing.")]
    [InlineData("openai", "m", "http://", Secret, "LanguageModel:Endpoint")]
    [InlineData("openai", "m", null, Secret + "\n" + Secret, "LanguageModel:ApiKey holds a blank or a letter that no key has.")]
    public async Task WrongSettings_AreOneSentence_WithoutTheKey(string provider, string? model, string? endpoint, string? key, string sentence)
    {
        Set(provider, model, endpoint, key);

        var outcome = await _terminal.RunAsync("doctor");

        Assert.NotEqual(ExitCode.Ok, outcome.ExitCode);
        Assert.Contains(sentence, outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, outcome.Out + outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeyFile_IsRead_AndOneThatIsNotThereIsNamed()
    {
        await using var server = await ModelServer.StartAsync<OpenAIServer>();
        Set("openai", ModelServer.Model, server.Address + "/v1", null, _terminal.File("key", ModelServer.Key + "\n"));
        Assert.Contains("✓ writer", (await _terminal.RunAsync("doctor")).Out, StringComparison.Ordinal);

        Set("openai", ModelServer.Model, server.Address + "/v1", null, "/no/such/key");
        Assert.Contains("LanguageModel:ApiKeyFile names /no/such/key, which cannot be read.", (await _terminal.RunAsync("doctor")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_WithoutAModel_FindsThatFine() => Assert.Contains(
        "✓ writer   answers in the words of the abstracts; set LanguageModel:Provider to have a", (await _terminal.RunAsync("doctor")).Out, StringComparison.Ordinal);

    [Theory]
    [InlineData("sk-other", ModelServer.Model, "does not accept the key", "PAPERBOT_LanguageModel__ApiKey")]
    [InlineData(ModelServer.Key, "no-such-model", "does not know the model", "Correct LanguageModel:Model")]
    public async Task Doctor_ModelThatDoesNotAnswer_SaysWhyAndTheMend(string key, string model, string why, string mend)
    {
        await using var server = await ModelServer.StartAsync<OpenAIServer>();
        Set("openai", model, server.Address + "/v1", key);

        var finding = (await _terminal.RunAsync("doctor", "--json")).Json().GetProperty("findings").EnumerateArray()
            .Single(finding => finding.GetProperty("subject").GetString() == "writer");

        Assert.Contains(why, finding.GetProperty("words").GetString(), StringComparison.Ordinal);
        Assert.Contains(mend, finding.GetProperty("mend").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain(key, finding.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("chat")]
    [InlineData("ask", "How", "does", "SPANN", "search?")]
    [InlineData("doctor")]
    public async Task BadPrompt_StopsTheVerbAtItsStart_InOneSentence(params string[] args)
    {
        var prompt = _terminal.File("answer.md", "Answer {{$question}}.");
        _terminal.Replace = services => services
            .Configure<SlackSettings>(slack => (slack.BotToken, slack.AppToken) = ("xoxb-1", "xapp-1"))
            .Configure<LanguageModelOptions>(options =>
                (options.Provider, options.Model, options.PromptsFolder) = ("ollama", "m", _terminal.Folder));

        var outcome = await _terminal.RunAsync(args);

        Assert.Equal((ExitCode.Usage, ""), (outcome.ExitCode, outcome.Out));
        Assert.Equal($"{prompt} has no header. Begin it with a line of ---, then name, version, purpose, variables, and another line of ---.\n", outcome.Error);
    }

    [Fact]
    public async Task BadPrompt_WithoutAModel_IsNotLookedAt()
    {
        _terminal.Replace = services => services.Configure<LanguageModelOptions>(options => options.PromptsFolder = "/no/such/prompts");

        Assert.Contains("✓ writer", (await _terminal.RunAsync("doctor")).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Doctor_EveryFailure_HasAMend() =>
        Assert.All(Enum.GetValues<LanguageModelFailure>(), failure => Assert.NotEmpty(PaperBot.Host.Doctor.WriterCheck.Mend(failure)));

    private void Set(string provider, string? model, string? endpoint, string? key, string? file = null) =>
        _terminal.Replace = services => services.Configure<LanguageModelOptions>(options =>
            (options.Provider, options.Model, options.Endpoint, options.ApiKey, options.ApiKeyFile) = (provider, model, endpoint, key, file));
}
