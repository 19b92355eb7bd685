using PaperBot.Papers;

namespace PaperBot.Answering.Extractive;

/// <param name="Text">Lower-case.</param>
/// <param name="Start">Where it begins in the text that it was found in.</param>
internal readonly record struct Word(string Text, int Start);

/// <summary>The words of a text as ROUGE counts them: lower-case runs of a-z and 0-9, everything else between them.</summary>
internal static class Words
{
    public static List<Word> Find(string text)
    {
        var words = new List<Word>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var inside = i < text.Length && char.IsAsciiLetterOrDigit(text[i]);
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                words.Add(new Word(text[start..i].ToLowerInvariant(), start));
                start = -1;
            }
        }
        return words;
    }

    public static List<string> Of(string text) => Find(text).ConvertAll(word => word.Text);

    /// <summary>Stemmed where longer than three letters, as ROUGE-1.5.5 does.</summary>
    public static string Stem(string word) => word.Length > 3 ? PorterStemmer.Stem(word) : word;
}
