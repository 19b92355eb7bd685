namespace PaperBot.Tests.EndToEnd;

/// <summary>App Home and the forms that people fill in.</summary>
[Collection(EndToEndTests.Name)]
public sealed class FormTests(PreparedLibrary library)
{
    [Theory]
    [InlineData(Transport.SocketMode)]
    [InlineData(Transport.Http)]
    public async Task ComparePapers_ChosenByTyping_IsShownInTheConversation(Transport transport)
    {
        await using var bot = await RunningBot.StartAsync(library, transport);
        var researcher = bot.Workspace.AddUser("researcher");
        var channel = bot.Workspace.AddChannel("reading");

        await researcher.GlobalShortcutAsync("compare_papers");
        var form = await bot.Workspace.WaitForViewAsync(researcher);
        var latest = await researcher.TypeaheadAsync(form, "compare_choice", "");
        var found = await researcher.TypeaheadAsync(form, "compare_choice", "span");
        Assert.Equal("arxiv:2111.08566", Assert.Single(found).Value);

        await researcher.SubmitAsync(form, ("compare_choice", found));
        Assert.Equal("A comparison needs at least two papers.", bot.Workspace.OpenView(researcher)?.Errors["compare_choice"]);
        await researcher.SubmitAsync(form, ("compare_choice", new[] { found[0], latest[0] }), ("compare_own", "memory"), ("compare_target", channel.Id));

        var comparison = await bot.Workspace.WaitForMessageAsync(channel, seen => seen.BotId == bot.Workspace.BotId);
        Assert.Contains("SPANN", comparison.Shown, StringComparison.Ordinal);
        Assert.Contains($"<@{researcher.Id}>", comparison.Text, StringComparison.Ordinal);
        Assert.Null(bot.Workspace.OpenView(researcher));
    }

    [Fact]
    public async Task ComparePapers_NoConversationChosen_ComesInADirectMessage()
    {
        await using var bot = await RunningBot.StartAsync(library, Transport.SocketMode);
        var researcher = bot.Workspace.AddUser("researcher");

        await researcher.GlobalShortcutAsync("compare_papers");
        var form = await bot.Workspace.WaitForViewAsync(researcher);
        var latest = await researcher.TypeaheadAsync(form, "compare_choice", "");
        await researcher.SubmitAsync(form, ("compare_choice", latest.Take(3).ToArray()));

        var comparison = await bot.Workspace.WaitForMessageAsync(researcher.DirectChannel, seen => seen.BotId == bot.Workspace.BotId);
        Assert.NotEmpty(comparison.Shown);
    }

    [Fact]
    public async Task CompareButton_UnderAnAnswer_OpensTheFormWithItsPapersChosen()
    {
        await using var bot = await RunningBot.StartAsync(library, Transport.SocketMode);
        var researcher = bot.Workspace.AddUser("researcher");
        var answer = await bot.Workspace.WaitForAnswerAsync(researcher.Mention(bot.Workspace.AddChannel("reading"), "How does SPANN search a billion vectors?"));

        await researcher.ClickAsync(answer, "Compare…");

        var form = await bot.Workspace.WaitForViewAsync(researcher);
        Assert.Equal("compare_papers", form.CallbackId);
        Assert.Contains("arxiv:2111.08566", form.Json.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Transport.SocketMode)]
    [InlineData(Transport.Http)]
    public async Task Home_Opened_TellsOfTheLibraryAndOfOwnQuestionsAlone(Transport transport)
    {
        await using var bot = await RunningBot.StartAsync(library, transport);
        var (researcher, colleague) = (bot.Workspace.AddUser("researcher"), bot.Workspace.AddUser("colleague"));
        var channel = bot.Workspace.AddChannel("reading");
        await bot.Workspace.WaitForAnswerAsync(researcher.Mention(channel, "How does SPANN search a billion vectors?"));

        researcher.OpenHome();
        colleague.OpenHome();

        var own = await bot.Workspace.WaitForHomeAsync(researcher);
        Assert.Contains("68", own.Shown, StringComparison.Ordinal);
        Assert.Contains("How does SPANN search a billion vectors?\n", own.Shown.Replace("&amp;", "&", StringComparison.Ordinal) + "\n", StringComparison.Ordinal);
        // The answer is seen a moment before it is noted.
        Assert.Matches(@"nothing of yours that I left unanswered|· I am still at it", own.Shown);
        Assert.Contains("You have not asked anything yet.", (await bot.Workspace.WaitForHomeAsync(colleague)).Shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Transport.SocketMode)]
    [InlineData(Transport.Http)]
    public async Task ChannelSettings_SavedByAnAdmin_AreKeptAndShownAtHome(Transport transport)
    {
        await using var bot = await RunningBot.StartAsync(library, transport);
        var (admin, researcher) = (bot.Workspace.AddUser("admin", isAdmin: true), bot.Workspace.AddUser("researcher"));
        var channel = bot.Workspace.AddChannel("reading");
        admin.OpenHome();

        await admin.ClickAsync(await bot.Workspace.WaitForHomeAsync(admin), "Channel settings…");
        await admin.SelectAsync(await bot.Workspace.WaitForViewAsync(admin), "settings_channel", channel.Id);
        var form = await bot.Workspace.WaitForViewAsync(admin, view => view.PrivateMetadata == channel.Id);
        await admin.SubmitAsync(form, ("settings_people", new[] { admin.Id }));

        var home = await bot.Workspace.WaitForHomeAsync(admin, view => view.Shown.Contains("You set", StringComparison.Ordinal));
        Assert.Contains("one person may ask", home.Shown, StringComparison.Ordinal);
        Assert.Contains("Slack: ", home.Shown, StringComparison.Ordinal);
        researcher.Mention(channel, "How does SPANN search a billion vectors?");
        var told = await bot.Workspace.WaitForEphemeralAsync(researcher);
        Assert.Contains("only some people", told.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChannelSettings_ChosenBySomebodyElse_SaysWhoMay()
    {
        await using var bot = await RunningBot.StartAsync(library, Transport.SocketMode);
        var (owner, researcher) = (bot.Workspace.AddUser("owner"), bot.Workspace.AddUser("researcher"));
        var channel = bot.Workspace.AddChannel("reading", members: [owner, researcher]);
        researcher.OpenHome();

        await researcher.ClickAsync(await bot.Workspace.WaitForHomeAsync(researcher), "Channel settings…");
        await researcher.SelectAsync(await bot.Workspace.WaitForViewAsync(researcher), "settings_channel", channel.Id);

        var view = await bot.Workspace.WaitForViewAsync(researcher, view => view.Shown.Contains("Please ask", StringComparison.Ordinal));
        Assert.Contains("admins and owners", view.Shown, StringComparison.Ordinal);
    }
}
