using PaperBot.Answering.Support;
using PaperBot.Papers;

namespace PaperBot.Answering.Extractive.Summaries;

/// <summary>
/// The sentences of an abstract that a summary or a comparison reads. The library takes abstracts of up to 50,000 characters, some
/// of which are tables or no text at all; what is left out here is nothing that anyone would quote, and bounds the work on the
/// rest: patterns may look through a sentence once for every place in it.
/// </summary>
internal static class QuotableSentences
{
    /// <summary>Sentences further down are not read.</summary>
    public const int Most = 64;

    /// <summary>Characters of a sentence; longer ones are left out. Sentences of abstracts have about 150.</summary>
    public const int Longest = 1_000;

    /// <summary>Characters of all of them together: five times what arXiv takes as an abstract.</summary>
    public const int LongestTogether = 10_000;

    /// <summary>Characters without a space, or of nothing but space: longer than any word, formula or address in prose.</summary>
    public const int LongestRun = 200;

    /// <returns>Verbatim, in their order.</returns>
    public static IReadOnlyList<string> Of(Paper paper) => Of(SentenceSplitter.Split(paper.Abstract));

    /// <inheritdoc cref="Of(Paper)"/>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> sentences)
    {
        var quotable = new List<string>();
        var together = 0;
        foreach (var sentence in sentences.Take(Most))
        {
            if (sentence.Length > Longest || HasLongRun(sentence) || PlantedInstructions.IsOne(sentence))
                continue;
            together += sentence.Length;
            if (together > LongestTogether)
                break;
            quotable.Add(sentence);
        }
        return quotable;
    }

    private static bool HasLongRun(string sentence)
    {
        var start = 0;
        for (var i = 1; i < sentence.Length; i++)
        {
            if (char.IsWhiteSpace(sentence[i]) != char.IsWhiteSpace(sentence[start]))
                start = i;
            else if (i - start >= LongestRun)
                return true;
        }
        return false;
    }
}
