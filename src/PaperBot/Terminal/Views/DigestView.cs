using System.Globalization;
using PaperBot.Digests.Delivery;
using PaperBot.Papers;
using PaperBot.Terminal.Output;
using Spectre.Console;

namespace PaperBot.Terminal.Views;

/// <summary>A digest that was not sent: its papers, each with what it says and why it is there.</summary>
internal static class DigestView
{
    public static void Write(TerminalOutput output, Digest digest)
    {
        output.Write(new Paragraph($"New papers: {InterestText.Of(digest.Subscription.Interest)}\n", Styles.Strong));
        output.Write(new Paragraph(
            string.Create(CultureInfo.InvariantCulture, $"{Plural.Of(digest.Candidates, "new paper")} looked at, as of {digest.DueAt:yyyy-MM-dd HH:mm} UTC\n"),
            Styles.Quiet));
        if (digest.Items.Count == 0)
        {
            output.Write(new Paragraph("\nNothing worth your time.\n"));
            return;
        }

        var table = PaperTable.New("#", "Paper", "Why");
        table.Columns[0].RightAligned();
        for (var i = 0; i < digest.Items.Count; i++)
        {
            var item = digest.Items[i];
            var title = PaperText.TitleAndYear(item.Paper) + (item.Tldr.Length > 0 ? $"\n{PaperText.Readable(item.Tldr)}" : "");
            table.AddRow(
                new Text((i + 1).ToString(CultureInfo.InvariantCulture), Styles.Quiet), PaperTable.Cell(item.Paper, title),
                new Text(PaperText.Readable(item.Why), Styles.Quiet));
        }

        output.Out.Write(table);
    }
}
