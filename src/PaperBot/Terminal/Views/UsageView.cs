using System.Globalization;
using PaperBot.LanguageModels.Usage;
using PaperBot.Papers;
using PaperBot.Terminal.Output;
using Spectre.Console;

namespace PaperBot.Terminal.Views;

/// <summary>What a language model took and gave in the last days, and its last failures; nothing where none was ever asked.</summary>
internal static class UsageView
{
    public static void Write(TerminalOutput output, RecentUsage usage)
    {
        if (usage.Days.Count == 0 && usage.Failures.Count == 0)
            return;
        var grid = new Grid()
            .AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(0, 0, 3, 0) })
            .AddColumn(new GridColumn { Padding = new Padding(0) });
        Row("Tokens today", Number(usage.TokensToday) + (usage.TokensPerDay is { } most ? $" of {Number(most)}" : ""));
        foreach (var day in usage.Days)
            Row(
                day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                $"{Plural.Of(day.Tokens, "token")}, {Plural.Of(day.Calls, "call")}, {Number(day.Failures)} failed, "
                + (day.People == 1 ? "1 person" : $"{Number(day.People)} people"));
        foreach (var failure in usage.Failures)
            Row("Not answered", $"{failure.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC: {failure.Message}");
        output.Write(grid);

        void Row(string name, string value) => grid.AddRow(new Text(name, Styles.Quiet), new Text(PrintableText.Line(value)));
    }

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
