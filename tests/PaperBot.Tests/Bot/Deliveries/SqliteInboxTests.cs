using Microsoft.Data.Sqlite;
using PaperBot.Bot.Deliveries;
using PaperBot.Slack.Dispatch;

namespace PaperBot.Tests.Bot.Deliveries;

public sealed class SqliteInboxTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TryAdd_WhileAnotherProcessWrites_FailsWhileSlackStillWaits_AndIsTakenLater()
    {
        var library = _folder.Library();
        var inbox = new SqliteInbox(library, TimeProvider.System);
        var delivery = new StoredDelivery("Ev1", "event", "{}", DateTimeOffset.UnixEpoch, 0);
        using (var writer = library.Open())
        using (writer.BeginTransaction(deferred: false))
        {
            var began = TimeProvider.System.GetTimestamp();

            Assert.Throws<SqliteException>(() => inbox.TryAdd(delivery));

            // Other writes wait for half a minute.
            Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(15));
        }

        Assert.Empty(inbox.Unfinished());
        Assert.True(inbox.TryAdd(delivery));
        Assert.False(inbox.TryAdd(delivery));
    }
}
