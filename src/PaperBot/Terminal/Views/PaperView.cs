using PaperBot.Papers;
using PaperBot.Terminal.Output;
using Spectre.Console;

namespace PaperBot.Terminal.Views;

/// <summary>Everything the library knows of one paper.</summary>
internal static class PaperView
{
    private const int MostAuthors = 12;

    public static void Write(TerminalOutput output, Paper paper)
    {
        output.Write(new Paragraph(PaperText.Title(paper) + "\n", Styles.Strong));
        if (paper.Authors.Count > 0)
            output.Write(new Paragraph(PaperText.Authors(paper, MostAuthors) + "\n"));
        if (PaperText.Facts([paper.Published?.ToString(), paper.Venue, .. paper.Categories]) is { Length: > 0 } facts)
            output.Write(new Paragraph(facts + "\n", Styles.Quiet));
        output.Write(new Paragraph(PaperText.Facts(paper.Key.Value, PaperText.Link(paper), $"from {paper.Source}") + "\n", Styles.Quiet));
        if (paper.Withdrawn)
            output.Write(new Paragraph("\nThis paper was withdrawn.\n", Styles.Warning));
        output.Write(new Paragraph("\n" + (paper.Abstract.Length > 0 ? PaperText.Readable(paper.Abstract) : "The library has no abstract of it.") + "\n"));
    }
}
