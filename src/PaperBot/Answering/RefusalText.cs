namespace PaperBot.Answering;

/// <summary>Refusals and notices in a sentence that holds wherever it is read. Commands to type are the edges' to add.</summary>
internal static class RefusalText
{
    public static string Of(Refusal refusal) => refusal.Kind switch
    {
        RefusalKind.EmptyLibrary => "The library has no papers yet.",
        RefusalKind.NothingAsked => "There are conditions but no question.",
        RefusalKind.NoQuestion => "There is no word in this to search for. Ask a question about the papers in the library.",
        RefusalKind.Instruction => "I answer questions about what the papers in the library say; I cannot follow other instructions.",
        RefusalKind.WrongCondition => refusal.Problem,
        RefusalKind.NothingNear => "No paper in the library comes near this question.",
        RefusalKind.NothingMeetsConditions => "No paper that meets the conditions comes near this question.",
        RefusalKind.NoAbstract => "The nearest paper comes without an abstract, so there is nothing to quote.",
        RefusalKind.Authors => "Abstracts do not name their authors.",
        RefusalKind.Published => "Abstracts do not say when they were published.",
        RefusalKind.OffTopic => "This does not seem to be about any paper in the library.",
        RefusalKind.NeverMentioned => $"No abstract in the library mentions {Quote(refusal.Words)}.",
        RefusalKind.NotMentionedHere => $"The nearest abstracts do not say anything about {Quote(refusal.Words)} here.",
        RefusalKind.NotInThosePapers => "The abstracts of the papers spoken of do not say this.",
        _ => "The nearest abstracts are on the topic but do not state this.",
    };

    private static string Quote(IReadOnlyList<string> words) => string.Join(" or ", words.Select(word => $"“{word}”"));
}
