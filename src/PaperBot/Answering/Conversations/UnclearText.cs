namespace PaperBot.Answering.Conversations;

/// <summary>What is not clear, in a sentence that holds wherever it is read.</summary>
internal static class UnclearText
{
    public static string Of(Understood.Unclear unclear) => unclear.Reason switch
    {
        UnclearReason.NothingSpokenOf => "No paper was spoken of here yet, so I do not know which one you mean. Name it by its title or id.",
        UnclearReason.OnlyOnePaper => "Only one paper was spoken of here. Name the other by its title or id.",
        _ when unclear.Papers.Count == 1 => "There was only one paper here. Name another by its title or id.",
        _ => $"There were only {unclear.Papers.Count} papers here. Name another by its title or id.",
    };
}
