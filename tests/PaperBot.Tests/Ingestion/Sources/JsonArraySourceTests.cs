using FsCheck.Xunit;
using PaperBot.Ingestion.Sources;

namespace PaperBot.Tests.Ingestion.Sources;

public class JsonArraySourceTests
{
    private readonly JsonArraySource _source = new();

    [Fact]
    public async Task Read_Array_CountsRecords()
    {
        var records = await _source.ReadAsync("[\n {\"title\": \"One\"},\n {\"id\": \"x\"},\n {\"title\": \"Two\"}\n]");
        Assert.Equal([1, 2, 3], records.Select(record => record.Line));
        Assert.Equal(["One", null, "Two"], records.Select(record => record.Paper?.Title));
        Assert.Equal("Record 2 of the array: There is no title.", records[1].Rejection!.Reason);
    }

    [Fact]
    public async Task Read_BrokenArray_GivesWhatCameBeforeAndOneRejection()
    {
        var records = await _source.ReadAsync("[{\"title\": \"One\"}, {\"title\": ");
        Assert.Contains("not valid JSON", records[^1].Rejection!.Reason, StringComparison.Ordinal);
        Assert.Single(records, record => record.Rejection is not null);
    }

    [Fact]
    public async Task Read_CompressedArray_IsUndone() => Assert.Single(await _source.ReadAsync(SourceReading.Gzip("[{\"title\": \"One\"}]")));

    [Property]
    public bool Read_AnyBytes_IsSound(byte[] bytes) => SourceReading.AreSound(_source.ReadAsync([(byte)'[', .. bytes ?? []]).GetAwaiter().GetResult());
}
