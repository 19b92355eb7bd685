using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using PaperBot.Ingestion.Sources;
using PaperBot.Papers;
using PaperBot.Papers.Export;
using PaperBot.Tests.Ingestion.Sources;

namespace PaperBot.Tests.Papers.Export;

public class ExportTests
{
    private static readonly Paper Sorting = new()
    {
        Key = PaperKey.Arxiv("2111.00001"),
        Title = "Sorting 50% of {0, 1} in $O(n_{1})$ & more_or_less \\emph{well} ^",
        Abstract = "We pay $100 and \\{ a } brace # \\% {\\bf so} ~10.",
        Authors = ["Jane Doe", "Institute of Cards, and Sorting", "Others"],
        Published = new(2021, 11, 5),
        Venue = "Proceedings of Cards & Dice",
        Categories = ["cs.DS"],
        Doi = "10.1000/a_b",
        Url = "https://cards.example/a_b%20c",
        Source = "arxiv",
        Extra = """{"comments":"3 pages","title":"inner"}""",
    };

    [Fact]
    public async Task JsonLines_RoundTrip_IsEqual()
    {
        var back = await new JsonLinesSource().ReadOneAsync(JsonLinesWriter.ToLine(Sorting));
        AssertEqual(Sorting, back);
    }

    [Fact]
    public async Task BibTeX_RoundTrip_KeepsWhatBibTeXHas()
    {
        var back = await new BibTeXSource().ReadOneAsync(BibTeX(Sorting));
        AssertSameInBibTeX(Sorting, back);
        Assert.Equal(Sorting.Title, back.Title);
        Assert.Equal(Sorting.Venue, back.Venue);
        Assert.Equal(Sorting.Published, back.Published);
    }

    [Fact]
    public void BibTeX_Entry_IsReadableText() => Assert.Equal(
        """
        @article{doe2021lanterns,
          title = {Lanterns},
          author = {Jane Doe and John Roe},
          year = {2021},
          month = nov,
          journal = {Journal of Cards},
          doi = {10.1000/x},
          abstract = {We sort 50{\%}.},
        }

        """.ReplaceLineEndings("\n"),
        BibTeX(new Paper
        {
            Key = PaperKey.Doi("10.1000/x"),
            Doi = "10.1000/x",
            Title = "Lanterns",
            Authors = ["Jane Doe", "John Roe"],
            Published = new(2021, 11),
            Venue = "Journal of Cards",
            Abstract = "We sort 50%.",
            Source = "x",
        }));

    [Fact]
    public void BibTeX_CitationKeys_AreUniqueAndPlain()
    {
        var paper = new Paper { Key = PaperKey.Local("x"), Title = "Über Karten", Authors = ["Jürgen Łoś"], Published = new(2021), Source = "x" };
        var text = BibTeX(paper, paper, paper);
        Assert.Contains("@misc{los2021uber,", text, StringComparison.Ordinal);
        Assert.Contains("@misc{los2021uber-2,", text, StringComparison.Ordinal);
        Assert.Contains("@misc{los2021uber-3,", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a, b", "\"a, b\"")]
    [InlineData("say \"so\"", "\"say \"\"so\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("=SUM(A1)", "'=SUM(A1)")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@cmd", "'@cmd")]
    [InlineData(" =1+1", "\"' =1+1\"", true)]
    [InlineData("a=b", "a=b")]
    [InlineData("", "")]
    public void Csv_Field_IsQuotedAndHarmless(string value, string expected, bool unquoted = false) =>
        Assert.Equal(unquoted ? expected.Trim('"') : expected, CsvWriter.Field(value));

    [Fact]
    public void Csv_Table_HasAHeadingAndOneRowAPaper()
    {
        var output = new StringWriter();
        CsvWriter.Write(output, [Sorting]);
        var rows = output.ToString().Split("\r\n");
        Assert.Equal(3, rows.Length);
        Assert.StartsWith("key,title,authors,published,", rows[0], StringComparison.Ordinal);
        Assert.StartsWith("arxiv:2111.00001,\"Sorting 50% of {0, 1}", rows[1], StringComparison.Ordinal);
        Assert.Equal("", rows[2]);
    }

    [Property(MaxTest = 300)]
    public Property JsonLines_AnyPaper_ComesBackEqual() => Prop.ForAll(Papers.Any(), paper =>
        AssertEqual(paper, new JsonLinesSource().ReadOneAsync(JsonLinesWriter.ToLine(paper)).GetAwaiter().GetResult()));

    [Property(MaxTest = 300)]
    public Property BibTeX_AnyPaper_ComesBackTheSame() => Prop.ForAll(Papers.Any(), paper =>
        AssertSameInBibTeX(paper, new BibTeXSource().ReadOneAsync(BibTeX(paper)).GetAwaiter().GetResult()));

    [Property]
    public bool Csv_AnyField_ParsesBack(NonNull<string> value)
    {
        var field = CsvWriter.Field(value.Get);
        var plain = field.StartsWith('"') ? field[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : field;
        return plain == value.Get || plain == "'" + value.Get;
    }

    private static string BibTeX(params Paper[] papers)
    {
        var output = new StringWriter();
        BibTeXWriter.Write(output, papers);
        return output.ToString();
    }

    private static void AssertEqual(Paper expected, Paper actual)
    {
        Assert.Equal(expected.Authors, actual.Authors);
        Assert.Equal(expected.Categories, actual.Categories);
        Assert.Equal(expected with { Authors = [], Categories = [] }, actual with { Authors = [], Categories = [] });
    }

    private static void AssertSameInBibTeX(Paper expected, Paper actual)
    {
        Assert.Equal(expected.Key, actual.Key);
        // Braces that only protect capitals are BibTeX's; they are not part of a title that comes from it.
        Assert.Equal(TitleText.Normalize(expected.Title), TitleText.Normalize(actual.Title));
        Assert.Equal(expected.Authors, actual.Authors);
        Assert.Equal(expected.Published?.Year, actual.Published?.Year);
        Assert.Equal(expected.Doi, actual.Doi);
        Assert.Equal(expected.Url, actual.Url);
        Assert.Equal(expected.Abstract, actual.Abstract);
    }

    /// <summary>Papers as sources give them: white space folded, an address where one can be derived.</summary>
    private static class Papers
    {
        private static readonly string[] Pieces =
            ["Sorting", "cards", "in", "{0, 1}", "50%", "$O(n^2)$", "\\emph{dark}", "a & b", "under_score", "x^2", "{", "}", "\\{", "\\}", "$", "#", "~10", "\\'e", "é", "\"so\"", "--", "`x'", "=", "@misc(x,", "深度", "😀", ",", "and", "{\\bf b}", "\\", "<b>"];

        private static readonly string[] Names = ["Jane Doe", "J. van der Roe", "Institute of Cards, and Sorting", "Łoś", "AT&T Labs", "others", "Max_M Moe", "50% Club"];

        public static Arbitrary<Paper> Any()
        {
            var text = Gen.Elements(Pieces).NonEmptyListOf().Select(pieces => SourceText.Fold(string.Join(' ', pieces)));
            var summary = Gen.OneOf(text, Gen.Constant(""));
            var keys = Gen.OneOf(
                Gen.Constant(PaperKey.Arxiv("2111.00001")), Gen.Constant(PaperKey.Doi("10.1000/x_y(1)")), Gen.Constant(PaperKey.Acl("P19-1423")),
                Gen.Constant(PaperKey.LocalId("Doc/7")), text.Select(PaperKey.Local));
            var papers =
                from key in keys
                from title in text
                from body in summary
                from authors in Gen.Elements(Names).ListOf()
                from date in Gen.Elements<PublicationDate?>(null, new PublicationDate(2021), new PublicationDate(2021, 2), new PublicationDate(1999, 12, 31))
                from known in Gen.Elements<string?>(null, "10.1000/a%b_c", "10.1000/x_y(1)")
                let doi = known ?? (key.Scheme == "doi" ? key.Id : null)
                from venue in Gen.Elements<string?>(null, "Proceedings of Cards", "Journal of {\\'E}tudes & more")
                from withdrawn in ArbMap.Default.GeneratorFor<bool>()
                from extra in Gen.Elements<string?>(null, """{"a":[1,2],"title":"x"}""", """{"comments":"withdrawn"}""")
                select new Paper
                {
                    Key = key,
                    Title = title,
                    Abstract = body,
                    Authors = [.. authors.Where(name => name != "others" || authors.Count > 1)],
                    Published = date,
                    Doi = doi,
                    Venue = venue,
                    Source = "x",
                    Categories = withdrawn ? ["cs.DS", "Computer Science"] : [],
                    Withdrawn = withdrawn,
                    Extra = extra,
                    Url = PaperUrl.Of(key) ?? (doi is null ? null : $"https://doi.org/{doi}"),
                };
            return papers.ToArbitrary();
        }
    }
}
