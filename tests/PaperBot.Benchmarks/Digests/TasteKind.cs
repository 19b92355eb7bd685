namespace PaperBot.Benchmarks.Digests;

/// <summary>
/// Of what a simulated reader's taste is made. Ranking learns how liked papers are filed, so it can say a taste in filings exactly; what it
/// makes of texts alone is told by the tastes in words and in likeness. Figures of all readers together are about the mixture.
/// </summary>
internal enum TasteKind
{
    /// <summary>Papers that their authors filed under a certain category beside the field.</summary>
    Filing,

    /// <summary>Papers with any of a few telling words of two papers.</summary>
    Words,

    /// <summary>The tenths of the field whose words are most like those of two papers.</summary>
    Likeness,

    /// <summary>Papers of a filing or with certain words, but not those of another filing or with other words.</summary>
    Mixed,
}
