using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;
using PaperBot.Bot;
using PaperBot.Bot.Channels;
using PaperBot.Bot.Decisions;
using PaperBot.Bot.Digests;
using PaperBot.Bot.Home;
using PaperBot.Bot.Home.Settings;
using PaperBot.Bot.Replies;
using PaperBot.Bot.Shortcuts;
using PaperBot.Digests.Subscriptions;
using PaperBot.Embedding;
using PaperBot.Ingestion.Feeds;
using PaperBot.Ingestion.Sources;
using PaperBot.LanguageModels;
using PaperBot.LanguageModels.Usage;
using PaperBot.Slack;
using PaperBot.Slack.Blocks;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Events;
using PaperBot.Slack.Interaction;
using PaperBot.Slack.WebApi;

namespace PaperBot.Tests.Bot.Home;

public sealed class HomeTests : IDisposable
{
    private static readonly Delivery Once = new("d", "T1", DateTimeOffset.UnixEpoch, 1);

    private readonly TemporaryFolder _folder = new();
    private readonly Mock<ISlackApiClient> _slack = new() { DefaultValue = DefaultValue.Mock };
    private readonly List<(string Person, HomeView View)> _published = [];
    private readonly List<ModalView> _opened = [];
    private readonly List<ModalView> _updated = [];
    private readonly List<Message> _posted = [];
    private readonly ChannelSettingsStore _settings;
    private readonly HomePublisher _home;

    public HomeTests()
    {
        var library = _folder.Library();
        _folder.Papers().Store([SomePaper.Titled("Sand") with { Categories = ["cs.IR", "cs.DB"] }, SomePaper.Titled("Silt") with { Categories = ["cs.IR"] }]);
        _settings = new ChannelSettingsStore(library, TimeProvider.System);
        _slack.Setup(slack => slack.Auth.TestAsync(It.IsAny<CancellationToken>())).ReturnsAsync(new AuthTestResponse { UserId = "UBOT" });
        _slack.Setup(slack => slack.Views.PublishAsync(It.IsAny<string>(), It.IsAny<HomeView>(), It.IsAny<CancellationToken>()))
            .Callback((string person, HomeView view, CancellationToken _) => _published.Add((person, view))).Returns(Task.CompletedTask);
        _slack.Setup(slack => slack.Views.OpenAsync(It.IsAny<string>(), It.IsAny<ModalView>(), It.IsAny<CancellationToken>()))
            .Callback((string _, ModalView view, CancellationToken _) => _opened.Add(view)).ReturnsAsync("V1");
        _slack.Setup(slack => slack.Views.UpdateAsync("V1", It.IsAny<ModalView>(), It.IsAny<CancellationToken>()))
            .Callback((string _, ModalView view, CancellationToken _) => _updated.Add(view)).Returns(Task.CompletedTask);
        _slack.Setup(slack => slack.Chat.PostMessageAsync(It.IsAny<Message>(), It.IsAny<CancellationToken>()))
            .Callback((Message message, CancellationToken _) => _posted.Add(message)).ReturnsAsync(new PostedMessage("D1", "1"));
        _slack.Setup(slack => slack.Conversations.InfoAsync("C1", It.IsAny<CancellationToken>())).ReturnsAsync(new Conversation { Id = "C1", Creator = "UMAKER" });
        _slack.Setup(slack => slack.Conversations.InfoAsync("C9", It.IsAny<CancellationToken>())).ThrowsAsync(new SlackException("channel_not_found", "conversations.info"));
        _slack.Setup(slack => slack.Users.InfoAsync(It.IsAny<string>(), It.IsAny<CancellationToken>()))
            .ReturnsAsync((string user, CancellationToken _) => new UserInfo { Id = user, IsAdmin = user == "UADMIN", IsOwner = user == "UOWNER" });
        _home = new HomePublisher(
            _slack.Object, new BotIdentity(_slack.Object), _folder.Papers(), new ReplyStore(library, TimeProvider.System),
            new DecisionStore(library, TimeProvider.System), _settings, new ModelStore(_folder.Path), Options.Create(new EmbeddingOptions()),
            Options.Create(new LanguageModelOptions()), new UsageStore(library, TimeProvider.System),
            new SubscriptionList(new SubscriptionStore(library, new SubscriptionChanges(), TimeProvider.System), _folder.Papers()),
            new FeedWatch(new FeedList(Options.Create(new SourcesOptions())), new FeedStore(library, TimeProvider.System)), [], Options.Create(new BotOptions()), TimeProvider.System, NullLogger<HomePublisher>.Instance);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Opened_TheHomeTab_IsPublishedToThatPerson()
    {
        await new HomeOpened(_home).HandleAsync(new AppHomeOpened { User = "U1", Tab = "home" }, Once, default);

        Assert.Equal("U1", _published.Single().Person);
    }

    [Fact]
    public async Task Opened_TheMessagesTab_PublishesNothing()
    {
        await new HomeOpened(_home).HandleAsync(new AppHomeOpened { User = "U1", Tab = "messages" }, Once, default);

        Assert.Empty(_published);
    }

    [Fact]
    public async Task Opened_SlackRefuses_HarmsNothing()
    {
        _slack.Setup(slack => slack.Views.PublishAsync(It.IsAny<string>(), It.IsAny<HomeView>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new SlackException("not_enabled", "views.publish"));

        await new HomeOpened(_home).HandleAsync(new AppHomeOpened { User = "U1", Tab = "home" }, Once, default);
    }

    [Theory]
    [InlineData("UMAKER")]
    [InlineData("UADMIN")]
    [InlineData("UOWNER")]
    public async Task Settings_ChosenAndSavedByOneWhoMay_AreKeptAndShownAtHome(string person)
    {
        await ChooseAsync(person, "C1");
        Assert.Equal("C1", _updated.Single().PrivateMetadata);

        await SubmitAsync(person);

        var kept = _settings.Find("C1");
        Assert.Equal((AnswerMode.Questions, person), (kept.Mode, kept.ChangedBy));
        Assert.Equal(["U7"], kept.People);
        Assert.Equal(["cs.IR"], kept.Categories);
        Assert.Contains("<#C1>", Words(_published.Single().View), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_ChosenByOneWhoMayNot_SaysWhoMay()
    {
        await ChooseAsync("U1", "C1");

        var view = Assert.Single(_updated);
        Assert.Null(view.Submit);
        Assert.Contains("<@UMAKER>", ((SectionBlock)view.Blocks[1]).Text!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_SubmittedByOneWhoMayNot_AreNotKept()
    {
        await SubmitAsync("U1");

        Assert.Equal("", _settings.Find("C1").ChangedBy);
        Assert.Contains("<@UMAKER>", _posted.Single().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_ChannelThatTheBotCannotSee_SaysToInviteIt()
    {
        await ChooseAsync("U1", "C9");

        Assert.Contains("Invite me", ((SectionBlock)_updated.Single().Blocks[1]).Text!.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("home_settings", "channel_settings")]
    [InlineData("home_compare", "compare_papers")]
    public async Task Button_OfAForm_OpensIt(string button, string callback)
    {
        await ClickAsync(button);

        Assert.Equal(callback, _opened.Single().CallbackId);
    }

    [Fact]
    public async Task Button_Refresh_PublishesAnew()
    {
        await ClickAsync("home_refresh");

        Assert.Equal("U1", _published.Single().Person);
    }

    [Fact]
    public async Task Button_ClickedTooLongAgo_SaysSo()
    {
        _slack.Setup(slack => slack.Views.OpenAsync(It.IsAny<string>(), It.IsAny<ModalView>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new SlackException("expired_trigger_id", "views.open"));

        await ClickAsync("home_compare");

        Assert.Equal(("U1", "I was too slow to open “Compare papers”, sorry. Please click once more."), (_posted.Single().Channel, _posted[0].Text));
    }

    private static string Words(HomeView view) => string.Join(
        '\n', view.Blocks.OfType<ContextBlock>().SelectMany(block => block.Elements).OfType<TextObject>().Select(text => text.Text));

    private Task ClickAsync(string button) => new HomeButtons(_home, new ModalOpening(_slack.Object, NullLogger<ModalOpening>.Instance)).HandleAsync(
        new BlockAction { ActionId = button }, new BlockActionRequest { User = new Named { Id = "U1" }, TriggerId = "t" }, Once, default);

    private Task ChooseAsync(string person, string channel) => new ChannelChosen(_slack.Object, new SettingsRights(_slack.Object), _settings, _folder.Papers()).HandleAsync(
        new BlockAction { ActionId = "settings_channel", SelectedConversation = channel },
        new BlockActionRequest { User = new Named { Id = person }, View = new PayloadView { Id = "V1" } }, Once, default);

    private async Task SubmitAsync(string person)
    {
        var handler = new SettingsSubmission(_slack.Object, new SettingsRights(_slack.Object), _settings, _home);
        var submission = new ViewSubmission
        {
            User = new Named { Id = person },
            View = new PayloadView
            {
                PrivateMetadata = "C1",
                State = new ViewState
                {
                    Values = new Dictionary<string, IReadOnlyDictionary<string, BlockAction>>
                    {
                        ["settings_mode:C1"] = Field("settings_mode", new BlockAction { SelectedOption = new ChosenOption { Value = "questions" } }),
                        ["settings_people:C1"] = Field("settings_people", new BlockAction { SelectedUsers = ["U7"] }),
                        ["settings_categories:C1"] = Field("settings_categories", new BlockAction { SelectedOptions = [new ChosenOption { Value = "cs.IR" }] }),
                    },
                },
            },
        };
        Assert.IsType<ViewSubmissionResponse.Close>(handler.Answer(submission));
        await handler.HandleAsync(submission, Once, default);
    }

    private static Dictionary<string, BlockAction> Field(string id, BlockAction field) => new() { [id] = field };
}
