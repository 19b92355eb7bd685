using PaperBot.Bot.Mentions;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Events;

namespace PaperBot.Tests.Bot.Mentions;

public sealed class HeardTests
{
    private static readonly Delivery Delivery = new("Ev1", "T1", DateTimeOffset.UnixEpoch, 1);

    [Theory]
    [InlineData("<@UBOT> how?", "how?")]
    [InlineData("<@UBOT|paperbot>: how?", "how?")]
    [InlineData("how, <@UBOT>?", "how,  ?")]
    [InlineData("<@UBOT>", "")]
    [InlineData("<@UBOT> &lt;b&gt; &amp; <https://arxiv.org/abs/2111.08566|arxiv.org/abs/2111.08566>", "<b> & arxiv.org/abs/2111.08566")]
    public void From_Mention_LeavesWhatWasTyped(string markup, string text) =>
        Assert.Equal(text, Heard.From(new AppMention { Channel = "C1", User = "U1", Ts = "1.0", Text = markup }, Delivery, "UBOT")?.Text);

    [Theory]
    [InlineData("channel", null, null, "1.0")]
    [InlineData("channel", "0.5", null, "0.5")]
    [InlineData("im", null, null, "")]
    [InlineData("im", "0.5", null, "0.5")]
    [InlineData("im", null, "{}", "1.0")]
    public void Place_OfAMessage_IsWhereItIsAnswered(string type, string? thread, string? assistant, string expected) => Assert.Equal(
        expected,
        Heard.From(
            new MessageEvent
            {
                Channel = "C1",
                User = "U1",
                Ts = "1.0",
                Text = "how?",
                ChannelType = type,
                ThreadTs = thread,
                AssistantThread = assistant is null ? null : System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(assistant),
            },
            Delivery, "UBOT")?.Place.Thread);

    [Theory]
    [InlineData("<@U2> how?", true)]
    [InlineData("<!here> how?", true)]
    [InlineData("<@UBOT> how?", false)]
    public void NamesOthers_OfAMessage_DoesNotCountTheBot(string markup, bool expected) =>
        Assert.Equal(
            expected, Heard.From(new MessageEvent { Channel = "C1", User = "U1", Ts = "1.0", Text = markup }, Delivery, "UBOT")?.NamesOthers);
}
