using System.Text.Json;
using Microsoft.Extensions.Options;
using PaperBot.Digests.Subscriptions;
using PaperBot.Papers;
using PaperBot.Storage;
using PaperBot.Terminal;

namespace PaperBot.Tests.Terminal;

public sealed class DigestTests : IDisposable
{
    private const string Interests = """{"topics":["kelp"],"authors":["Ada Lovelace"],"categories":["eess.SP"],"seeds":["arxiv:2101.00002"]}""";

    private static readonly Paper Kelp = new()
    {
        Key = new PaperKey("arxiv:2101.00001"),
        Title = "Kelp forests as sensors",
        Abstract = "We study sensors made of kelp. They report temperature within two degrees.",
        Authors = ["Ada Lovelace"],
        Categories = ["eess.SP"],
        Source = "test",
    };

    private readonly TestTerminal _terminal = new();

    public void Dispose() => _terminal.Dispose();

    [Fact]
    public async Task Preview_OfATopic_ShowsWhatIsNew_AndStoresNothing()
    {
        _terminal.Store(Kelp, Kelp with { Key = new PaperKey("arxiv:2101.00002"), Title = "Kelp sensors that last", Abstract = "Sensors of kelp last for years." });

        var digest = (await _terminal.RunAsync("digest", "preview", "kelp sensors", "--json")).Json();
        var again = (await _terminal.RunAsync("digest", "preview", "kelp sensors", "--json")).Json();

        Assert.Equal("""["subscription","interest","as_of","candidates","papers"]""", Names(digest));
        Assert.Equal("""["topics","authors","categories","seeds"]""", Names(digest.GetProperty("interest")));
        Assert.Equal("""["rank","id","title","score","url","published","tldr","why"]""", Names(digest.GetProperty("papers")[0]));
        Assert.Equal((JsonValueKind.Null, 2), (digest.GetProperty("subscription").ValueKind, digest.GetProperty("papers").GetArrayLength()));
        Assert.Equal(digest.GetProperty("papers").ToString(), again.GetProperty("papers").ToString());
    }

    [Fact]
    public async Task Preview_BeforeAnythingCame_HasNothing()
    {
        _terminal.Store(Kelp);

        var outcome = await _terminal.RunAsync("digest", "preview", "kelp", "--as-of", "2020-01-01");

        Assert.Equal(ExitCode.Ok, outcome.ExitCode);
        Assert.Equal("New papers: “kelp”\n0 new papers looked at, as of 2020-01-01 23:59 UTC\n\nNothing worth your time.\n", outcome.Out);
    }

    [Fact]
    public async Task Preview_OfASubscription_IsWhatItWouldBeSent()
    {
        var store = Subscriptions();
        var added = store.Add(Some());
        _terminal.Store(Kelp, Kelp with { Key = new PaperKey("arxiv:2101.00002"), Title = "Kelp sensors that last" });

        var digest = (await _terminal.RunAsync("digest", "preview", $"#{added.Id}", "--json")).Json();

        Assert.Equal(added.Id, digest.GetProperty("subscription").GetInt64());
        Assert.Equal(Interests, digest.GetProperty("interest").ToString());
    }

    [Fact]
    public async Task Due_Document_HasTheAgreedNames_AndSaysWhatIsDueByThen()
    {
        var store = Subscriptions();
        store.Add(Some());
        store.Pause(store.Add(Some()).Id, "The channel is archived.");

        var now = (await _terminal.RunAsync("digest", "due", "--json")).Json();
        var later = (await _terminal.RunAsync("digest", "due", "--json", "--as-of", "2100-01-01T09:00")).Json();

        Assert.Equal("""["as_of","subscriptions"]""", Names(now));
        Assert.Equal(
            """["id","place","owner","interest","cron","time_zone","schedule","next_at","is_due","paused"]""", Names(now.GetProperty("subscriptions")[0]));
        Assert.Equal((false, true), (IsDue(now, 0), IsDue(later, 0)));
        Assert.Equal((false, "The channel is archived."), (IsDue(later, 1), later.GetProperty("subscriptions")[1].GetProperty("paused").GetString()));
        Assert.Equal("2100-01-01T09:00:00Z", later.GetProperty("as_of").GetString());
    }

    [Fact]
    public async Task Due_WithoutSubscriptions_SaysSo() =>
        Assert.Equal((ExitCode.Ok, "", "Nobody has subscribed to anything yet.\n"), Parts(await _terminal.RunAsync("digest", "due")));

    [Theory]
    [InlineData("digest", "`paperbot digest` needs one of preview, due, post, for example: paperbot digest preview \"sparse retrieval\"")]
    [InlineData("digest|preview|7", "There is no subscription 7. `paperbot digest due` lists those there are.")]
    [InlineData("digest|post|7", "There is no subscription 7. `paperbot digest due` lists those there are.")]
    [InlineData("digest|post|kelp", "`paperbot digest post` takes the number of a subscription, for example: paperbot digest post 3")]
    [InlineData("digest|preview|3|--author|Ada", "A subscription knows its own authors, categories and papers; give its number alone, or a topic with them.")]
    [InlineData("digest|due|--as-of|tomorrow", "--as-of takes a day or a time, for example --as-of 2026-03-29 or --as-of 2026-03-29T09:00.")]
    [InlineData("digest|preview|kelp|--as-of|0001-01-01", "--as-of takes a day or a time, for example --as-of 2026-03-29 or --as-of 2026-03-29T09:00.")]
    [InlineData("digest|preview|kelp|--as-of|2026-02-30", "--as-of takes a day or a time, for example --as-of 2026-03-29 or --as-of 2026-03-29T09:00.")]
    [InlineData("digest|pots", "There is no verb \"pots\". Did you mean `paperbot digest post`?")]
    public async Task BadInput_IsOneSentence(string args, string sentence) =>
        Assert.Equal((ExitCode.Usage, "", sentence + "\n"), Parts(await _terminal.RunAsync(args.Split('|'))));

    [Theory]
    [InlineData("2026-03-29", "2026-03-29T23:59:59Z")]
    [InlineData("2026-03-29T09:00", "2026-03-29T09:00:00Z")]
    [InlineData("2026-03-29 09:00", "2026-03-29T09:00:00Z")]
    [InlineData("2026-03-29T09:00+02:00", "2026-03-29T07:00:00Z")]
    [InlineData("2026-03-29T09:00Z", "2026-03-29T09:00:00Z")]
    public void AsOf_IsInUtcUnlessItSaysOtherwise(string typed, string time) => Assert.Equal(DateTimeOffset.Parse(time, null), AsOf.Read(typed));

    private SubscriptionStore Subscriptions() => new(
        new LibraryDatabase(Options.Create(new StorageOptions { DataFolder = _terminal.Data })), new SubscriptionChanges(), TimeProvider.System);

    private static Subscription Some() => new(
        0, "C1", "U1", new Interest(["kelp"], ["Ada Lovelace"], ["eess.SP"], [new PaperKey("arxiv:2101.00002")]), new Timing("0 9 * * *", "Europe/Berlin"),
        10, 0, TimeProvider.System.GetUtcNow().AddDays(-1), null);

    private static string Names(JsonElement element) => JsonSerializer.Serialize(element.EnumerateObject().Select(property => property.Name));

    private static bool IsDue(JsonElement due, int index) => due.GetProperty("subscriptions")[index].GetProperty("is_due").GetBoolean();

    private static (int, string, string) Parts(Outcome outcome) => (outcome.ExitCode, outcome.Out, outcome.Error);
}
