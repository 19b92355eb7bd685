using System.Text.Json;
using FakeSlack;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using PaperBot.Host;
using PaperBot.Host.Doctor;
using PaperBot.Terminal;
using PaperBot.Tests.Terminal;
using Fault = FakeSlack.Fault;

namespace PaperBot.Tests.Host;

/// <summary>The doctor at a real workspace. The model is missing here, which it says each time.</summary>
public sealed class DoctorTests : IDisposable
{
    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task Doctor_WholeWorkspace_FindsAllButTheModelWell()
    {
        await using var workspace = await FakeWorkspace.StartAsync(new WorkspaceOptions { Scopes = Scopes.Lacks.Keys.ToHashSet() });

        var findings = await LookAsync(workspace);

        Assert.Equal(
            [
                "library Well", "disk Well", "model Wrong", "writer Well", "tokens Well",
                "command Skipped", "sign-in Well", "scopes Well", "socket Well", "clock Well",
            ],
            findings.Select(finding => $"{finding.GetProperty("subject").GetString()} {finding.GetProperty("verdict").GetString()}"));
    }

    [Fact]
    public async Task Doctor_MissingScopes_NamesEachAndWhatWillNotWork()
    {
        await using var workspace = await FakeWorkspace.StartAsync(
            new WorkspaceOptions { Scopes = Scopes.Lacks.Keys.Except(["files:write", "commands"]).ToHashSet() });

        var scopes = await FindAsync(workspace, "scopes");

        Assert.Equal(
            "missing: commands (the slash command and the shortcuts do not exist); files:write (exports cannot be sent as files).",
            scopes.GetProperty("words").GetString());
        Assert.Contains("install the app again", scopes.GetProperty("mend").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("auth.test", "invalid_auth", "sign-in", "Copy the bot token")]
    [InlineData("auth.test", "token_revoked", "sign-in", "install it again")]
    [InlineData("apps.connections.open", "missing_scope", "socket", "connections:write")]
    [InlineData("apps.connections.open", "forbidden_team", "socket", "Turn on \"Socket Mode\"")]
    public async Task Doctor_SlackRefuses_SaysHowToMendIt(string method, string error, string subject, string mend)
    {
        await using var workspace = await FakeWorkspace.StartAsync();
        workspace.Faults.Always(method, Fault.Error(error));

        var finding = await FindAsync(workspace, subject);

        Assert.Equal("Wrong", finding.GetProperty("verdict").GetString());
        Assert.Contains(mend, finding.GetProperty("mend").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_ClockTwoMinutesAhead_SaysBySoMuch()
    {
        await using var workspace = await FakeWorkspace.StartAsync();
        _terminal.Replace = services =>
            services.AddSingleton<TimeProvider>(new FakeTimeProvider(TimeProvider.System.GetUtcNow() + TimeSpan.FromMinutes(2)));

        var clock = await FindAsync(workspace, "clock");

        Assert.Matches("^is 1[12][0-9] s off Slack's, so that signatures are refused.$", clock.GetProperty("words").GetString());
    }

    [Fact]
    public async Task Doctor_WithoutTokens_SaysWhatItLeavesOut()
    {
        _terminal.Replace = services =>
            services.Configure<SlackSettings>(slack => (slack.BotToken, slack.AppToken, slack.SigningSecret) = (null, null, null));

        var outcome = await _terminal.RunAsync("doctor");

        Assert.Contains("✓ library", outcome.Out, StringComparison.Ordinal);
        Assert.Contains("✗ model", outcome.Out, StringComparison.Ordinal);
        Assert.Contains("– tokens", outcome.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("scopes", outcome.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_DamagedLibrary_SaysSoAndFails()
    {
        Directory.CreateDirectory(_terminal.Data);
        File.WriteAllText(Path.Combine(_terminal.Data, "paperbot.db"), new string('x', 8192));

        var outcome = await _terminal.RunAsync("doctor");

        Assert.Equal(ExitCode.Fault, outcome.ExitCode);
        Assert.Contains("✗ library", outcome.Out, StringComparison.Ordinal);
    }

    private async Task<JsonElement> FindAsync(FakeWorkspace workspace, string subject) =>
        Assert.Single(await LookAsync(workspace), finding => finding.GetProperty("subject").GetString() == subject);

    private async Task<IReadOnlyList<JsonElement>> LookAsync(FakeWorkspace workspace)
    {
        var replace = _terminal.Replace;
        _terminal.Replace = services =>
        {
            replace(services);
            services.Configure<SlackSettings>(slack =>
                (slack.BotToken, slack.AppToken, slack.ApiUrl) = (workspace.BotToken, workspace.AppToken, workspace.ApiUrl.AbsoluteUri));
        };
        var outcome = await _terminal.RunAsync("doctor", "--json");
        Assert.DoesNotContain(workspace.BotToken, outcome.Out + outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(workspace.AppToken, outcome.Out + outcome.Error, StringComparison.Ordinal);
        var document = outcome.Json();
        Assert.Equal(ExitCode.Fault, outcome.ExitCode);
        Assert.False(document.GetProperty("well").GetBoolean());
        return [.. document.GetProperty("findings").EnumerateArray()];
    }
}
