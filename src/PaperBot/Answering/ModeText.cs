namespace PaperBot.Answering;

/// <summary>Who wrote what people read, in a sentence that holds wherever it is read.</summary>
internal static class ModeText
{
    public const string Local = "Local answer, in the abstracts' own words.";

    public static string Of(Answer answer) =>
        answer.IsLocal ? Local
        : answer.IsFinishedLocally ? $"Begun by {answer.Mode} and finished in the abstracts' own words; every sentence is checked against its paper."
        : $"Written by {answer.Mode}; every sentence is checked against its paper.";
}
