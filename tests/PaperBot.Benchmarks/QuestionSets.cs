using PaperBot.Benchmarks.Training.Answers;

namespace PaperBot.Benchmarks;

/// <summary>The two sets of questions, copied beside the program.</summary>
internal static class QuestionSets
{
    public static IReadOnlyList<KnownQuestion> Page { get; } = Read("page.jsonl");

    public static IReadOnlyList<KnownQuestion> Arxiv { get; } = Read("arxiv.jsonl");

    private static IReadOnlyList<KnownQuestion> Read(string file) => KnownQuestion.Read(Path.Combine(AppContext.BaseDirectory, "questions", file));
}
