using Microsoft.ML.OnnxRuntime;
using PaperBot.Embedding.Tokens;

namespace PaperBot.Embedding;

/// <summary>A loaded graph: tokens in, one vector a token out. Safe for threads to share.</summary>
internal sealed class Encoder : IDisposable
{
    private readonly InferenceSession _session;
    private readonly string[] _inputs;
    private readonly string[] _outputs;

    private Encoder(InferenceSession session, EmbeddingModel model)
    {
        _session = session;
        _inputs = [.. session.InputMetadata.Keys];
        foreach (var input in _inputs.Except(["input_ids", "attention_mask", "token_type_ids"]))
            throw new EmbeddingModelException(
                $"The model {model.Name} wants the input {input}, which an encoder of one text has not; choose a sentence-transformers export.");
        // Exports name the tokens' vectors last_hidden_state or token_embeddings; a pooled vector beside them has one dimension less.
        _outputs = [.. session.OutputMetadata
            .Where(output => output.Value.ElementType == typeof(float) && output.Value.Dimensions.Length == 3)
            .Select(output => output.Key)
            .Take(1)];
        if (_outputs.Length == 0)
            throw new EmbeddingModelException(
                $"The model {model.Name} gives no vector for each token in single precision; choose an export with last_hidden_state.");
    }

    /// <param name="model">The model to load.</param>
    /// <param name="threads">
    /// Threads that share each operator; 0 takes one for each core. On two cores this is as fast as a text on each, answers a question sooner
    /// and needs half the memory.
    /// </param>
    /// <exception cref="EmbeddingModelException">The graph cannot be loaded or is not a text encoder.</exception>
    public static Encoder Load(EmbeddingModel model, int threads)
    {
        RuntimeTelemetry.Disable();
        using var options = new SessionOptions
        {
            IntraOpNumThreads = threads,
            InterOpNumThreads = 1,
            // Texts are of every length, and a memory plan for each length would only grow.
            EnableMemoryPattern = false,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
        };
        // Waiting threads sleep. Spinning, the default, wins a little on an idle machine and loses half the speed on a shared one.
        options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
        InferenceSession? session = null;
        try
        {
            session = new InferenceSession(model.GraphPath, options);
            return new Encoder(session, model);
        }
        catch (OnnxRuntimeException e)
        {
            throw new EmbeddingModelException($"The model {model.Name} cannot be loaded ({e.Message.Trim().TrimEnd('.')}); install it again.", e);
        }
        catch (EmbeddingModelException)
        {
            session?.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Runs texts that all have the same number of tokens; <paramref name="read"/> gets each text's place and its vectors, token after token.
    /// </summary>
    public void Run(IReadOnlyList<TokenizedText> texts, Action<int, ReadOnlySpan<float>> read)
    {
        var length = texts[0].Length;
        var ids = new long[texts.Count * length];
        for (var i = 0; i < texts.Count; i++)
            texts[i].Ids.CopyTo(ids, i * length);
        var inputs = Array.ConvertAll(_inputs, name => OrtValue.CreateTensorValueFromMemory(Values(name, ids), [texts.Count, length]));
        try
        {
            using var run = new RunOptions();
            using var outputs = _session.Run(run, _inputs, inputs, _outputs);
            var vectors = outputs[0].GetTensorDataAsSpan<float>();
            var size = vectors.Length / texts.Count;
            for (var i = 0; i < texts.Count; i++)
                read(i, vectors.Slice(i * size, size));
        }
        finally
        {
            foreach (var input in inputs)
                input.Dispose();
        }
    }

    public void Dispose() => _session.Dispose();

    // Texts of one length need no padding, so every position counts; a text alone has the token type 0 throughout.
    private static long[] Values(string input, long[] ids)
    {
        if (input == "input_ids")
            return ids;
        var values = new long[ids.Length];
        if (input == "attention_mask")
            Array.Fill(values, 1);
        return values;
    }
}
