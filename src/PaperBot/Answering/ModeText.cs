namespace PaperBot.Answering;

/// <summary>Who wrote what people read, in a sentence that holds wherever it is read.</summary>
internal static class ModeText
{
    public const string Local = "Local answer, in the abstracts' own words.";

    public static string Of(Answer answer) => answer.IsFinishedLocally
        ? $"Begun by {answer.Mode} and finished in the abstracts' own words; every sentence is checked against its paper."
        : Of(answer.Mode);

    /// <param name="mode">As in <see cref="Answer.Mode"/>.</param>
    public static string Of(string mode) => mode == Answer.LocalMode ? Local : $"Written by {mode}; every sentence is checked against its paper.";
}
