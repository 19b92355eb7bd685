using System.Globalization;
using Google.Protobuf;

namespace PaperBot.Embedding.Graphs;

/// <summary>
/// A graph of operators that writes itself as an ONNX file. The field numbers are those of onnx.proto (IR version 8); the few messages
/// needed here are written by hand, so that the weights stream to the file and generated code stays out of the repository.
/// </summary>
internal sealed class OnnxGraph
{
    /// <summary>The domain of ONNX Runtime's own fused operators.</summary>
    public const string Contrib = "com.microsoft";

    private const string GraphName = "bert";
    private const int IrVersion = 8, Opset = 17, ContribOpset = 1;

    private readonly List<byte[]> _nodes = [], _inputs = [], _outputs = [];
    private readonly List<OnnxTensor> _constants = [];

    /// <summary>Adds an input with a name for each of its free dimensions; returns its name.</summary>
    public string Input(string name, OnnxElement element, params string[] dimensions)
    {
        _inputs.Add(ValueInfo(name, element, dimensions));
        return name;
    }

    /// <summary>Declares a value as an output; a dimension written as a number is fixed.</summary>
    public void Output(string name, OnnxElement element, params string[] dimensions) => _outputs.Add(ValueInfo(name, element, dimensions));

    /// <summary>Adds a constant; returns its name.</summary>
    public string Constant(OnnxTensor tensor)
    {
        _constants.Add(tensor);
        return tensor.Name;
    }

    /// <summary>Adds an operator with one output; returns the output's name. An empty input name is an absent optional input.</summary>
    public string Node(string op, string[] inputs, string output, string domain = "", params (string Name, object Value)[] attributes)
    {
        Nodes(op, inputs, [output], domain, attributes);
        return output;
    }

    public void Nodes(string op, string[] inputs, string[] outputs, string domain = "", params (string Name, object Value)[] attributes) =>
        _nodes.Add(Message(node =>
        {
            foreach (var input in inputs)
                Text(node, 1, input);
            foreach (var output in outputs)
                Text(node, 2, output);
            Text(node, 3, outputs[0]);
            Text(node, 4, op);
            foreach (var (name, value) in attributes)
                Nested(node, 5, Attribute(name, value));
            Text(node, 7, domain);
        }));

    public void Save(Stream stream)
    {
        using var model = new CodedOutputStream(stream, leaveOpen: true);
        Number(model, 1, IrVersion);
        Text(model, 2, "paperbot");
        Nested(model, 8, OperatorSet("", Opset));
        Nested(model, 8, OperatorSet(Contrib, ContribOpset));
        var headers = _constants.ConvertAll(TensorHeader);
        model.WriteTag(7, WireFormat.WireType.LengthDelimited);
        var constants = _constants.Zip(headers, TensorSize).Sum(Size);
        model.WriteUInt64((ulong)(_nodes.Sum(Size) + Size(GraphName.Length) + constants + _inputs.Sum(Size) + _outputs.Sum(Size)));
        foreach (var node in _nodes)
            Nested(model, 1, node);
        Text(model, 2, GraphName);
        foreach (var (constant, header) in _constants.Zip(headers))
        {
            model.WriteTag(5, WireFormat.WireType.LengthDelimited);
            model.WriteUInt64((ulong)TensorSize(constant, header));
            model.Flush();
            stream.Write(header);
            var values = constant.Values();
            if (values.Length != constant.ByteLength)
                throw new InvalidOperationException($"The constant {constant.Name} has {values.Length} bytes instead of {constant.ByteLength}.");
            Nested(model, 9, values);
        }
        foreach (var input in _inputs)
            Nested(model, 11, input);
        foreach (var output in _outputs)
            Nested(model, 12, output);
    }

    // Every field number used here is below 16, so a tag is one byte.
    private static long Size(byte[] message) => Size(message.Length);

    private static long Size(long length) => 1 + CodedOutputStream.ComputeUInt64Size((ulong)length) + length;

    private static long TensorSize(OnnxTensor tensor, byte[] header) => header.Length + Size(tensor.ByteLength);

    private static byte[] TensorHeader(OnnxTensor tensor) => Message(header =>
    {
        foreach (var size in tensor.Shape)
            Number(header, 1, size);
        Number(header, 2, (int)tensor.Element);
        Text(header, 8, tensor.Name);
    });

    private static byte[] OperatorSet(string domain, int version) => Message(set =>
    {
        Text(set, 1, domain);
        Number(set, 2, version);
    });

    private static byte[] ValueInfo(string name, OnnxElement element, string[] dimensions) => Message(info =>
    {
        Text(info, 1, name);
        var shape = Message(shape =>
        {
            foreach (var dimension in dimensions)
            {
                Nested(shape, 1, int.TryParse(dimension, CultureInfo.InvariantCulture, out var size)
                    ? Message(fixedSize => Number(fixedSize, 1, size))
                    : Message(free => Text(free, 2, dimension)));
            }
        });
        var tensorType = Message(tensor =>
        {
            Number(tensor, 1, (int)element);
            Nested(tensor, 2, shape);
        });
        Nested(info, 2, Message(type => Nested(type, 1, tensorType)));
    });

    private static byte[] Attribute(string name, object value) => Message(attribute =>
    {
        Text(attribute, 1, name);
        switch (value)
        {
            case float real:
                attribute.WriteTag(2, WireFormat.WireType.Fixed32);
                attribute.WriteFloat(real);
                break;
            case int number:
                Number(attribute, 3, number);
                break;
            case int[] numbers:
                foreach (var number in numbers)
                    Number(attribute, 8, number);
                break;
            default:
                throw new ArgumentException($"An attribute cannot be a {value.GetType().Name}.", nameof(value));
        }
        // AttributeProto.AttributeType: 1 is FLOAT, 2 is INT, 7 is INTS. The field's number, 20, takes two bytes.
        attribute.WriteTag(20, WireFormat.WireType.Varint);
        attribute.WriteInt32(value switch { float => 1, int => 2, _ => 7 });
    });

    private static byte[] Message(Action<CodedOutputStream> write)
    {
        using var buffer = new MemoryStream();
        using (var message = new CodedOutputStream(buffer, leaveOpen: true))
            write(message);
        return buffer.ToArray();
    }

    private static void Nested(CodedOutputStream message, int field, byte[] value)
    {
        message.WriteTag(field, WireFormat.WireType.LengthDelimited);
        message.WriteBytes(UnsafeByteOperations.UnsafeWrap(value));
    }

    private static void Text(CodedOutputStream message, int field, string value)
    {
        message.WriteTag(field, WireFormat.WireType.LengthDelimited);
        message.WriteString(value);
    }

    private static void Number(CodedOutputStream message, int field, long value)
    {
        message.WriteTag(field, WireFormat.WireType.Varint);
        message.WriteInt64(value);
    }
}
