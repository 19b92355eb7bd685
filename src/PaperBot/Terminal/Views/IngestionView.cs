using PaperBot.Ingestion;
using PaperBot.Papers;
using PaperBot.Terminal.Output;
using Spectre.Console;

namespace PaperBot.Terminal.Views;

/// <summary>What became of the records of a file.</summary>
internal static class IngestionView
{
    // The first few tell what is wrong; --json has more.
    private const int MostTold = 20;

    public static void WriteRejections(TerminalOutput output, string file, IngestionReport report)
    {
        foreach (var rejection in report.Rejections.Take(MostTold))
            output.Notice($"{PrintableText.Line(file)}, line {rejection.Line}: {PrintableText.Line(rejection.Reason)}");
        if (report.Rejected > MostTold)
            output.Notice($"{PrintableText.Line(file)}: {report.Rejected - MostTold:N0} more records were rejected; --json lists up to 1,000.");
    }

    public static void Write(TerminalOutput output, IReadOnlyList<IngestionReport> reports, long embedded)
    {
        var rejected = reports.Sum(report => (long)report.Rejected);
        output.Write(new Paragraph(
            $"{reports.Sum(report => (long)report.Added):N0} added, {reports.Sum(report => (long)report.Updated):N0} updated, " +
            $"{reports.Sum(report => (long)report.Unchanged):N0} unchanged" + (rejected > 0 ? $", {rejected:N0} rejected" : "") + $"; {embedded:N0} embedded\n"));
    }
}
