using FsCheck.Xunit;
using PaperBot.Retrieval.Evaluation;

namespace PaperBot.Tests.Retrieval.Evaluation;

public sealed class BeirDatasetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public BeirDatasetTests()
    {
        Write("corpus.jsonl", "{\"_id\":\"a\",\"title\":\"Otters\",\"text\":\"Otters juggle.\"}\n\n{\"_id\":\"b\",\"text\":\"Herons fish.\",\"metadata\":{}}\n");
        Write("queries.jsonl", "{\"_id\":\"q1\",\"text\":\"otters\"}\n{\"_id\":\"q2\",\"text\":\"herons\"}\n");
        Write("qrels/test.tsv", "query-id\tcorpus-id\tscore\nq1\ta\t2\nq1\tb\t0\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_WholeCollection_HasTheJudgedQueriesAndEveryDocument()
    {
        var dataset = BeirDataset.Open(_folder.Path, "test");

        Assert.Equal([new BeirQuery("q1", "otters")], dataset.Queries);
        Assert.Equal([new BeirDocument("a", "Otters", "Otters juggle."), new BeirDocument("b", "", "Herons fish.")], dataset.Documents());
        Assert.Equal(new Dictionary<string, int> { ["a"] = 2 }, dataset.Relevant["q1"]);
    }

    [Theory]
    [InlineData("queries.jsonl", "{\"_id\":\"q1\",\"text\":\"otters\"}\n{\"_id\":\"q2\"\n", "Line 2 of ")]
    [InlineData("queries.jsonl", "[]\n", "Line 1 of ")]
    [InlineData("queries.jsonl", "{\"_id\":1,\"text\":\"otters\"}\n", "Line 1 of ")]
    [InlineData("qrels/test.tsv", "query-id\tcorpus-id\tscore\nq1\ta\t1\nq1 a 1\n", "Line 3 of ")]
    [InlineData("qrels/test.tsv", "q1\ta\tmuch\n", "Line 1 of ")]
    [InlineData("qrels/test.tsv", "q1\ta\t1\t0\n", "Line 1 of ")]
    [InlineData("qrels/test.tsv", "other\ta\t1\n", "No query of ")]
    [InlineData("qrels/test.tsv", "", "No query of ")]
    public void Open_MalformedFile_SaysWhichAndWhere(string file, string content, string said)
    {
        Write(file, content);

        var fault = Assert.Throws<InvalidDataException>(() => BeirDataset.Open(_folder.Path, "test"));

        Assert.StartsWith(said, fault.Message, StringComparison.Ordinal);
        Assert.True(said.StartsWith("No", StringComparison.Ordinal) || fault.Message.Contains(Path.Combine(_folder.Path, file), StringComparison.Ordinal), fault.Message);
    }

    [Fact]
    public void Documents_MalformedLine_SaysWhichAndWhere()
    {
        Write("corpus.jsonl", "{\"_id\":\"a\",\"text\":\"Otters juggle.\"}\n{\"_id\":\"b\"}\n");
        var dataset = BeirDataset.Open(_folder.Path, "test");

        var fault = Assert.Throws<InvalidDataException>(() => dataset.Documents().ToList());

        Assert.StartsWith($"Line 2 of {Path.Combine(_folder.Path, "corpus.jsonl")} ", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("corpus.jsonl")]
    [InlineData("queries.jsonl")]
    [InlineData("qrels/test.tsv")]
    public void Open_MissingFile_SaysWhatACollectionIs(string file)
    {
        File.Delete(Path.Combine(_folder.Path, file));

        var fault = Assert.Throws<InvalidDataException>(() => BeirDataset.Open(_folder.Path, "test"));

        Assert.StartsWith($"{Path.Combine(_folder.Path, file)} is missing.", fault.Message, StringComparison.Ordinal);
    }

    [Property(MaxTest = 100)]
    public void Open_AnyText_IsReadOrFoundFault(string? text)
    {
        Write("queries.jsonl", text ?? "");
        Write("qrels/test.tsv", text ?? "");
        try
        {
            Assert.NotEmpty(BeirDataset.Open(_folder.Path, "test").Queries);
        }
        catch (InvalidDataException fault)
        {
            Assert.EndsWith(".", fault.Message, StringComparison.Ordinal);
        }
    }

    private void Write(string name, string content)
    {
        var path = Path.Combine(_folder.Path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
