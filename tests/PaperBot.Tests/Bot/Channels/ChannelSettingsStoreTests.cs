using PaperBot.Bot.Channels;

namespace PaperBot.Tests.Bot.Channels;

public sealed class ChannelSettingsStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly EagerTime _time = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Find_NothingSet_IsMentionsForEverybodyAndTheWholeLibrary()
    {
        var settings = new ChannelSettingsStore(_folder.Library(), _time).Find("C1");

        Assert.Equal(AnswerMode.Mentions, settings.Mode);
        Assert.True(settings.MayAsk("U1"));
        Assert.Null(settings.Scope);
    }

    [Fact]
    public void Save_Twice_KeepsTheLast()
    {
        var store = new ChannelSettingsStore(_folder.Library(), _time);
        store.Save(new ChannelSettings("C1", AnswerMode.Questions, [], [], "U9", default));
        store.Save(new ChannelSettings("C1", AnswerMode.Mentions, ["U1"], ["cs.IR"], "U8", default));

        var settings = store.Find("C1");

        Assert.Equal((AnswerMode.Mentions, "U8", _time.GetUtcNow()), (settings.Mode, settings.ChangedBy, settings.ChangedAt));
        Assert.True(settings.MayAsk("U1"));
        Assert.False(settings.MayAsk("U2"));
        Assert.Equal(["cs.IR"], settings.Scope?.Categories);
    }
}
