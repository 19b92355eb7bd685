using System.Text.Json;
using PaperBot.Papers;

namespace PaperBot.Benchmarks.Training.Answers;

/// <summary>A question with what is known of its answer.</summary>
/// <param name="Kind"><c>answerable</c>, <c>unanswerable</c>, <c>offtopic</c> or <c>instruction</c>.</param>
/// <param name="Papers">Titles or arXiv ids of the papers that answer it.</param>
/// <param name="Expect">Pieces of text, any of which a right sentence holds, whatever its case.</param>
/// <param name="Split"><c>tune</c> may be learned from; <c>report</c> is for the figures alone.</param>
internal sealed record KnownQuestion(string Id, string Question, string Kind, string[] Papers, string[] Expect, string Split)
{
    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web);

    public bool IsAnswerable => Kind == "answerable";

    public static IReadOnlyList<KnownQuestion> Read(string path) =>
        [.. File.ReadLines(path).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<KnownQuestion>(line, Names)!)];

    public bool IsFrom(Paper paper) => Papers.Any(known => paper.Key.Id == known || TitleText.Normalize(known) == TitleText.Normalize(paper.Title));

    public bool IsRight(Paper paper, string sentence) =>
        IsFrom(paper) && Expect.Any(piece => sentence.Contains(piece, StringComparison.OrdinalIgnoreCase));
}
