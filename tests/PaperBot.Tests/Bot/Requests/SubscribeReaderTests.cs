using FsCheck.Xunit;
using PaperBot.Bot.Requests;
using PaperBot.Digests.Subscriptions;

namespace PaperBot.Tests.Bot.Requests;

public sealed class SubscribeReaderTests
{
    [Theory]
    [InlineData("subscribe \"sparse retrieval\" daily 09:00 Europe/Berlin", "topics: sparse retrieval; when: daily 09:00 Europe/Berlin")]
    [InlineData("subscribe “sparse retrieval” daily", "topics: sparse retrieval; when: daily")]
    [InlineData("subscribe to sparse retrieval every monday", "topics: sparse retrieval; when: every monday")]
    [InlineData("subscribe us to new papers on sparse retrieval on mondays and fridays at 8:30", "topics: sparse retrieval; when: on mondays fridays 8:30")]
    [InlineData("subscribe sparse retrieval, learned indexes weekly", "topics: sparse retrieval|learned indexes; when: weekly")]
    [InlineData("subscribe \"sparse retrieval\" and \"learned indexes\" weekly monday 9 am", "topics: sparse retrieval|learned indexes; when: weekly monday 9am")]
    [InlineData("subscribe sparse retrieval", "topics: sparse retrieval")]
    [InlineData("subscribe every weekday sparse retrieval", "topics: sparse retrieval; when: every weekday")]
    [InlineData("subscribe a daily digest of sparse retrieval", "topics: sparse retrieval; when: daily")]
    [InlineData("subscribe author:\"Ada Lovelace\" category:cs.IR like:2111.08566 weekdays 8:30", "authors: Ada Lovelace; categories: cs.IR; like: 2111.08566; when: weekdays 8:30")]
    [InlineData("subscribe papers by author:lovelace in cs.IR like 2111.08566 at 9", "authors: lovelace; categories: cs.IR; like: 2111.08566; when: daily 9")]
    [InlineData("subscribe like <https://arxiv.org/abs/2111.08566> every morning", "like: https://arxiv.org/abs/2111.08566; when: daily")]
    [InlineData("subscribe category:cs.IR,cs.CL most:3 matches:best", "categories: cs.IR|cs.CL; most: 3; level: Best")]
    [InlineData("subscribe trending daily", "when: daily")]
    [InlineData("subscribe to the trending papers every day at 07:15 UTC", "when: every day 07:15 UTC")]
    [InlineData("subscribe trending", "")]
    [InlineData("subscribe time series forecasting every day in the evening", "topics: time series forecasting; when: every day 18:00")]
    [InlineData("subscribe day trading with 3 agents", "topics: day trading with 3 agents")]
    [InlineData("subscribe \"what happens daily at 9:00\"", "topics: what happens daily at 9:00")]
    [InlineData("subscribe magnetic fields of the sun", "topics: magnetic fields of the sun")]
    [InlineData("subscribe graph search on fridays 17h Tokyo", "topics: graph search; when: on fridays 17h Tokyo")]
    [InlineData("subscribe hashing daily 9:00 EST", "topics: hashing; when: daily 9:00 EST")]
    [InlineData("subscribe hashing every monday at 9 (New York)", "topics: hashing; when: every monday 9 New York")]
    [InlineData("subscribe hashing at noon in Paris", "topics: hashing; when: daily noon Paris")]
    [InlineData("subscribe hashing at 4 bits in memory", "topics: hashing at 4 bits in memory")]
    [InlineData("subscribe hashing every minute", "topics: hashing; when: every minute")]
    [InlineData("subscribe hashing bi-weekly", "topics: hashing; when: bi-weekly")]
    [InlineData("subscribe weekly news summarization", "topics: news summarization; when: weekly")]
    [InlineData("subscribe daily activity recognition at 9 sites", "topics: activity recognition at 9 sites; when: daily")]
    [InlineData("subscribe kelp 30 8 * * 1-5 Europe/Oslo", "topics: kelp; when: cron 30 8 * * 1-5 Europe/Oslo")]
    [InlineData("please subscribe us to sparse retrieval", "topics: sparse retrieval")]
    [InlineData("can you subscribe this channel to sparse retrieval every friday?", "topics: sparse retrieval; when: every friday")]
    public void Read_Subscribe_TellsWhatAndWhen(string typed, string expected) =>
        Assert.Equal(expected, Told(Assert.IsType<BotRequest.Subscribe>(RequestReader.Read(typed)).Wish));

    [Theory]
    [InlineData("subscribe \"x\" daily 09:00 Europe/Berlin")]
    [InlineData("subscribe x every monday at 9")]
    [InlineData("subscribe x on tuesdays and thursdays at 5 pm")]
    [InlineData("subscribe x weekly on friday at noon UTC")]
    [InlineData("subscribe x once a day")]
    [InlineData("subscribe x every weekday morning")]
    [InlineData("subscribe x hourly")]
    [InlineData("subscribe x 30 8 * * 1-5")]
    [InlineData("subscribe x 9:00 daily")]
    public void Read_When_IsATimeThatIsUnderstood(string typed)
    {
        var when = Assert.IsType<BotRequest.Subscribe>(RequestReader.Read(typed)).Wish.When;

        Assert.Null(TimingReader.Read(when, "Europe/Berlin").Problem);
    }

    [Theory]
    [InlineData("subscribe \"x\" fortnightly", "fortnightly")]
    [InlineData("subscribe \"x\" daily 9:00 Europe/Berln", "daily 9:00 Europe/Berln")]
    public void Read_MistypedTime_IsNoTopic(string typed, string when) => Assert.Equal(when, Assert.IsType<BotRequest.Subscribe>(RequestReader.Read(typed)).Wish.When);

    [Theory]
    [InlineData("subscribe daily")]
    [InlineData("subscribe to")]
    [InlineData("subscribe \"\"")]
    [InlineData("subscribe x most:50")]
    [InlineData("subscribe x matches:perfect")]
    [InlineData("subscribe x venue:ICLR")]
    [InlineData("subscribe author:")]
    [InlineData("subscribe a, b, c, d, e, f, g, h, i, j, k")]
    [InlineData("subscriptions explode")]
    public void Read_Mistake_SaysARightForm(string typed)
    {
        var mistake = Assert.IsType<BotRequest.Mistake>(RequestReader.Read(typed));

        Assert.False(RequestReader.Read(mistake.RightForm) is BotRequest.Mistake or BotRequest.Ask);
    }

    [Theory]
    [InlineData("subscribe")]
    [InlineData("Subscribe ")]
    public void Read_Alone_AsksForTheForm(string typed) => Assert.IsType<BotRequest.SubscribeForm>(RequestReader.Read(typed));

    [Theory]
    [InlineData("subscriptions")]
    [InlineData("subscribe list")]
    [InlineData("subscriptions list")]
    [InlineData("digests")]
    public void Read_List_IsTheList(string typed) => Assert.IsType<BotRequest.Subscriptions>(RequestReader.Read(typed));

    [Fact]
    public void Read_Saved_IsTheOwnList() => Assert.IsType<BotRequest.Saved>(RequestReader.Read("saved"));

    [Theory]
    [InlineData("pause 2", SubscriptionDeed.Pause, "2")]
    [InlineData("resume", SubscriptionDeed.Resume, "")]
    [InlineData("subscribe pause 2", SubscriptionDeed.Pause, "2")]
    [InlineData("subscriptions edit sparse retrieval", SubscriptionDeed.Edit, "sparse retrieval")]
    [InlineData("subscriptions stop it", SubscriptionDeed.Remove, "")]
    [InlineData("unsubscribe from sparse retrieval", SubscriptionDeed.Remove, "sparse retrieval")]
    [InlineData("unsubscribe", SubscriptionDeed.Remove, "")]
    [InlineData("remove the subscription to “sparse retrieval”", SubscriptionDeed.Remove, "sparse retrieval")]
    [InlineData("preview \"sparse retrieval\"", SubscriptionDeed.Preview, "sparse retrieval")]
    [InlineData("now 1", SubscriptionDeed.Now, "1")]
    public void Read_Deed_TellsWhich(string typed, object deed, string which)
    {
        var change = Assert.IsType<BotRequest.ChangeSubscription>(RequestReader.Read(typed));

        Assert.Equal(((SubscriptionDeed)deed, which), (change.Deed, change.Which));
    }

    [Theory]
    [InlineData("now what about memory?")]
    [InlineData("edit distance in DNA storage")]
    [InlineData("remove noise from images")]
    [InlineData("pause prediction in speech")]
    [InlineData("who subscribes to this theory?")]
    [InlineData("subscribe models: do they work?")]
    public void Read_SentenceThatBeginsSo_IsAQuestion(string typed) => Assert.IsType<BotRequest.Ask>(RequestReader.Read(typed));

    [Property(MaxTest = 500)]
    public void Read_AnyText_IsARequestAndItsRightFormOne(string? text, int choice)
    {
        string[] pieces = ["\"", "author:", "daily", "every", "monday", "9:00", "Europe/", "like 2111.08566", "most:", ",", "trending", "* * * * *", "\u001F0\u001F"];
        var typed = $"subscribe {text} {pieces[(choice & int.MaxValue) % pieces.Length]} {text}";

        var read = RequestReader.Read(typed);

        if (read is BotRequest.Mistake mistake)
            Assert.IsNotType<BotRequest.Mistake>(RequestReader.Read(mistake.RightForm));
        if (read is BotRequest.Subscribe { Wish: var wish })
            Assert.All(wish.Topics, topic => Assert.True(topic.Trim().Length > 0 && !topic.Contains('\u001F', StringComparison.Ordinal), topic));
        Assert.NotNull(RequestReader.Read($"subscriptions {text}"));
        Assert.NotNull(RequestReader.Read($"pause {text}"));
    }

    [Theory]
    [InlineData("monday and ")]
    [InlineData("9:00 ")]
    [InlineData("* ")]
    [InlineData("\"")]
    [InlineData("author:a ")]
    [InlineData("every ")]
    [InlineData("in cs.IR ")]
    public void Read_LongNonsense_IsReadToItsEnd(string piece)
    {
        Assert.NotNull(RequestReader.Read("subscribe " + string.Concat(Enumerable.Repeat(piece, 200_000 / piece.Length))));
        Assert.NotNull(RequestReader.Read("subscribe " + string.Concat(Enumerable.Repeat(piece, 2_900 / piece.Length))));
    }

    private static string Told(SubscriptionWish wish) => string.Join("; ", new[]
    {
        List("topics", wish.Topics), List("authors", wish.Authors), List("categories", wish.Categories), List("like", wish.Likes),
        wish.When.Length > 0 ? $"when: {wish.When}" : "", wish.Most is { } most ? $"most: {most}" : "", wish.Level is { } level ? $"level: {level}" : "",
    }.Where(part => part.Length > 0));

    private static string List(string name, IReadOnlyList<string> values) => values.Count > 0 ? $"{name}: {string.Join('|', values)}" : "";
}
