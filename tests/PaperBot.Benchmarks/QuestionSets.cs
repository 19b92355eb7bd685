using PaperBot.Benchmarks.Training.Answers;

namespace PaperBot.Benchmarks;

/// <summary>The sets of questions, copied beside the program.</summary>
internal static class QuestionSets
{
    /// <summary>Of the trending page and the sample library, those in everyday words included.</summary>
    public static IReadOnlyList<KnownQuestion> Page { get; } = [.. Read("page.jsonl"), .. Read("everyday.jsonl")];

    public static IReadOnlyList<KnownQuestion> Arxiv { get; } = Read("arxiv.jsonl");

    private static IReadOnlyList<KnownQuestion> Read(string file) => KnownQuestion.Read(Path.Combine(AppContext.BaseDirectory, "questions", file));
}
