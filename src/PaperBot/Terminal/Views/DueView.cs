using System.Globalization;
using PaperBot.Digests.Subscriptions;
using PaperBot.Papers;
using PaperBot.Terminal.Output;
using Spectre.Console;

namespace PaperBot.Terminal.Views;

/// <summary>Subscriptions, those that are due first.</summary>
internal static class DueView
{
    public static void Write(TerminalOutput output, IReadOnlyList<(Subscription Subscription, DateTimeOffset? Next)> listed, DateTimeOffset asOf)
    {
        var table = PaperTable.New("#", "About", "Comes", "Next");
        table.Columns[0].RightAligned();
        foreach (var (subscription, next) in listed)
            table.AddRow(
                new Text(subscription.Id.ToString(CultureInfo.InvariantCulture), Styles.Quiet),
                new Text(InterestText.Of(subscription.Interest)),
                new Text(PrintableText.Line(Schedule.Describe(subscription.Timing)), Styles.Quiet),
                subscription.Paused is { } why
                    ? new Text(PrintableText.Line($"paused: {why}"), Styles.Warning)
                    : new Text(Next(next, asOf), next <= asOf ? Styles.Mark : Styles.Plain));
        output.Out.Write(table);
    }

    private static string Next(DateTimeOffset? next, DateTimeOffset asOf) => next is not { } at
        ? "never" : string.Create(CultureInfo.InvariantCulture, $"{(at <= asOf ? "due since " : "")}{at.UtcDateTime:yyyy-MM-dd HH:mm} UTC");
}
