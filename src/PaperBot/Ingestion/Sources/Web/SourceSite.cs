namespace PaperBot.Ingestion.Sources.Web;

/// <summary>Who is asked, and how often.</summary>
/// <param name="Name">As people call it: arXiv.</param>
/// <param name="Interval">Between the beginnings of two requests.</param>
/// <param name="KeySetting">The setting that holds its key; null where it takes none.</param>
internal sealed record SourceSite(string Name, TimeSpan Interval, string? KeySetting = null);
