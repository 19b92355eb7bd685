namespace PaperBot.Embedding.Graphs;

/// <summary>
/// Builds the ONNX graph of a BERT encoder from its weights: token ids [batch, length] in, the last hidden state [batch, length, hidden]
/// out. There is no attention mask: the generator only runs texts of equal length together, which wastes nothing on padding.
/// The operators are those that ONNX Runtime 1.31 runs fastest on a CPU with AVX-512: Gemm over all tokens at once with its bias, and
/// attention from plain products; its MultiHeadAttention and SkipLayerNormalization take a seventh more time for the whole model.
/// </summary>
internal sealed class BertGraph(BertShape shape, Func<string, float[]> weights)
{
    private static readonly int[] HeadsFirst = [0, 2, 1, 3];

    private readonly OnnxGraph _graph = new();

    public OnnxGraph Build()
    {
        var ids = _graph.Input("input_ids", OnnxElement.Int64, "batch", "length");
        var size = _graph.Node("Shape", [ids], "size");
        var byHead = Joined(size, "by_head", shape.Heads, shape.Hidden / shape.Heads);
        var byToken = _graph.Constant(OnnxTensor.Int64s("by_token", -1, shape.Hidden));
        var hidden = _graph.Node("Reshape", [Embed(ids), byToken], "tokens");
        hidden = Normalize(hidden, "embeddings");
        for (var layer = 0; layer < shape.Layers; layer++)
            hidden = Layer(hidden, $"encoder.layer.{layer}", byHead, byToken);
        _graph.Output(
            _graph.Node("Reshape", [hidden, Joined(size, "by_text", shape.Hidden)], "last_hidden_state"),
            OnnxElement.Float, "batch", "length", $"{shape.Hidden}");
        return _graph;
    }

    private string Embed(string ids)
    {
        // The published weights are half precision, so keeping this largest table so loses nothing and halves what it takes.
        var table = OnnxTensor.Halves("words", [shape.Vocabulary, shape.Hidden], () => weights("embeddings.word_embeddings.weight"));
        var half = _graph.Node("Gather", [_graph.Constant(table), ids], "word_half");
        var word = _graph.Node("Cast", [half], "word", attributes: ("to", (int)OnnxElement.Float));
        var length = _graph.Node("Shape", [ids], "length", attributes: [("start", 1), ("end", 2)]);
        var zero = _graph.Constant(OnnxTensor.Int64s("zero", 0));
        var position = _graph.Node("Slice", [PositionAndType(), zero, length, zero], "position");
        return _graph.Node("Add", [word, position], "embedded");
    }

    // A text alone has the token type 0 throughout, so that type's vector is part of every position's.
    private string PositionAndType() => _graph.Constant(OnnxTensor.Floats("position_and_type", [shape.Positions, shape.Hidden], () =>
    {
        var position = weights("embeddings.position_embeddings.weight");
        var type = weights("embeddings.token_type_embeddings.weight");
        for (var i = 0; i < position.Length; i++)
            position[i] += type[i % shape.Hidden];
        return position;
    }));

    private string Layer(string input, string name, string byHead, string byToken)
    {
        var mixed = Attention(input, $"{name}.attention.self", byHead, byToken);
        var attended = Linear(mixed, $"{name}.attention.output.dense", shape.Hidden, shape.Hidden);
        var first = Normalize(_graph.Node("Add", [attended, input], $"{name}.attended"), $"{name}.attention.output");
        var wide = Linear(first, $"{name}.intermediate.dense", shape.Hidden, shape.Intermediate);
        var activated = _graph.Node("Gelu", [wide], $"{name}.activated", OnnxGraph.Contrib);
        var narrow = Linear(activated, $"{name}.output.dense", shape.Intermediate, shape.Hidden);
        return Normalize(_graph.Node("Add", [narrow, first], $"{name}.added"), $"{name}.output");
    }

    private string Attention(string input, string name, string byHead, string byToken)
    {
        var query = Heads(input, $"{name}.query", byHead);
        var key = Heads(input, $"{name}.key", byHead);
        var value = Heads(input, $"{name}.value", byHead);
        var scale = 1 / MathF.Sqrt(shape.Hidden / shape.Heads);
        var scores = _graph.Node("FusedMatMul", [query, key], $"{name}.scores", OnnxGraph.Contrib, ("alpha", scale), ("transB", 1));
        var shares = _graph.Node("Softmax", [scores], $"{name}.shares", attributes: ("axis", -1));
        var mixed = _graph.Node("MatMul", [shares, value], $"{name}.mixed");
        return _graph.Node("Reshape", [Swapped(mixed), byToken], name);
    }

    // [batch * length, hidden] becomes [batch, head, length, hidden / heads].
    private string Heads(string input, string name, string byHead) =>
        Swapped(_graph.Node("Reshape", [Linear(input, name, shape.Hidden, shape.Hidden), byHead], $"{name}.by_head"));

    private string Swapped(string input) => _graph.Node("Transpose", [input], $"{input}.swapped", attributes: ("perm", HeadsFirst));

    private string Linear(string input, string name, int inputs, int outputs) =>
        _graph.Node("Gemm", [input, Transposed($"{name}.weight", inputs, outputs), Constant($"{name}.bias", outputs)], $"{name}.linear");

    private string Normalize(string input, string name) => _graph.Node(
        "LayerNormalization",
        [input, Constant($"{name}.LayerNorm.weight", shape.Hidden), Constant($"{name}.LayerNorm.bias", shape.Hidden)],
        $"{name}.normalized",
        attributes: ("epsilon", shape.NormEpsilon));

    private string Joined(string size, string name, params long[] rest) =>
        _graph.Node("Concat", [size, _graph.Constant(OnnxTensor.Int64s($"{name}.rest", rest))], name, attributes: ("axis", 0));

    private string Constant(string name, int size) => _graph.Constant(OnnxTensor.Floats(name, [size], () => weights(name)));

    // The file holds a layer's weights as [out, in]; the product over rows of tokens wants [in, out].
    private string Transposed(string name, int inputs, int outputs) => _graph.Constant(OnnxTensor.Floats(name, [inputs, outputs], () =>
    {
        var source = weights(name);
        var transposed = new float[source.Length];
        for (var row = 0; row < outputs; row++)
        {
            for (var column = 0; column < inputs; column++)
                transposed[column * outputs + row] = source[row * inputs + column];
        }
        return transposed;
    }));
}
