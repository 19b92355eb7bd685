using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace PaperBot.Embedding.Graphs;

/// <summary>
/// A file of named tensors: eight bytes of header length, a JSON header with each tensor's type, shape and place, then the raw
/// little-endian values (https://huggingface.co/docs/safetensors).
/// </summary>
internal sealed class SafetensorsFile : IDisposable
{
    // A header larger than this is not a header: the format's own readers stop here too.
    private const long LargestHeader = 100_000_000;

    private readonly FileStream _stream;
    private readonly Dictionary<string, (string Type, int[] Shape, long Start, long End)> _tensors = [];

    /// <exception cref="EmbeddingModelException">The file is not in this format.</exception>
    public SafetensorsFile(string path)
    {
        _stream = File.OpenRead(path);
        try
        {
            ReadHeader();
        }
        catch (Exception e) when (e is JsonException or EndOfStreamException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            _stream.Dispose();
            throw new EmbeddingModelException($"{Path.GetFileName(path)} is not a safetensors file; install the model again.", e);
        }
    }

    public IReadOnlyCollection<string> Names => _tensors.Keys;

    public int[] Shape(string name) => Find(name).Shape;

    /// <summary>The values as they lie in the file, row by row, widened to single precision.</summary>
    public float[] Read(string name)
    {
        var (type, shape, start, end) = Find(name);
        var values = new float[shape.Aggregate(1, (product, size) => product * size)];
        var bytes = ArrayPool<byte>.Shared.Rent(checked((int)(end - start)));
        try
        {
            var raw = bytes.AsSpan(0, (int)(end - start));
            _stream.Position = start;
            _stream.ReadExactly(raw);
            if (type == "F16" && raw.Length == values.Length * 2)
                System.Numerics.Tensors.TensorPrimitives.ConvertToSingle(MemoryMarshal.Cast<byte, Half>(raw), values);
            else if (type == "F32" && raw.Length == values.Length * 4)
                raw.CopyTo(MemoryMarshal.AsBytes(values.AsSpan()));
            else
                throw new EmbeddingModelException($"The tensor {name} is {type} with {raw.Length} bytes; only F16 and F32 weights are understood.");
            return values;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    public void Dispose() => _stream.Dispose();

    private (string Type, int[] Shape, long Start, long End) Find(string name) => _tensors.TryGetValue(name, out var tensor)
        ? tensor
        : throw new EmbeddingModelException($"The weights lack the tensor {name}; they are of another architecture than BERT.");

    private void ReadHeader()
    {
        Span<byte> prefix = stackalloc byte[8];
        _stream.ReadExactly(prefix);
        var length = BinaryPrimitives.ReadInt64LittleEndian(prefix);
        if (length is <= 0 or > LargestHeader)
            throw new FormatException("The header's length is out of range.");
        var header = new byte[length];
        _stream.ReadExactly(header);
        var data = prefix.Length + length;
        using var json = JsonDocument.Parse(header);
        foreach (var entry in json.RootElement.EnumerateObject().Where(entry => entry.Name != "__metadata__"))
        {
            var shape = entry.Value.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32()).ToArray();
            var offsets = entry.Value.GetProperty("data_offsets");
            var (start, end) = (data + offsets[0].GetInt64(), data + offsets[1].GetInt64());
            if (start < data || end < start || end > _stream.Length)
                throw new FormatException($"The tensor {entry.Name} lies outside the file.");
            _tensors.Add(entry.Name, (entry.Value.GetProperty("dtype").GetString() ?? "", shape, start, end));
        }
    }
}
