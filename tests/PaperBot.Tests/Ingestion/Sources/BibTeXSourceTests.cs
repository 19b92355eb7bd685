using System.Text;
using FsCheck;
using FsCheck.Xunit;
using PaperBot.Ingestion.Sources;

namespace PaperBot.Tests.Ingestion.Sources;

public class BibTeXSourceTests
{
    private readonly BibTeXSource _source = new();

    [Fact]
    public async Task Read_ReferenceManagersEntry_KeepsEverything()
    {
        var paper = await _source.ReadOneAsync(
            """
            @article{doe2021sorting,
              title = {Sorting in the {{Dark}}: A {BERT} with \emph{Lanterns} and $x_{ij}$},
              author = {Doe, Jane and Roe, J{\'o}hn and {Institute of Cards, and Sorting} and others},
              date = {2021-11-05},
              journaltitle = {Journal of {{Cards}}},
              doi = {https://doi.org/10.1000/Sort\_1},
              url = {https://cards.example/a\_b?c=1\%20},
              keywords = {cards,dark},
              abstract = {We sort {\%} of cards, with $O(n \log n)$ ``care''.},
              file = {:C\:\\Users\\jane\\a.pdf:pdf}
            }
            """);
        Assert.Equal("doi:10.1000/sort_1", paper.Key.Value);
        Assert.Equal("Sorting in the Dark: A BERT with \\emph{Lanterns} and $x_{ij}$", paper.Title);
        Assert.Equal(["Jane Doe", "Jóhn Roe", "Institute of Cards, and Sorting"], paper.Authors);
        Assert.Equal("2021-11-05", paper.Published.ToString());
        Assert.Equal("Journal of Cards", paper.Venue);
        Assert.Equal("https://cards.example/a_b?c=1%20", paper.Url);
        Assert.Equal("We sort % of cards, with $O(n \\log n)$ ``care''.", paper.Abstract);
        Assert.Contains("\"keywords\":\"cards,dark\"", paper.Extra, StringComparison.Ordinal);
        Assert.Contains("\"citationkey\":\"doe2021sorting\"", paper.Extra, StringComparison.Ordinal);
        Assert.Equal("bibtex", paper.Source);
    }

    [Theory]
    [InlineData("eprint = {2111.00001v2}, archivePrefix = {arXiv}, doi = {10.1000/x}", "arxiv:2111.00001")]
    [InlineData("arxivId = {2111.00001}", "arxiv:2111.00001")]
    [InlineData("eprint = {hep-th/9901001}, eprinttype = {arxiv}", "arxiv:hep-th/9901001")]
    [InlineData("journal = {arXiv preprint arXiv:2111.00001}", "arxiv:2111.00001")]
    [InlineData("url = {http://arxiv.org/abs/2111.00001}, doi = {10.1000/x}", "arxiv:2111.00001")]
    [InlineData("eprint = {12345678}, eprinttype = {pmid}, doi = {10.1000/x}", "doi:10.1000/x")]
    [InlineData("url = {https://doi.org/10.1000/x}", "doi:10.1000/x")]
    [InlineData("url = {https://aclanthology.org/P19-1423/}", "acl:p19-1423")]
    [InlineData("doi = {10.18653/v1/P19-1423}", "acl:p19-1423")]
    [InlineData("year = 2020", "local:a-title-")]
    public async Task Read_WhateverNamesThePaper_BecomesTheKey(string fields, string key) =>
        Assert.StartsWith(key, (await _source.ReadOneAsync($"@misc{{x, title = {{A title}}, {fields}}}")).Key.Value);

    [Theory]
    [InlineData("year = 2020", "2020")]
    [InlineData("year = {2020}, month = nov", "2020-11")]
    [InlineData("year = \"2020\", month = \"November\", day = 3", "2020-11-03")]
    [InlineData("year = 2020, month = jun # \"~12\"", "2020-06-12")]
    [InlineData("year = 2020, month = {12~} # jun", "2020-06-12")]
    [InlineData("year = 2020, month = 7", "2020-07")]
    [InlineData("date = {2020-05/2020-06}", "2020-05")]
    [InlineData("date = {2020-05-06T10:00}", "2020-05-06")]
    [InlineData("year = {in press}", null)]
    public async Task Read_Dates_InAllTheirForms(string fields, string? date) =>
        Assert.Equal(date, (await _source.ReadOneAsync($"@misc{{x, title = {{T}}, {fields}}}")).Published?.ToString());

    [Fact]
    public async Task Read_MacrosAndConcatenation_AreResolved()
    {
        var records = await _source.ReadAsync(
            """
            % a comment with jane@cards.example in it
            @string{jc = "Journal of Cards"}
            @STRING(more = jc # { and Dice})
            @comment{jabref-meta: databaseType:bibtex;}
            @preamble{ "\newcommand{\x}{y}" }
            @Article(doe,
              title = "On {"}quoting{"} " # {Cards},
              journal = more,
            )
            """);
        var paper = Assert.Single(records).Paper!;
        Assert.Equal("On \"quoting\" Cards", paper.Title);
        Assert.Equal("Journal of Cards and Dice", paper.Venue);
        Assert.Equal(6, records[0].Line);
    }

    [Fact]
    public async Task Read_SloppyEntries_AreReadAllTheSame()
    {
        var records = await _source.ReadAsync(
            "@misc{a, title = {One} year = 2020 author = {Doe, J.}} @misc{, title={Two},,} text between @misc{title = {Three}}\n@misc{d,\n title = {Four},\n nonsense here,\n year = 2021\n");
        Assert.Equal(["One", "Two", "Three", "Four"], records.Select(record => record.Paper?.Title));
        Assert.Equal("2020", records[0].Paper!.Published.ToString());
        Assert.Equal("2021", records[3].Paper!.Published.ToString());
        Assert.Equal([1, 1, 1, 2], records.Select(record => record.Line));
    }

    [Fact]
    public async Task Read_UnbalancedBraces_RecoverAtTheNextEntry()
    {
        var records = await _source.ReadAsync("@misc{a,\n title = {One {is open},\n year = 2020\n}\n\n@misc{b,\n title = {Two}\n}\n@misc{c, year = 2020}\n");
        Assert.Equal([1, 6, 9], records.Select(record => record.Line));
        Assert.Equal("A brace or a quote of the entry 'a' is never closed.", records[0].Rejection!.Reason);
        Assert.Equal("Two", records[1].Paper!.Title);
        Assert.Equal("There is no title in the entry 'c'.", records[2].Rejection!.Reason);
    }

    [Fact]
    public async Task Read_EscapedBraceThatOnlyOneSideHas_IsNoBrace() =>
        Assert.Equal("Sets \\{ of cards", (await _source.ReadOneAsync("@misc{a, title = {Sets \\{ of cards}, year = 2020}\n")).Title);

    [Fact]
    public async Task Read_Latin1_IsUnderstood()
    {
        var records = await _source.ReadAsync(Encoding.Latin1.GetBytes("@misc{a, title = {Café}}"));
        Assert.Equal("Café", Assert.Single(records).Paper!.Title);
    }

    [Fact]
    public async Task Read_EndlessEntry_IsRejectedAndPassedOver()
    {
        var text = $"@misc{{a, title = {{One}}, note = {{{string.Concat(Enumerable.Repeat("words and words\n", 100_000))}}}}}\n@misc{{b, title = {{Two}}}}\n";
        var records = await _source.ReadAsync(Encoding.UTF8.GetBytes(text), atOnce: 10_000);
        Assert.Equal("The entry is longer than 1 MiB.", records[0].Rejection!.Reason);
        Assert.Equal("Two", records[1].Paper!.Title);
    }

    [Theory]
    [InlineData("A and and B", "A|B")]
    [InlineData("A and and and", "A")]
    [InlineData("A and", "A and")]
    [InlineData("and and and", "")]
    public async Task Read_TooManyAnds_AreNobody(string authors, string names) =>
        Assert.Equal(names, string.Join('|', (await _source.ReadOneAsync($"@misc{{a, title = {{One}}, author = {{{authors}}}}}")).Authors));

    [Property(MaxTest = 300)]
    public bool Read_RunsOfAnds_LeaveNames(NonEmptyArray<byte> picks)
    {
        string[] pieces = [" and ", "and", " ", "A", "{", "}", "others", ","];
        var authors = string.Concat(picks.Get.Select(pick => pieces[pick % pieces.Length]));
        var records = _source.ReadAsync($"@misc{{a, title = {{One}}, author = \"{authors}\"}}\n").GetAwaiter().GetResult();
        return SourceReading.AreSound(records) && records.All(record => record.Rejection?.Reason.Contains("report it", StringComparison.Ordinal) != true);
    }

    [Fact]
    public async Task Read_MacrosThatDouble_AreRejectedBeforeTheyAreLong()
    {
        var text = new StringBuilder("@string{m0 = \"0123456789\"}\n");
        for (var i = 1; i < 32; i++)
            text.Append($"@string{{m{i} = m{i - 1} # m{i - 1}}}\n");
        var records = await _source.ReadAsync(text.Append("@misc{a, title = {One}, note = m31}\n@misc{b, title = {Two}, note = m3}\n").ToString());

        Assert.Contains("more than 50,000 characters", records[0].Rejection!.Reason, StringComparison.Ordinal);
        Assert.Equal(["One", "Two"], records.Where(record => record.Paper is not null).Select(record => record.Paper!.Title));
    }

    [Property]
    public bool Read_AnyText_IsSound(NonNull<string> text) => SourceReading.AreSound(_source.ReadAsync("@misc{" + text.Get).GetAwaiter().GetResult());

    [Property(MaxTest = 500)]
    public bool Read_PiecesOfBibTeX_AreSound(NonEmptyArray<byte> picks)
    {
        string[] pieces = ["@misc{", "@string{", "@comment", "{", "}", "(", ")", "\"", "#", "=", ",", "\n", " ", "title", "author", "a and b", "\\", "\\{", "month", "jan", "2020", "year", "$", "{\\%}", "\n@article{k,", "{\\'e}", "doi", "10.1000/x"];
        return SourceReading.AreSound(_source.ReadAsync(string.Concat(picks.Get.Select(pick => pieces[pick % pieces.Length]))).GetAwaiter().GetResult());
    }

    [Property(MaxTest = 300)]
    public bool Read_MutatedEntry_IsSound(PositiveInt at, byte with)
    {
        var bytes = Encoding.UTF8.GetBytes("@article{doe, title = {Sorting {Dark} $x_{1}$}, author = \"Doe, Jane and {A and B}\", month = jan # {~3}, year = 2020, doi = {10.1000/x}}\n@misc{roe, title = {T}}\n");
        bytes[at.Get % bytes.Length] = with;
        return SourceReading.AreSound(_source.ReadAsync(bytes).GetAwaiter().GetResult());
    }
}
