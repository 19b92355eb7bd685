using System.Globalization;
using PaperBot.Answering;
using PaperBot.Papers;
using PaperBot.Terminal.Output;
using Spectre.Console;

namespace PaperBot.Terminal.Views;

/// <summary>An answer for people: its sentences with their marks, then what the marks stand for; or why there is none.</summary>
internal static class AnswerView
{
    public static void Write(TerminalOutput output, Answer answer)
    {
        if (answer.Refusal is { } refusal)
        {
            output.Write(new Paragraph(PrintableText.Line(Advice.On(refusal)) + "\n"));
            if (answer.Citations.Count == 0)
                return;
            output.Write(new Paragraph("\nNearest papers\n", Styles.Strong));
        }
        else
        {
            output.Write(Sentences(answer));
            output.Write(new Paragraph("\nSources\n", Styles.Strong));
        }

        // A paper that bears several sentences is cited with a quote for each.
        output.Write(Sources.View(answer.Citations.DistinctBy(citation => citation.Number).Select(citation => (citation.Number, citation.Paper))));
        if (answer.Refusal is null)
            output.Write(new Paragraph($"\n{ModeText.Of(answer)}\n", Styles.Quiet));
    }

    /// <summary>The sentences as one text with their marks: "… of the index. [1] It …".</summary>
    public static string Text(Answer answer) => string.Join(' ', answer.Sentences.Select(sentence => $"{PaperText.Readable(sentence.Text)} {Marks(sentence)}"));

    private static Paragraph Sentences(Answer answer)
    {
        var text = new Paragraph();
        foreach (var sentence in answer.Sentences)
            text.Append(PaperText.Readable(sentence.Text) + " ").Append(Marks(sentence), Styles.Mark).Append(" ");
        return text.Append("\n");
    }

    private static string Marks(AnswerSentence sentence) => string.Concat(sentence.Citations.Select(n => string.Create(CultureInfo.InvariantCulture, $"[{n}]")));
}
