using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Tests.Ingestion.Web;

public sealed class HuggingFaceSourceTests : IAsyncLifetime
{
    internal const string Day = """
        [{"paper":{"id":"2606.00001","authors":[{"_id":"6a2c75a3","name":"Ida Reed","hidden":false},{"_id":"6a2c75a4","name":"Nobody Seen","hidden":true}],
          "publishedAt":"2026-06-10T00:00:00.000Z","submittedOnDailyAt":"2026-06-12T00:00:00.000Z","title":"Otters that juggle stones",
          "submittedOnDailyBy":{"_id":"62d4","fullname":"Tom Quill","user":"tq","type":"user"},
          "summary":"Otters juggle stones.\nThey do it well.","upvotes":41,"discussionId":"6a2c","githubRepo":"https://github.com/example/otters","githubStars":3,
          "ai_summary":"Otters are shown to juggle.","ai_keywords":["juggling","otters"],"organization":{"name":"river"}},
          "publishedAt":"2026-06-09T20:00:00.000Z","title":"Otters that juggle stones","summary":"Otters juggle stones.\nThey do it well.","numComments":2},
         {"paper":{"id":"2606.00002","title":"Herons that fish","summary":"Herons fish.","authors":[],"upvotes":"many","ai_keywords":null}},
         {"paper":{"id":"2606.00003","summary":"A paper without a title."}}]
        """;

    private FetchTest _test = null!;

    public async Task InitializeAsync() => _test = await FetchTest.StartAsync();

    public async Task DisposeAsync() => await _test.DisposeAsync();

    [Theory]
    [InlineData("hf:daily", "/hf/daily_papers?limit=100")]
    [InlineData("hf:2026-06-12", "/hf/daily_papers?date=2026-06-12&limit=100")]
    [InlineData("https://huggingface.co/papers/date/2026-06-12", "/hf/daily_papers?date=2026-06-12&limit=100")]
    [InlineData("hf:trending", "/hf/daily_papers?sort=trending&limit=100")]
    public async Task Fetch_Days_BringPapersAndSignals(string reference, string asked)
    {
        _test.Server.At("/hf/daily_papers", Day);

        var report = await _test.FetchAsync(reference);

        Assert.Equal((2, 1, null), (report.Counts.Added, report.Counts.Rejected, report.Problem));
        Assert.Equal(asked, Assert.Single(_test.Server.Asked).Line);
        var paper = _test.Paper("arxiv:2606.00001");
        Assert.Equal(("Otters juggle stones. They do it well.", "2026-06-10", "Ida Reed"), (paper.Abstract, paper.Published.ToString(), Assert.Single(paper.Authors)));
        var origin = Assert.Single(_test.Origins("arxiv:2606.00001"));
        Assert.Equal(
            ("huggingface", 41, "Otters are shown to juggle.", "https://github.com/example/otters", new DateOnly(2026, 6, 12)),
            (origin.Source, origin.Signals.Upvotes, origin.Signals.Tldr, origin.Signals.Code, origin.Signals.FeaturedOn));
        Assert.Equal(["juggling", "otters"], origin.Signals.Keywords);
    }

    [Fact]
    public async Task Fetch_OnePaper_ComesFromItsPage()
    {
        _test.Server.At("/hf/papers/2606.00001", """{"id":"2606.00001","title":"Otters that juggle stones","summary":"Otters juggle stones.","upvotes":7,"authors":[{"name":"Ida Reed"}]}""");

        var report = await _test.FetchAsync("hf:2606.00001");

        Assert.Equal((1, 7), (report.Counts.Added, Assert.Single(_test.Origins("arxiv:2606.00001")).Signals.Upvotes));
    }

    [Theory]
    [InlineData("hf:yesterday", "Hugging Face can be asked for a day or a paper: hf:daily, hf:2026-06-01, hf:trending, hf:2111.08566.")]
    [InlineData("hf:", "Hugging Face was asked for nothing. Ask for example with hf:daily or hf:2026-06-01 or hf:trending or hf:2111.08566.")]
    public async Task Fetch_WhatItDoesNotHave_SaysWhatItHas(string reference, string problem) => Assert.Equal(problem, (await _test.FetchAsync(reference)).Problem);

    [Fact]
    public async Task Fetch_UnknownDay_IsNothing()
    {
        var report = await _test.FetchAsync("hf:1999-01-01");

        Assert.True(report.IsEmpty);
    }

    [Fact]
    public async Task Fetch_ChangedFormat_IsTold()
    {
        _test.Server.At("/hf/daily_papers", """{"papers":{"today":[]}}""");

        var report = await _test.FetchAsync("hf:daily");

        Assert.Equal("The answer of Hugging Face is not as PaperBot knows it: it is no list of papers. Try again later; if it stays so, update PaperBot.", report.Problem);
    }
}
