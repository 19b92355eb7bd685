namespace PaperBot.Embedding.Graphs;

/// <summary>
/// Builds the ONNX graph of a BERT encoder from its weights: token ids [batch, length] in, the last hidden state [batch, length, hidden]
/// out. There is no attention mask: the generator only runs texts of equal length together, which wastes nothing on padding and lets
/// ONNX Runtime use its fastest attention kernel.
/// </summary>
internal sealed class BertGraph(BertShape shape, Func<string, float[]> weights)
{
    private readonly OnnxGraph _graph = new();

    public OnnxGraph Build()
    {
        var ids = _graph.Input("input_ids", OnnxElement.Int64, "batch", "length");
        var hidden = Embed(ids);
        for (var layer = 0; layer < shape.Layers; layer++)
            hidden = Layer(hidden, $"encoder.layer.{layer}", last: layer == shape.Layers - 1);
        _graph.Output(hidden, OnnxElement.Float, "batch", "length", $"{shape.Hidden}");
        return _graph;
    }

    private string Embed(string ids)
    {
        var word = _graph.Node("Gather", [Constant("embeddings.word_embeddings.weight", shape.Vocabulary, shape.Hidden), ids], "word");
        var length = _graph.Node("Shape", [ids], "length", attributes: [("start", 1), ("end", 2)]);
        var zero = _graph.Constant(OnnxTensor.Int64s("zero", 0));
        var position = _graph.Node("Slice", [PositionAndType(), zero, length, zero], "position");
        var sum = _graph.Node("Add", [word, position], "embedded");
        return _graph.Node("LayerNormalization", [sum, .. Norm("embeddings.LayerNorm")], "embeddings", attributes: [("epsilon", shape.NormEpsilon)]);
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

    private string Layer(string input, string name, bool last)
    {
        var attended = Attention(input, $"{name}.attention.self");
        var projected = _graph.Node("MatMul", [attended, Transposed($"{name}.attention.output.dense.weight", shape.Hidden, shape.Hidden)], $"{name}.projected");
        var first = AddAndNormalize(projected, input, $"{name}.attention.output", $"{name}.attended");
        var wide = _graph.Node("MatMul", [first, Transposed($"{name}.intermediate.dense.weight", shape.Hidden, shape.Intermediate)], $"{name}.wide");
        var activated = _graph.Node("BiasGelu", [wide, Constant($"{name}.intermediate.dense.bias", shape.Intermediate)], $"{name}.activated", OnnxGraph.Contrib);
        var narrow = _graph.Node("MatMul", [activated, Transposed($"{name}.output.dense.weight", shape.Intermediate, shape.Hidden)], $"{name}.narrow");
        return AddAndNormalize(narrow, first, $"{name}.output", last ? "last_hidden_state" : name);
    }

    private string Attention(string input, string name)
    {
        string[] parts = ["query", "key", "value"];
        var projections = parts.Select(part =>
            _graph.Node("MatMul", [input, Transposed($"{name}.{part}.weight", shape.Hidden, shape.Hidden)], $"{name}.{part}")).ToArray();
        var bias = _graph.Constant(OnnxTensor.Floats($"{name}.bias", [3 * shape.Hidden], () => [.. parts.SelectMany(part => weights($"{name}.{part}.bias"))]));
        return _graph.Node("MultiHeadAttention", [.. projections, bias], name, OnnxGraph.Contrib, ("num_heads", shape.Heads));
    }

    private string AddAndNormalize(string input, string skip, string name, string output) => _graph.Node(
        "SkipLayerNormalization",
        [input, skip, .. Norm($"{name}.LayerNorm"), Constant($"{name}.dense.bias", shape.Hidden)],
        output,
        OnnxGraph.Contrib,
        ("epsilon", shape.NormEpsilon));

    private string[] Norm(string name) => [Constant($"{name}.weight", shape.Hidden), Constant($"{name}.bias", shape.Hidden)];

    private string Constant(string name, params int[] size) => _graph.Constant(OnnxTensor.Floats(name, size, () => weights(name)));

    // The file holds a layer's weights as [out, in]; MatMul wants [in, out].
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
