using System.Text;
using FsCheck.Xunit;
using PaperBot.Ingestion.Sources;

namespace PaperBot.Tests.Ingestion.Sources;

public class SourceFormatsTests
{
    [Theory]
    [InlineData("a.txt", "{\"title\": \"One\"}\n{\"title\": \"Two\"}\n", typeof(JsonLinesSource))]
    [InlineData("a.json", "{\"title\": \"One\"}", typeof(JsonLinesSource))]
    [InlineData("a.jsonl", "broken first line\n", typeof(JsonLinesSource))]
    [InlineData("a.json", " [\n{\"title\": \"One\"}]", typeof(JsonArraySource))]
    [InlineData("a.txt", "% comment\n@article{x,\n title = {T}}\n", typeof(BibTeXSource))]
    [InlineData("a.bib", "% nothing yet\n", typeof(BibTeXSource))]
    public void Detect_ByContentFirst(string path, string head, Type source) => Assert.IsType(source, SourceFormats.Detect(path, Encoding.UTF8.GetBytes(head)).Source);

    [Theory]
    [InlineData("a.txt", "TY  - JOUR\nTI  - T\nER  - \n", "RIS")]
    [InlineData("a.xml", "<?xml version='1.0' encoding='UTF-8'?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">", "arXiv")]
    [InlineData("a.xml", "<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\">", "arXiv")]
    [InlineData("a.xml", "<rss version=\"2.0\"><channel>", "arXiv")]
    [InlineData("a.xml", "<?xml version=\"1.0\" ?>\n<!DOCTYPE PubmedArticleSet PUBLIC \"-//NLM//DTD\" \"https://x/p.dtd\">\n<PubmedArticleSet>", "PubMed")]
    [InlineData("a.json", "[{\"paper\": {\"id\": \"2606.00001\"", "Hugging Face")]
    [InlineData("a.json", "{\"id\":\"2606.00001\",\"discussionId\":\"6a2c\"}", "Hugging Face")]
    [InlineData("a.json", "{\"total\": 5, \"offset\": 0, \"next\": 5, \"data\": [{\"paperId\": \"c8\"", "Semantic Scholar")]
    [InlineData("a.json", "{\n  \"recommendedPapers\": []\n}", "Semantic Scholar")]
    [InlineData("a.json", "[{\"paperId\": \"c8\", \"title\": \"T\"}]", "Semantic Scholar")]
    [InlineData("a.json", "{\"meta\": {\"count\": 1}, \"results\": [{", "OpenAlex")]
    [InlineData("a.json", "{\"id\": \"https://openalex.org/W1\", \"authorships\": []}", "OpenAlex")]
    [InlineData("a.json", "{\"status\": \"ok\", \"message-version\": \"1.0.0\", \"message\": {\"DOI\"", "Crossref")]
    [InlineData("a.json", "[\n{\"id\": \"x\", \"type\": \"article\", \"issued\": {", "CSL-JSON")]
    [InlineData("a.jsonl", "{\"paperId\": \"c8\", \"title\": \"T\"}\n{\"paperId\": \"c9\", \"title\": \"U\"}\n", "JSON Lines")]
    [InlineData("a.json", "[{\"id\": \"x\", \"title\": \"T\", \"authors\": []}]", "a JSON array")]
    public void Detect_Answers_AreKnownByTheirShape(string path, string head, string name) => Assert.Equal(name, SourceFormats.Detect(path, Encoding.UTF8.GetBytes(head)).Source?.Name);

    [Fact]
    public void Detect_TrendingPage_IsKnown()
    {
        var summary = string.Concat(Enumerable.Repeat("We sort cards in the dark and say so at some length. ", 10));
        Assert.IsType<TrendingPageSource>(SourceFormats.Detect("page.txt", Encoding.UTF8.GetBytes($"Subscribe\n\nDaily Papers\n\nLanterns for Sorting\n\n{summary}\n")).Source);
    }

    [Fact]
    public void Detect_Compressed_LooksInside() => Assert.IsType<JsonLinesSource>(SourceFormats.Detect("a.jsonl.gz", SourceReading.Gzip("{\"title\": \"One\"}\n")).Source);

    [Theory]
    [InlineData("a.pdf", "%PDF-1.7", "a.pdf is a PDF; PaperBot reads JSON Lines, BibTeX, RIS, CSL-JSON, saved answers of the services it knows, and a trending page saved as text.")]
    [InlineData("/x/y.docx", "PK\u0003\u0004", "y.docx is a ZIP archive")]
    [InlineData("a.jsonl", "", "a.jsonl is empty")]
    [InlineData("a.jsonl", " \n ", "is empty")]
    [InlineData("a.bin", "ab\0cd", "is no text")]
    [InlineData("a.html", "<!DOCTYPE html><html>", "is a web page")]
    [InlineData("a.xml", "<?xml version=\"1.0\"?>", "is XML")]
    [InlineData("a.csv", "id,title,year\n1,T,2020\n2,U,2021\n", "is a table (CSV)")]
    [InlineData("a.json", "{\n  \"papers\": [\n", "one JSON object over many lines")]
    [InlineData("a.txt", "eggs\nmilk", "holds no papers")]
    public void Detect_AnythingElse_SaysWhatItIs(string path, string head, string reason)
    {
        var detection = SourceFormats.Detect(path, Encoding.Latin1.GetBytes(head));
        Assert.Null(detection.Source);
        Assert.Contains(reason, detection.Reason, StringComparison.Ordinal);
        Assert.EndsWith(".", detection.Reason, StringComparison.Ordinal);
    }

    [Property]
    public bool Detect_AnyBytes_GivesExactlyOne(byte[] head)
    {
        var detection = SourceFormats.Detect("a.x", head ?? []);
        return (detection.Source is null) != (detection.Reason is null);
    }

    [Property]
    public bool Detect_AnyGzip_GivesExactlyOne(byte[] rest)
    {
        var detection = SourceFormats.Detect("a.gz", [0x1F, 0x8B, 8, .. rest ?? []]);
        return (detection.Source is null) != (detection.Reason is null);
    }
}
