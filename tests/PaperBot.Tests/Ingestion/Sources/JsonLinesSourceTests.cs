using System.Text;
using FsCheck;
using FsCheck.Xunit;
using PaperBot.Ingestion.Sources;

namespace PaperBot.Tests.Ingestion.Sources;

public class JsonLinesSourceTests
{
    private readonly JsonLinesSource _source = new();

    [Fact]
    public async Task Read_ArxivRecord_KeepsEverything()
    {
        var paper = await _source.ReadOneAsync(
            """{"id": "2111.00001", "title": "Sorting\n  in the Dark", "abstract": "We sort.\tIt is dark.", "year": 2021, "authors": ["Jane Doe", "Roe, John"], "categories": ["cs.DS"], "primary_category": "cs.DS", "doi": null, "created": "2021-11-05", "updated": null, "comments": "3 pages"}""");
        Assert.Equal("arxiv:2111.00001", paper.Key.Value);
        Assert.Equal("Sorting in the Dark", paper.Title);
        Assert.Equal("We sort. It is dark.", paper.Abstract);
        Assert.Equal(["Jane Doe", "John Roe"], paper.Authors);
        Assert.Equal("2021-11-05", paper.Published.ToString());
        Assert.Equal(["cs.DS"], paper.Categories);
        Assert.Equal("https://arxiv.org/abs/2111.00001", paper.Url);
        Assert.Equal("""{"primary_category":"cs.DS","comments":"3 pages"}""", paper.Extra);
        Assert.Equal("jsonl", paper.Source);
        Assert.False(paper.Withdrawn);
    }

    [Theory]
    [InlineData("\"id\": \"2111.00001v2\"", "arxiv:2111.00001")]
    [InlineData("\"id\": \"https://arxiv.org/abs/2111.00001\"", "arxiv:2111.00001")]
    [InlineData("\"id\": \"10.1000/ABC\"", "doi:10.1000/abc")]
    [InlineData("\"id\": \"P19-1423\"", "acl:p19-1423")]
    [InlineData("\"id\": \"doi:10.1000/abc\"", "doi:10.1000/abc")]
    [InlineData("\"_id\": \"4983\"", "local:4983")]
    [InlineData("\"id\": 4983", "local:4983")]
    [InlineData("\"id\": \"W12\", \"doi\": \"https://doi.org/10.1000/x\"", "doi:10.1000/x")]
    [InlineData("\"id\": \"abc\", \"arxiv_id\": \"2111.00001\"", "arxiv:2111.00001")]
    [InlineData("\"arxiv_id\": \"2111.00001\"", "arxiv:2111.00001")]
    [InlineData("\"paper_id\": \"doc-7\"", "local:doc-7")]
    [InlineData("\"url\": \"https://aclanthology.org/2020.acl-main.1/\"", "acl:2020.acl-main.1")]
    [InlineData("\"year\": 2020", "local:a-title-")]
    public async Task Read_WhateverNamesThePaper_BecomesTheKey(string field, string key) =>
        Assert.StartsWith(key, (await _source.ReadOneAsync($"{{{field}, \"title\": \"A title\"}}")).Key.Value);

    [Theory]
    [InlineData("""["Jane Doe", "Roe, John"]""", "Jane Doe|John Roe")]
    [InlineData("""[{"name": "Jane Doe"}, {"name": "Roe, John"}]""", "Jane Doe|John Roe")]
    [InlineData("""[{"first": "Jane", "middle": ["Q."], "last": "Doe", "suffix": ""}]""", "Jane Q. Doe")]
    [InlineData("""[{"family": "Doe", "given": "Jane"}]""", "Jane Doe")]
    [InlineData("\"Doe, Jane; Roe, John\"", "Jane Doe|John Roe")]
    [InlineData("\"Doe, Jane and Roe, John\"", "Jane Doe|John Roe")]
    [InlineData("\"Jane Doe, John Roe and Max Moe\"", "Jane Doe|John Roe|Max Moe")]
    [InlineData("\"J. Doe (Univ. of A, B), J. Roe, and M. Moe\"", "J. Doe|J. Roe|M. Moe")]
    [InlineData("\"Jane Doe\"", "Jane Doe")]
    [InlineData("\"J. Bal\\\\'azs, D. Roe\"", "J. Balázs|D. Roe")]
    [InlineData("""["King, Jr."]""", "King Jr.")]
    public async Task Read_AuthorsInAnyShape_AreNamesInReadingOrder(string authors, string expected) =>
        Assert.Equal(expected.Split('|'), (await _source.ReadOneAsync($"{{\"title\": \"T\", \"authors\": {authors}}}")).Authors);

    [Fact]
    public async Task Read_ParsedAuthors_AreBelievedOverTheText()
    {
        var paper = await _source.ReadOneAsync("""{"title": "T", "authors": "whatever", "authors_parsed": [["Doe", "Jane", ""], ["Roe", "J.", "Jr."]]}""");
        Assert.Equal(["Jane Doe", "J. Roe Jr."], paper.Authors);
        Assert.Null(paper.Extra);
    }

    [Theory]
    [InlineData("\"year\": 2020", "2020")]
    [InlineData("\"year\": \"2020\", \"created\": \"2020-05-06\"", "2020-05-06")]
    [InlineData("\"year\": 2019, \"created\": \"2020-05-06\"", "2019")]
    [InlineData("\"published\": \"2020-05\", \"year\": 2019", "2020-05")]
    [InlineData("\"publication_date\": \"2020-05-06\"", "2020-05-06")]
    [InlineData("\"versions\": [{\"version\": \"v1\", \"created\": \"Mon, 2 Apr 2007 19:18:42 GMT\"}], \"update_date\": \"2008-01-01\"", "2007-04-02")]
    [InlineData("\"update_date\": \"2008-01-01\"", "2008-01-01")]
    [InlineData("\"issued\": {\"date-parts\": [[2019, \"6\", 4]]}", "2019-06-04")]
    [InlineData("\"year\": \"soon\"", null)]
    public async Task Read_Dates_TheMostPreciseThatAgrees(string fields, string? date) =>
        Assert.Equal(date, (await _source.ReadOneAsync($"{{\"title\": \"T\", {fields}}}")).Published?.ToString());

    [Theory]
    [InlineData("\"summary\": \"It is dark.\"")]
    [InlineData("\"text\": \"It is dark.\"")]
    [InlineData("\"source\": [\"It is\", \"dark.\"]")]
    [InlineData("\"Abstract\": \"It is dark.\"")]
    public async Task Read_AbstractUnderOtherNames_IsFound(string field) =>
        Assert.Equal("It is dark.", (await _source.ReadOneAsync($"{{\"title\": \"T\", {field}}}")).Abstract);

    [Theory]
    [InlineData("\"cs.IR cs.DL\"", "cs.IR|cs.DL")]
    [InlineData("\"Computer Science, Physics\"", "Computer Science|Physics")]
    public async Task Read_CategoriesAsText_AreParted(string categories, string expected) =>
        Assert.Equal(expected.Split('|'), (await _source.ReadOneAsync($"{{\"title\": \"T\", \"categories\": {categories}}}")).Categories);

    [Theory]
    [InlineData("\"withdrawn\": true", true)]
    [InlineData("\"comments\": \"This article was since\\n  withdrawn by us\"", true)]
    [InlineData("\"comments\": \"Withdrawn due to an error\"", true)]
    [InlineData("\"abstract\": \"This note (on sorting) has been withdrawn.\"", true)]
    [InlineData("\"comments\": \"Replaces the withdrawn paper of last year\"", false)]
    [InlineData("\"withdrawn\": false, \"comments\": \"Withdrawn\"", false)]
    public async Task Read_Withdrawn_IsTold(string field, bool withdrawn) =>
        Assert.Equal(withdrawn, (await _source.ReadOneAsync($"{{\"title\": \"T\", {field}}}")).Withdrawn);

    [Theory]
    [InlineData("{\"id\": \"1\"}", "There is no title.")]
    [InlineData("{\"title\": \" \\n \"}", "There is no title.")]
    [InlineData("[1]", "The record is no JSON object.")]
    [InlineData("{\"title\": \"T\"", "not valid JSON")]
    [InlineData("{\"title\": \"\\ud800\"}", "half a character")]
    public async Task Read_BadRecord_IsRejectedWithTheReason(string line, string reason) =>
        Assert.Contains(reason, await _source.RejectOneAsync(line), StringComparison.Ordinal);

    [Fact]
    public async Task Read_TooDeep_IsRejected() =>
        Assert.Contains("not valid JSON", await _source.RejectOneAsync($"{{\"title\": \"T\", \"x\": {new string('[', 100)}{new string(']', 100)}}}"), StringComparison.Ordinal);

    [Fact]
    public async Task Read_TextsBeyondBounds_AreRejected()
    {
        Assert.Contains("1,000", await _source.RejectOneAsync($"{{\"title\": \"{new string('x', 1001)}\"}}"), StringComparison.Ordinal);
        Assert.Contains("50,000", await _source.RejectOneAsync($"{{\"title\": \"T\", \"abstract\": \"{new string('x', 50_001)}\"}}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_BadLinesAmongGoodOnes_KeepTheirNumbers()
    {
        var bytes = Encoding.UTF8.GetBytes("\uFEFF{\"title\": \"One\"}\r\n\r\n{bad}\n{\"title\": \"Two\"}\n{\"title\": \"X")
            .Concat(new byte[] { 0xFF }).Concat("\"}\n{\"title\": \"Three\"}"u8.ToArray()).ToArray();
        var records = await _source.ReadAsync(bytes);
        Assert.Equal([1, 3, 4, 5, 6], records.Select(record => record.Line));
        Assert.Equal(["One", null, "Two", null, "Three"], records.Select(record => record.Paper?.Title));
        Assert.Equal("The line is not valid UTF-8.", records[3].Rejection!.Reason);
    }

    [Fact]
    public async Task Read_LineOfManyMegabytes_IsPassedOver()
    {
        var text = $"{{\"title\": \"One\"}}\n{{\"title\": \"{new string('x', 5_000_000)}\"}}\n{{\"title\": \"Two\"}}\n";
        var records = await _source.ReadAsync(Encoding.UTF8.GetBytes(text), atOnce: 10_000);
        Assert.Equal(["One", null, "Two"], records.Select(record => record.Paper?.Title));
        Assert.Equal("The line is longer than 1 MiB.", records[1].Rejection!.Reason);
    }

    [Fact]
    public async Task Read_Gzip_IsUndone() => Assert.Equal(2, (await _source.ReadAsync(SourceReading.Gzip("{\"title\": \"One\"}\n{\"title\": \"Two\"}\n"))).Count);

    [Fact]
    public async Task Read_GzipOfManyMembers_IsReadToTheEnd()
    {
        var bytes = SourceReading.Gzip("{\"title\": \"One\"}\n").Concat(SourceReading.Gzip("{\"title\": \"Two\"}\n")).ToArray();
        var records = await _source.ReadAsync(bytes, atOnce: 4096);
        Assert.Equal(["One", "Two"], records.Select(record => record.Paper?.Title));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Read_DamagedGzip_GivesWhatIsReadableAndOneRejection(bool cutOff)
    {
        var bytes = SourceReading.Gzip(string.Concat(Enumerable.Range(0, 5000).Select(number => $"{{\"id\": \"{number}\", \"title\": \"Number {number * 7919}\"}}\n")));
        bytes = cutOff ? bytes[..(bytes.Length / 2)] : [.. bytes[..^6], (byte)(bytes[^6] ^ 0xFF), .. bytes[^5..]];
        var records = await _source.ReadAsync(bytes, atOnce: 4096);
        Assert.True(records.Count > 1000);
        Assert.All(records.SkipLast(1), record => Assert.NotNull(record.Paper));
        Assert.Contains("damaged or cut off", records[^1].Rejection!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_Cancelled_Throws()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in _source.ReadAsync(new MemoryStream("{}"u8.ToArray()), cancelled.Token))
            {
            }
        });
    }

    [Property]
    public bool Read_AnyBytes_IsSound(byte[] bytes) => SourceReading.AreSound(_source.ReadAsync(bytes ?? []).GetAwaiter().GetResult());

    [Property(MaxTest = 300)]
    public bool Read_MutatedRecord_IsSound(PositiveInt at, byte with)
    {
        var bytes = Encoding.UTF8.GetBytes("""{"id": "2111.00001", "title": "Sorting \u00e9 $x$", "authors": [{"name": "Jane"}, ["Doe", "J"], 3, null], "published": "2021-01-02", "categories": "a b", "doi": "10.1000/x", "extra": {"y": [1]}, "versions": [{"created": "2021"}], "withdrawn": false}""");
        bytes[at.Get % bytes.Length] = with;
        return SourceReading.AreSound(_source.ReadAsync(bytes).GetAwaiter().GetResult());
    }

    [Property(MaxTest = 200)]
    public bool Read_MutatedGzip_IsSound(PositiveInt at, byte with)
    {
        var bytes = SourceReading.Gzip("{\"title\": \"One\"}\n{\"title\": \"Two\"}\n");
        bytes[2 + (at.Get % (bytes.Length - 2))] = with;
        return SourceReading.AreSound(_source.ReadAsync(bytes).GetAwaiter().GetResult());
    }
}
