namespace PaperBot.Retrieval;

/// <summary>What people should know of how a search was made.</summary>
internal enum SearchNotice
{
    /// <summary>It was whole.</summary>
    None,

    /// <summary>No embedding model could be used, so it went by keywords alone.</summary>
    MissingModel,
}
