using PaperBot.Papers;

namespace PaperBot.Ingestion.Sources;

/// <summary>One record of a source: a paper, or why it is none.</summary>
/// <param name="Line">Where the record starts, from 1.</param>
internal sealed record SourceRecord(int Line, Paper? Paper, Rejection? Rejection);

/// <param name="Reason">One plain sentence.</param>
internal sealed record Rejection(int Line, string Reason);
