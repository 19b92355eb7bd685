using System.Buffers.Binary;
using System.Text;
using FsCheck.Xunit;
using PaperBot.Embedding;
using PaperBot.Embedding.Graphs;

namespace PaperBot.Tests.Embedding;

public sealed class SafetensorsFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Read_HalfPrecision_IsWidened()
    {
        using var file = Open("""{"__metadata__":{"format":"pt"},"w":{"dtype":"F16","shape":[1,2],"data_offsets":[0,4]}}""", [0x00, 0x3C, 0x00, 0xC0]);

        Assert.Equal([1f, -2f], file.Read("w"));
        Assert.Equal([1, 2], file.Shape("w"));
        Assert.Equal(["w"], file.Names);
    }

    [Theory]
    [InlineData("""{"w":{"dtype":"F16","shape":[2],"data_offsets":[0,400]}}""")]
    [InlineData("""{"w":{"dtype":"F16","shape":[2]}}""")]
    [InlineData("""{"w":""")]
    [InlineData("""[]""")]
    public void Open_DamagedHeader_SaysSo(string header) => Assert.Throws<EmbeddingModelException>(() => Open(header, [0, 0, 0, 0]));

    [Theory]
    [InlineData("""{"w":{"dtype":"I64","shape":[1],"data_offsets":[0,4]}}""")]
    [InlineData("""{"w":{"dtype":"F16","shape":[3],"data_offsets":[0,4]}}""")]
    [InlineData("""{"v":{"dtype":"F16","shape":[2],"data_offsets":[0,4]}}""")]
    public void Read_TensorOfAnotherKind_SaysSo(string header)
    {
        using var file = Open(header, [0, 0, 0, 0]);
        Assert.Throws<EmbeddingModelException>(() => file.Read("w"));
    }

    [Property(MaxTest = 200)]
    public void Open_AnyBytes_OpensOrSaysSo(byte[] bytes)
    {
        File.WriteAllBytes(_folder["any"], bytes);
        try
        {
            new SafetensorsFile(_folder["any"]).Dispose();
        }
        catch (EmbeddingModelException)
        {
            // That is how it says so.
        }
    }

    public void Dispose() => _folder.Dispose();

    private SafetensorsFile Open(string header, byte[] data)
    {
        var length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, Encoding.UTF8.GetByteCount(header));
        File.WriteAllBytes(_folder["w.safetensors"], [.. length, .. Encoding.UTF8.GetBytes(header), .. data]);
        return new SafetensorsFile(_folder["w.safetensors"]);
    }
}
