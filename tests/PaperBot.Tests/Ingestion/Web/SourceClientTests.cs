using System.Globalization;
using static PaperBot.Tests.Ingestion.Web.ArxivAnswers;

namespace PaperBot.Tests.Ingestion.Web;

public sealed class SourceClientTests : IAsyncLifetime
{
    private static readonly string Whole = Atom(1, 0, Entry("2606.00001v1", "A paper of otters"));

    private FetchTest _test = null!;

    public async Task InitializeAsync() => (_test = await FetchTest.StartAsync()).Server.At("/api/query", Whole);

    public async Task DisposeAsync() => await _test.DisposeAsync();

    [Fact]
    public async Task Get_Faults_ArePassedOver()
    {
        _test.Server.Next(500, "a page of apology").NextCut(Whole).Next(503);

        var report = await _test.FetchAsync("2606.00001");

        Assert.Equal((1, null, 4), (report.Counts.Added, report.Problem, _test.Server.Asked.Count));
    }

    [Fact]
    public async Task Get_FaultsThatStay_AreToldAfterFourRequests()
    {
        _test.Server.At("/api/query", ReplayServer.Answer(502, ""));

        var report = await _test.FetchAsync("2606.00001");

        Assert.Equal("arXiv cannot be reached: it answers with HTTP 502. Ask again later; what came so far is kept.", report.Problem);
        Assert.Equal(4, _test.Server.Asked.Count);
        Assert.True(_test.Server.Asked.Zip(_test.Server.Asked.Skip(1)).All(pair => pair.Second.At - pair.First.At >= TimeSpan.FromSeconds(3)));
    }

    [Fact]
    public async Task Get_ShortRetryAfter_IsWaitedFor()
    {
        _test.Server.Next(429, "", ("Retry-After", "45")).Next(503, "", ("Retry-After", (_test.Time.GetUtcNow() + TimeSpan.FromSeconds(80)).ToString("R", CultureInfo.InvariantCulture)));

        var report = await _test.FetchAsync("2606.00001");

        Assert.Null(report.Problem);
        Assert.True(_test.Server.Asked[1].At - _test.Server.Asked[0].At >= TimeSpan.FromSeconds(45));
        Assert.True(_test.Server.Asked[2].At >= _test.Server.Asked[0].At + TimeSpan.FromSeconds(79));
    }

    [Fact]
    public async Task Get_LongRetryAfter_IsNotWaitedFor()
    {
        _test.Server.Next(429, "", ("Retry-After", "3600"));

        var report = await _test.FetchAsync("2606.00001");

        Assert.Equal("arXiv is busy and asks to wait until 10:00 UTC. Ask again then; what came so far is kept.", report.Problem);
        Assert.Equal((1, _test.Time.GetUtcNow() + TimeSpan.FromHours(1)), (_test.Server.Asked.Count, report.RetryAt));
    }

    [Fact]
    public async Task Get_NoAnswer_IsGivenUpAndAskedAgain()
    {
        _test.Server.NextSilent(_test.Time.PassDeadlines);

        var report = await _test.FetchAsync("2606.00001");

        Assert.Equal((1, null, 2), (report.Counts.Added, report.Problem, _test.Server.Asked.Count));
    }

    [Fact]
    public async Task Get_Cancelled_EndsAtOnce()
    {
        using var cancelling = new CancellationTokenSource();
        _test.Server.NextSilent(cancelling.Cancel);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _test.FetchAsync("2606.00001", cancellationToken: cancelling.Token));

        Assert.Single(_test.Server.Asked);
    }

    [Fact]
    public async Task Get_AnswerBeyondTheLimit_IsRefused()
    {
        _test.Configure = options => options.MostMegabytes = 1;
        _test.Server.At("/api/query", Whole + new string(' ', 1 << 20));

        var report = await _test.FetchAsync("2606.00001");

        Assert.Equal("The answer of arXiv is larger than 1 MB. Ask for less, or raise Sources:MostMegabytes.", report.Problem);
    }

    [Theory]
    [InlineData(400, "arXiv did not understand the request (HTTP 400). Check the spelling of what you asked for.")]
    [InlineData(403, "arXiv refused the request. Try again later, or set Sources:Contact to an e-mail address that it can write to.")]
    public async Task Get_RefusedRequest_IsToldAndNotRepeated(int status, string problem)
    {
        _test.Server.Next(status, "reasons");

        var report = await _test.FetchAsync("2606.00001");

        Assert.Equal((problem, 1), (report.Problem, _test.Server.Asked.Count));
    }

    [Fact]
    public async Task Get_NothingListens_IsTold()
    {
        _test.Configure = options => options.ArxivApi = "http://127.0.0.1:9/api/query";

        var report = await _test.FetchAsync("2606.00001");

        Assert.Equal("arXiv cannot be reached: no connection could be made. Ask again later; what came so far is kept.", report.Problem);
    }

    [Fact]
    public async Task Get_RedirectOfTheSameServer_IsFollowed_AndOneToPlainHttpElsewhereIsNot()
    {
        _test.Server.Next(301, "", ("Location", "/api/query?moved=1"));
        var moved = await _test.FetchAsync("2606.00001");
        _test.Server.Next(302, "", ("Location", "http://127.0.0.1:9/else"));

        var elsewhere = await _test.FetchAsync("2606.00001");

        Assert.Equal((1, null), (moved.Counts.Added, moved.Problem));
        Assert.StartsWith("arXiv leads from one address to the next", elsewhere.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Requests_SayWhoAsks()
    {
        _test.Configure = options => options.Contact = "library@example.org";

        await _test.FetchAsync("2606.00001");

        Assert.Matches("^PaperBot/[0-9.]+ \\(mailto:library@example\\.org\\)$", Assert.Single(_test.Server.Asked).Headers["User-Agent"]);
    }

    [Fact]
    public async Task Get_ManyAtOnce_KeepOnePaceTogether()
    {
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _test.FetchAsync("2606.00001")));

        var times = _test.Server.Asked.Select(asked => asked.At).Order().ToList();
        Assert.True(times.Zip(times.Skip(1)).All(pair => pair.Second - pair.First >= TimeSpan.FromSeconds(3)));
    }

    [Fact]
    public async Task Get_ChangedFormat_IsToldWithoutItsText()
    {
        _test.Server.At("/api/query", "<html><body>secret words</body></html>");

        var report = await _test.FetchAsync("2606.00001");

        Assert.Equal("The answer of arXiv is not as PaperBot knows it: it is no Atom feed. Try again later; if it stays so, update PaperBot.", report.Problem);
    }
}
