using System.Globalization;
using PaperBot.Papers;

namespace PaperBot.Bot.Rendering;

/// <summary>What is known of a paper besides its text, on one line.</summary>
internal static class PaperFacts
{
    private const int LongestName = 60;
    private const int FewAuthors = 3;

    /// <summary>"Ada Lovelace, Grace Hopper et al. · 2021 · ICLR"; empty when nothing is known.</summary>
    public static string Short(Paper paper) => Join(
    [
        // First, for what is long is cut at its end.
        paper.Withdrawn ? "withdrawn" : null, Authors(paper, FewAuthors), paper.Published?.Year.ToString(CultureInfo.InvariantCulture), paper.Venue,
    ]);

    /// <summary>"2021-03-04 · ICLR · cs.LG, cs.IR · arxiv:2111.08566".</summary>
    public static string Whole(Paper paper) =>
        Join([paper.Published?.ToString(), paper.Venue, string.Join(", ", paper.Categories.Take(6)), paper.Key.Value]);

    /// <summary>The first few, and that there are more.</summary>
    public static string Authors(Paper paper, int most)
    {
        var names = string.Join(", ", paper.Authors.Take(most).Select(name => SafeText.Line(name, LongestName)));
        return paper.Authors.Count <= most ? names : most == FewAuthors ? $"{names} et al." : $"{names} and {paper.Authors.Count - most:N0} more";
    }

    private static string Join(IEnumerable<string?> facts) =>
        string.Join(" · ", facts.Select(fact => SafeText.Line(fact ?? "", 200)).Where(fact => fact.Length > 0));
}
