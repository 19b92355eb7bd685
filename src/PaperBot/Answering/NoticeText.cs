using PaperBot.Retrieval;

namespace PaperBot.Answering;

/// <summary>What people should know of how they were answered, in a sentence that holds wherever it is read.</summary>
internal static class NoticeText
{
    public const string OtherPapers = "The papers spoken of do not say this; the answer is from others.";

    /// <returns>Null when there is nothing to tell.</returns>
    public static string? Of(SearchNotice notice) => notice switch
    {
        SearchNotice.MissingModel => "No embedding model can be used, so this searched by keywords alone.",
        _ => null,
    };
}
