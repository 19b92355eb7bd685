using System.Text.Json.Serialization;
using PaperBot.Ingestion;

namespace PaperBot.Terminal.Json;

/// <param name="Rejected">The first 1,000 of each file.</param>
internal sealed record IngestionDocument(long Added, long Updated, long Unchanged, IReadOnlyList<RejectionDocument> Rejected, long Embedded, double ElapsedMs)
{
    public static IngestionDocument Of(IReadOnlyList<(string File, IngestionReport Report)> files, bool severalFiles, long embedded, double elapsedMs) => new(
        files.Sum(file => (long)file.Report.Added),
        files.Sum(file => (long)file.Report.Updated),
        files.Sum(file => (long)file.Report.Unchanged),
        [.. files.SelectMany(file => file.Report.Rejections.Select(rejection => new RejectionDocument(rejection.Line, rejection.Reason, severalFiles ? file.File : null)))],
        embedded,
        elapsedMs);
}

/// <param name="File">There when several files were named.</param>
internal sealed record RejectionDocument(int Line, string Reason, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? File);
