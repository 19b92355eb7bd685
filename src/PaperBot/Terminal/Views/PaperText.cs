using System.Globalization;
using PaperBot.Papers;
using PaperBot.Terminal.Output;

namespace PaperBot.Terminal.Views;

/// <summary>How the parts of a paper read on a terminal and in JSON titles: without LaTeX, safe to print.</summary>
internal static class PaperText
{
    public static string Title(Paper paper) => Readable(paper.Title);

    /// <summary>"Title (2021)".</summary>
    public static string TitleAndYear(Paper paper) =>
        paper.Published is { } date ? string.Create(CultureInfo.InvariantCulture, $"{Title(paper)} ({date.Year})") : Title(paper);

    /// <summary>One line of what a paper or a person wrote.</summary>
    public static string Readable(string text) => PrintableText.Line(LatexText.ToReadable(text));

    /// <returns>Where to read the paper; null when nobody says so.</returns>
    public static string? Link(Paper paper) => paper.Url ?? PaperUrl.Of(paper.Key);

    /// <summary>The first few authors, and how many more there are.</summary>
    public static string Authors(Paper paper, int most) => paper.Authors.Count <= most
        ? string.Join(", ", paper.Authors.Select(Readable))
        : $"{string.Join(", ", paper.Authors.Take(most).Select(Readable))} and {paper.Authors.Count - most} more";

    /// <summary>What is known of a paper besides its text, with dots between.</summary>
    public static string Facts(params IEnumerable<string?> facts) =>
        string.Join(" · ", facts.Where(fact => !string.IsNullOrWhiteSpace(fact)).Select(fact => Readable(fact!)));
}
