using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PaperBot.Bot;
using PaperBot.Bot.Deliveries;
using PaperBot.Bot.Replies;
using PaperBot.Bot.Requests;
using PaperBot.Bot.Withdrawals;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Slack;

namespace PaperBot.Tests.Bot.Withdrawals;

public sealed class WithdrawalNoticesTests : IDisposable
{
    private const string Notice = "A word of care: <https://arxiv.org/abs/2606.00001|Otters that juggle>, which I cited here, has been withdrawn since, so please look again at what rests on it.";

    private static readonly Paper Otters = SomePaper.Titled("Otters that juggle", "Otters juggle.", "arxiv:2606.00001");
    private static readonly Paper Herons = SomePaper.Titled("Herons that fish", "Herons fish.", "doi:10.1234/herons");

    private readonly TemporaryFolder _folder = new();
    private readonly MemorySlack _slack = new();

    // The chat keeps a clock of its own, which goes by that of this machine.
    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());

    public WithdrawalNoticesTests() => _folder.Papers(_time).Store([Otters, Herons]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_PaperTakenBackAfterItWasCited_TellsEachThreadOnce()
    {
        Cite("C1", "1.1", Otters, Herons);
        Cite("C1", "1.1", Otters);
        Cite("C2", "2.1", Otters);
        Cite("C2", "2.2", Herons);
        TakeBack(Otters);

        Assert.Equal(2, await RunAsync());
        Assert.Equal(0, await RunAsync());

        Assert.Equal([("C1", "1.1", Notice), ("C2", "2.1", Notice)], _slack.Messages.Select(message => (message.Channel, message.Thread!, message.Text)));
        Assert.All(_slack.Messages, message => Assert.NotNull(message.Metadata));
    }

    [Fact]
    public async Task Run_RetractedPaper_IsCalledSo()
    {
        Cite("C1", "1.1", Herons);
        _time.Advance(TimeSpan.FromHours(1));
        _folder.Papers(_time).Store([Herons with { Withdrawn = true, Signals = new PaperSignals { Retracted = true } }]);

        await RunAsync();

        Assert.Contains("<https://doi.org/10.1234/herons|Herons that fish>, which I cited here, has been retracted since", Assert.Single(_slack.Messages).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WhatNeedsNoNotice_GetsNone()
    {
        Cite("C1", "1.1", isPrivate: true, ReplyKind.Answer, Otters);
        Cite("C2", "2.1", isPrivate: false, ReplyKind.Refusal, Otters);
        Cite("C3", "3.1", isPrivate: false, ReplyKind.Notice, Otters);
        new ReplyStore(_folder.Library(), _time).Begin(new Place("T1", "C5", "5.1", "U1", IsPrivate: false), "begun");
        TakeBack(Otters);
        _time.Advance(TimeSpan.FromHours(1));
        // Whoever cites it now says so themselves.
        Cite("C4", "4.1", Otters);

        Assert.Equal(0, await RunAsync());

        Assert.Empty(_slack.Messages);
    }

    [Theory]
    [InlineData("D1", "", null)]
    [InlineData("D1", "9.9", "9.9")]
    [InlineData("C1", "", "7.7")]
    public async Task Run_OutsideOfThreads_IsToldWhereItWasSaid(string channel, string thread, string? told)
    {
        Cite(channel, thread, Otters);
        TakeBack(Otters);

        await RunAsync();

        Assert.Equal((channel, told), Assert.Single(_slack.Messages.Select(message => (message.Channel, message.Thread))));
    }

    [Fact]
    public async Task Run_PaperThatGoesByAnotherKeyNow_IsToldAndNotAgain()
    {
        _folder.Papers(_time).Store([Herons with { Doi = "10.1234/herons" }]);
        Cite("C1", "1.1", Herons);
        TakeBack(Herons);
        await RunAsync();
        _folder.Papers(_time).Store([Herons with { Key = PaperKey.Arxiv("2606.00009"), Doi = "10.1234/herons", Source = "arxiv", Withdrawn = true }]);

        Assert.Equal(0, await RunAsync());

        Assert.Equal("arxiv:2606.00009", _folder.Papers(_time).Find(Herons.Key)!.Key.Value);
        Assert.Single(_slack.Messages);
    }

    [Theory]
    [InlineData("is_archived")]
    [InlineData("not_in_channel")]
    [InlineData("channel_not_found")]
    public async Task Run_ChannelThatIsClosed_IsPassedOver(string code)
    {
        Cite("C1", "1.1", Otters);
        Cite("C2", "2.1", Otters);
        TakeBack(Otters);
        var first = true;
        _slack.Fault = (method, _, _) => method == "chat.postMessage" && first && !(first = false) ? new SlackException(code, method) : null;

        Assert.Equal(1, await RunAsync());
        Assert.Equal(0, await RunAsync());

        Assert.Equal("C2", Assert.Single(_slack.Messages).Channel);
    }

    [Fact]
    public async Task Run_PlaceThatTakesNothing_KeepsTheNoticeFromNoOther()
    {
        Cite("C1", "1.1", Otters);
        Cite("C2", "2.1", Otters);
        TakeBack(Otters);
        var posts = 0;
        _slack.Fault = (method, _, _) => method == "chat.postMessage" && posts++ == 0 ? new SlackException("posting_to_channel_denied", method) : null;

        Assert.Equal("posting_to_channel_denied", (await Assert.ThrowsAsync<SlackException>(RunAsync)).ErrorCode);
        Assert.Equal("C2", Assert.Single(_slack.Messages).Channel);

        Assert.Equal(1, await RunAsync());
        Assert.Equal(["C2", "C1"], _slack.Messages.Select(message => message.Channel));
    }

    /// <summary>The process ends at any call, before it takes effect or after, and again at any call of the next life.</summary>
    [Fact]
    public async Task Run_KilledAnywhere_SaysItOnce()
    {
        Cite("C1", "1.1", Otters);
        TakeBack(Otters);
        for (var at = 0; at < 4; at++)
        {
            foreach (var landed in new[] { false, true })
            {
                Forget();
                var kills = new HashSet<int> { _slack.Calls.Count + at, _slack.Calls.Count + at + 2 };
                _slack.Fault = (_, number, after) => kills.Contains(number) && after == landed ? new KilledException() : null;
                for (var life = 0; life < 4; life++)
                {
                    try
                    {
                        await RunAsync();
                    }
                    catch (KilledException)
                    {
                        // The next life begins.
                    }
                }

                Assert.True(_slack.Messages.Count == 1, $"{_slack.Messages.Count} notices when killed at call {at}, landed: {landed}");
            }
        }
    }

    [Fact]
    public async Task Run_ProcessThatDiedWithItsClaim_IsFollowedAfterTheLease()
    {
        Cite("C1", "1.1", Otters);
        TakeBack(Otters);
        var store = new WithdrawalStore(_folder.Library(), _time);
        var untold = Assert.Single(store.Untold(new SignalStore(_folder.Library()).TakenBack(default), 5));
        Assert.True(store.Claim(untold));
        Assert.False(store.Claim(untold));

        Assert.Equal(0, await RunAsync());
        _time.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(1, await RunAsync());
    }

    [Fact]
    public async Task Run_TwoHostsOnOneLibrary_TellOnce()
    {
        for (var i = 0; i < 10; i++)
            Cite($"C{i}", "1.1", Otters);
        TakeBack(Otters);

        var told = await Task.WhenAll(Task.Run(RunAsync), Task.Run(RunAsync), Task.Run(RunAsync));

        Assert.Equal((10, 10), (told.Sum(), _slack.Messages.Select(message => message.Channel).Distinct().Count()));
        Assert.Equal(10, _slack.Messages.Count);
    }

    [Fact]
    public async Task Run_ManyThreads_AreToldInPortions()
    {
        for (var i = 0; i < WithdrawalNotices.MostOfARun + 5; i++)
            Cite("C1", $"{i}.1", Otters);
        TakeBack(Otters);

        Assert.Equal((WithdrawalNotices.MostOfARun, 5, 0), (await RunAsync(), await RunAsync(), await RunAsync()));
    }

    private void TakeBack(Paper paper)
    {
        _time.Advance(TimeSpan.FromMinutes(1));
        _folder.Papers(_time).Store([paper with { Withdrawn = true }]);
    }

    private void Cite(string channel, string thread, params IReadOnlyList<Paper> papers) => Cite(channel, thread, isPrivate: false, ReplyKind.Answer, papers);

    private void Cite(string channel, string thread, bool isPrivate, ReplyKind kind, params IReadOnlyList<Paper> papers)
    {
        var store = new ReplyStore(_folder.Library(), _time);
        var reply = new Reply(ReplyId.New(), kind, "Otters juggle. [1]", [], [.. papers.Select(paper => paper.Key)], []);
        store.Save(reply, new Place("T1", channel, thread, "U1", isPrivate), "Who juggles?", reply.Id);
        store.SetMessage(reply.Id, isPrivate ? "" : "7.7");
    }

    private Task<int> RunAsync()
    {
        // As after a start: nothing is remembered but what is stored.
        var (library, replies) = (_folder.Library(), new ReplyStore(_folder.Library(), _time));
        var delivery = new ReplyDelivery(
            _slack, replies, new EarlierMessages(_slack, new BotIdentity(_slack), replies), new ReplyStream(_slack, NullLogger<ReplyStream>.Instance),
            new StreamedStatements(_folder.Papers()), _time, NullLogger<ReplyDelivery>.Instance);
        return new WithdrawalNotices(new SignalStore(library), new WithdrawalStore(library, _time), replies, delivery, _time).RunAsync(CancellationToken.None);
    }

    private void Forget()
    {
        _slack.Messages.Clear();
        using var connection = _folder.Library().Open();
        foreach (var sql in new[] { "DELETE FROM withdrawal_notices", "DELETE FROM replies WHERE delivery LIKE 'withdrawal:%'" })
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }

    private sealed class KilledException : Exception;
}
