using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PaperBot.Bot;
using PaperBot.Bot.Decisions;
using PaperBot.Bot.Deliveries;
using PaperBot.Bot.Failures;
using PaperBot.Bot.Replies;
using PaperBot.Slack;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Events;
using PaperBot.Slack.Interaction;
using PaperBot.Storage;

namespace PaperBot.Tests.Bot.Failures;

[Collection(BotRoomsTests.Name)]
public sealed class FailureNoticeTests(BotRooms rooms)
{
    private static readonly Delivery Delivery = new("Ev1", "T1", DateTimeOffset.UnixEpoch, 1);

    [Fact]
    public async Task Command_ThatFailed_IsApologizedForPrivately()
    {
        await TellAsync(new SlashCommand { UserId = "UCMD", ChannelId = "C1", ResponseUrl = "https://response/1" });

        var told = Assert.Single(rooms.Slack.Responses, response => response.Url == "https://response/1");
        Assert.Contains("`K3X9`", told.Message.Text, StringComparison.Ordinal);
        Assert.Equal("K3X9", Assert.Single(rooms.Get<DecisionStore>().OfPerson("UCMD", 5)).Reason);
    }

    [Fact]
    public async Task Command_WhoseAddressIsUsedUp_IsApologizedForInTheDirectConversation()
    {
        rooms.Slack.Fault = (method, _, _) => method == "response_url" ? new SlackException("http_404", method) : null;
        try
        {
            await TellAsync(new SlashCommand { UserId = "UOLD", ChannelId = "C1", ResponseUrl = "https://response/2" });
        }
        finally
        {
            rooms.Slack.Fault = (_, _, _) => null;
        }

        Assert.Single(rooms.Slack.Messages, message => message.Channel == "DUOLD");
    }

    [Fact]
    public async Task Form_ThatFailed_IsApologizedForInTheDirectConversation()
    {
        await TellAsync(new ViewSubmission { User = new Named { Id = "UFORM" } });

        Assert.Single(rooms.Slack.Messages, message => message.Channel == "DUFORM");
    }

    [Fact]
    public async Task Message_ThatWasNotForTheBot_IsNoReasonToSpeak()
    {
        var talk = rooms.Talk();

        await TellAsync(new MessageEvent { Channel = talk.Channel, User = "U1", Text = "lunch?", Ts = "1.0", ChannelType = "channel" });

        Assert.Empty(talk.AllReplies);
    }

    [Fact]
    public async Task Message_ToTheBot_IsApologizedForInItsThreadAndOnce()
    {
        var talk = rooms.Talk();
        var mention = new AppMention { Channel = talk.Channel, User = "U1", Text = $"{Talk.Mention} why?", Ts = "1.0", ThreadTs = "0.5" };

        await TellAsync(mention);
        await TellAsync(mention);

        Assert.Single(talk.Replies("0.5"));
    }

    [Fact]
    public async Task Library_ThatFailsItself_ThePersonIsToldAllTheSame()
    {
        var talk = rooms.Talk();
        var broken = new LibraryDatabase(Options.Create(new StorageOptions { DataFolder = "/dev/null/no-folder" }));
        var decisions = new DecisionStore(broken, TimeProvider.System);
        var replies = new ReplyStore(broken, TimeProvider.System);
        var identity = rooms.Get<BotIdentity>();
        var notice = new FailureNotice(
            rooms.Slack, identity, decisions, replies, new EarlierMessages(rooms.Slack, identity, replies), rooms.Get<PrivateNotice>(),
            NullLogger<FailureNotice>.Instance);

        await notice.HandleAsync(new SlashCommand { UserId = "UDISK", ChannelId = "C1", ResponseUrl = "https://response/3" }, "K3X9", Delivery, CancellationToken.None);
        await notice.HandleAsync(
            new AppMention { Channel = talk.Channel, User = "U1", Text = $"{Talk.Mention} why?", Ts = "1.0" }, "K3X9", Delivery, CancellationToken.None);

        Assert.Single(rooms.Slack.Responses, response => response.Url == "https://response/3");
        Assert.Contains("`K3X9`", Assert.Single(talk.AllReplies).Text, StringComparison.Ordinal);
    }

    private Task TellAsync(object request) => rooms.Get<FailureNotice>().HandleAsync(request, "K3X9", Delivery, CancellationToken.None);
}
