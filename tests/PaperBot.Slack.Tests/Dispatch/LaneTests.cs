using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Events;

namespace PaperBot.Slack.Tests.Dispatch;

public sealed class LaneTests
{
    [Fact]
    public void DirectMessages_OutsideOfThreads_ShareALane() => Assert.Equal(Direct("1.0"), Direct("2.0"));

    [Fact]
    public void ChannelMessages_OutsideOfThreads_HaveLanesOfTheirOwn() => Assert.NotEqual(InChannel("1.0", null), InChannel("2.0", null));

    [Fact]
    public void Messages_OfAThread_ShareALaneWithItsFirst() => Assert.Equal(InChannel("1.0", null), InChannel("2.0", "1.0"));

    private static string Direct(string ts) => Lane.Of(new MessageEvent { Channel = "D1", ChannelType = "im", Ts = ts }, "id");

    private static string InChannel(string ts, string? thread) =>
        Lane.Of(new MessageEvent { Channel = "C1", ChannelType = "channel", Ts = ts, ThreadTs = thread }, "id");
}
