using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace PaperBot.Embedding.Graphs;

/// <summary>Element types by their number in ONNX's TensorProto.DataType.</summary>
internal enum OnnxElement
{
    Float = 1,
    Int64 = 7,
    Float16 = 10,
}

/// <summary>A constant of a graph whose values are made only when the file is written, so that one tensor at a time is in memory.</summary>
internal sealed record OnnxTensor(string Name, OnnxElement Element, IReadOnlyList<int> Shape, Func<byte[]> Values)
{
    public long ByteLength =>
        Shape.Aggregate(Element switch { OnnxElement.Float => 4L, OnnxElement.Float16 => 2L, _ => 8L }, (product, size) => product * size);

    public static OnnxTensor Floats(string name, IReadOnlyList<int> shape, Func<float[]> values) =>
        new(name, OnnxElement.Float, shape, () => MemoryMarshal.AsBytes(values().AsSpan()).ToArray());

    public static OnnxTensor Halves(string name, IReadOnlyList<int> shape, Func<float[]> values) => new(name, OnnxElement.Float16, shape, () =>
    {
        var single = values();
        var half = new byte[single.Length * 2];
        TensorPrimitives.ConvertToHalf(single, MemoryMarshal.Cast<byte, Half>(half.AsSpan()));
        return half;
    });

    public static OnnxTensor Int64s(string name, params long[] values) =>
        new(name, OnnxElement.Int64, [values.Length], () => MemoryMarshal.AsBytes(values.AsSpan()).ToArray());
}
