using System.Numerics.Tensors;
using System.Reflection;
using System.Text.Json;

namespace PaperBot.Answering.Extractive.Questions;

/// <summary>
/// Weights of two logistic regressions: does this sentence answer, and is the question answered at all. Trained by
/// <c>train answers</c> of the benchmarks; one set for a library with embeddings, one for keywords alone.
/// </summary>
/// <param name="Sentence">By <see cref="SentenceFeatures.Names"/>.</param>
/// <param name="Answerable">By <see cref="AnswerabilityFeatures.Names"/>.</param>
/// <param name="Threshold">Log-odds of being answered below which a question is refused.</param>
internal sealed record AnswerWeights(double[] Sentence, double[] Answerable, double Threshold)
{
    private static readonly Lazy<Dictionary<string, AnswerWeights>> Trained = new(Read);

    public static AnswerWeights WithVectors => Trained.Value["vectors"];

    public static AnswerWeights KeywordsAlone => Trained.Value["keywords"];

    public static double Dot(double[] weights, double[] features) => TensorPrimitives.Dot<double>(weights, features);

    private static Dictionary<string, AnswerWeights> Read()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("answers.weights.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, AnswerWeights>>(file)!;
    }
}
