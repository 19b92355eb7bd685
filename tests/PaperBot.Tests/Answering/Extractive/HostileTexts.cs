namespace PaperBot.Tests.Answering.Extractive;

/// <summary>Abstracts that the library takes and nobody wrote for reading; patterns that look back and forth would never be done with them.</summary>
internal static class HostileTexts
{
    private static readonly (string Piece, int Count, string Tail)[] Runs =
    [
        ("1,", 25_000, ""), ("A", 49_000, "$"), ("((", 20_000, ""), ("of the ", 7_000, ""), ("a-", 20_000, ""), ("a", 49_000, ""), ("1", 49_000, ""),
        (".", 49_000, "a"), (" ", 49_000, "a"), ("$", 49_000, ""), ("A ", 24_000, ""), ("to ", 16_000, ""), ("1 ", 24_000, ""), ("we show that ", 3_000, ""),
        ("(", 24_000, new string(')', 24_000)), (". A", 16_000, ""), ("We ", 16_000, ""), ("On A, ", 8_000, ""), ("our model (", 4_000, ""), ("A/", 24_000, ""),
    ];

    // As one run, as sentences just short enough to be read, and as sentences whose words are just short enough.
    public static TheoryData<string> All =>
    [
        .. Runs.Select(Whole), .. Runs.Select(run => Cut(Whole(run), 950, 950)), .. Runs.Select(run => Cut(Whole(run), 190, 950)),
        string.Concat(Runs.Select(run => Whole(run)[..2_400])),
        .. new[] { 0, 7 }.Select(shift => string.Concat(Enumerable.Range(0, 5_500).Select(i => $"Name{i + shift} "))),
        Cut(string.Concat(Enumerable.Range(0, 6_000).Select(i => $"Net{i} x ")), 950, 950),
    ];

    private static string Whole((string Piece, int Count, string Tail) run) => string.Concat(Enumerable.Repeat(run.Piece, run.Count)) + run.Tail;

    private static string Cut(string text, int word, int sentence)
    {
        var words = text.Chunk(word).Select(part => new string(part));
        return "We propose a net. " + string.Concat(words.Chunk(sentence / word).Take(48).Select(part => $"We show {string.Join(' ', part)}. "));
    }
}
