using Microsoft.Extensions.Time.Testing;
using PaperBot.Bot.Shares;
using PaperBot.Papers;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Events;

namespace PaperBot.Tests.Bot.Shares;

public sealed class ShareStoreTests : IDisposable
{
    private static readonly PaperKey Spann = new("arxiv:2111.08566");
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();
    private readonly ShareStore _shares;
    private readonly ShareRecorder _recorder;

    public ShareStoreTests()
    {
        _shares = new ShareStore(_folder.Library(), new FakeTimeProvider(Now));
        _recorder = new ShareRecorder(_shares);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Before_NamedEarlierInTheChannel_IsTheLastEarlierMessage()
    {
        await SaidAsync("C1", "1769000000.000100");
        await SaidAsync("C1", "1769000100.000100");
        await SaidAsync("C1", "1769000300.000100");

        var before = _shares.Before(Spann, SharedIn.Of("C1", "1769000200.000100", null));

        Assert.Equal(new EarlierShare("1769000100.000100", DateTimeOffset.FromUnixTimeMilliseconds(1769000100000)), before);
    }

    [Fact]
    public async Task Before_ThisMessageAndThisThread_AreNotBefore()
    {
        await SaidAsync("C1", "1769000000.000100");
        await SaidAsync("C1", "1769000100.000100", thread: "1769000000.000100");

        Assert.Null(_shares.Before(Spann, SharedIn.Of("C1", "1769000000.000100", null)));
        Assert.Null(_shares.Before(Spann, SharedIn.Of("C1", "1769000200.000100", "1769000000.000100")));
    }

    [Fact]
    public async Task Before_NamedInAnotherConversation_IsNotSaid()
    {
        await SaidAsync("G1", "1769000000.000100");
        await SaidAsync("C2", "1769000000.000200");

        Assert.Null(_shares.Before(Spann, SharedIn.Of("C1", "1769000200.000100", null)));
    }

    [Theory]
    [InlineData("D1", "U1", null, null)]
    [InlineData("C1", null, null, null)]
    [InlineData("C1", "U1", "B1", null)]
    [InlineData("C1", "U1", null, "message_changed")]
    [InlineData("C1", "U1", null, "bot_message")]
    public async Task Record_DirectMessagesAppsAndEdits_AreNotNoted(string channel, string? user, string? bot, string? subtype)
    {
        await _recorder.HandleAsync(
            new MessageEvent { Channel = channel, User = user, BotId = bot, Subtype = subtype, Text = "arXiv:2111.08566", Ts = "1769000000.000100" },
            new Delivery("d", "T1", Now, 1), default);

        Assert.Null(_shares.Before(Spann, SharedIn.Of(channel, "1769000200.000100", null)));
    }

    [Fact]
    public async Task Record_MessageDeleted_IsForgotten()
    {
        await SaidAsync("C1", "1769000000.000100");
        await _recorder.HandleAsync(
            new MessageEvent { Channel = "C1", Subtype = "message_deleted", DeletedTs = "1769000000.000100" }, new Delivery("d", "T1", Now, 1), default);

        Assert.Null(_shares.Before(Spann, SharedIn.Of("C1", "1769000200.000100", null)));
    }

    [Fact]
    public async Task Record_OnePaperAgainAndAgain_KeepsTheLatest()
    {
        for (var i = 0; i < 3 * ShareStore.MostOfAPaper; i++)
            await SaidAsync("C1", $"17690000{i:00}.000100");
        using var connection = _folder.Library().Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) || ' ' || min(message) FROM paper_shares";

        Assert.Equal("10 1769000020.000100", command.ExecuteScalar());
    }

    [Fact]
    public async Task Record_OfYearsAgo_IsForgotten()
    {
        await SaidAsync("C1", "1500000000.000100");

        Assert.Null(_shares.Before(Spann, SharedIn.Of("C1", "1769000200.000100", null)));
    }

    [Theory]
    [InlineData("U1-909b5454")]
    [InlineData("")]
    [InlineData("99999999999999999999999999999999.1")]
    [InlineData("-5")]
    public void Record_WhatIsNoMessage_IsNotNoted(string ts)
    {
        _shares.Record(SharedIn.Of("C1", ts, null), "U1", [Spann]);

        Assert.Null(_shares.Before(Spann, SharedIn.Of("C1", "1769000200.000100", null)));
    }

    private Task SaidAsync(string channel, string ts, string? thread = null) => _recorder.HandleAsync(
        new MessageEvent { Channel = channel, User = "U1", Text = "look at <https://arxiv.org/abs/2111.08566>", Ts = ts, ThreadTs = thread },
        new Delivery("d", "T1", Now, 1), default);
}
