using System.Text.RegularExpressions;
using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Answering.Support;

/// <summary>The names of a sentence: acronyms, words with capitals or digits inside, and capitalized words that do not begin it.</summary>
internal static partial class StatedNames
{
    private const int MostInitials = 6;

    /// <summary>Whether a word is a name wherever it stands: an acronym, or one with a capital or a digit inside.</summary>
    public static bool IsOne(string word) => char.IsLetter(word[0]) && word.Skip(1).Any(letter => char.IsUpper(letter) || char.IsDigit(letter));

    public static IEnumerable<string> In(string sentence)
    {
        foreach (Match match in Name().Matches(sentence))
        {
            var name = match.Value.TrimEnd('-');
            var begins = !sentence[..match.Index].Any(char.IsLetterOrDigit);
            if (StatedNumbers.IsQuantity(name))
                continue;
            if (name.Skip(1).Any(letter => char.IsUpper(letter) || char.IsDigit(letter)) || (char.IsUpper(name[0]) && !begins && name.Length > 1))
                yield return name;
        }
    }

    /// <summary>All that may be named of a text, each in the one form that <see cref="Form"/> gives.</summary>
    public static IReadOnlySet<string> Bearing(string text)
    {
        var forms = new HashSet<string>(StringComparer.Ordinal);
        var words = Word().Matches(text).Select(word => word.Value).ToList();
        foreach (var word in words)
        {
            forms.Add(Form(word));
            foreach (var part in word.Split('-', StringSplitOptions.RemoveEmptyEntries))
                forms.Add(Form(part));
        }

        foreach (Match name in Name().Matches(text))
            forms.Add(Form(name.Value));

        // "Approximate nearest neighbour" is ANN, with or without its small words.
        var parts = words.SelectMany(word => word.Split('-', StringSplitOptions.RemoveEmptyEntries)).Where(part => part.Length > 0).ToList();
        for (var start = 0; start < parts.Count; start++)
        {
            if (start + 1 < parts.Count)
                forms.Add(Form(parts[start] + parts[start + 1]));
            var initials = "";
            for (var i = start; i < parts.Count && initials.Length < MostInitials; i++)
            {
                initials += Diacritics.Strip(char.ToLowerInvariant(parts[i][0]));
                if (initials.Length > 2 && !StopWords.Contains(parts[i]) && !StopWords.Contains(parts[start]))
                    forms.Add(initials);
            }
        }

        return forms;
    }

    /// <summary>Lower-case letters and digits alone, without the s of a plural.</summary>
    public static string Form(string name)
    {
        var form = string.Concat(name.Where(char.IsLetterOrDigit).Select(letter => Diacritics.Strip(char.ToLowerInvariant(letter))));
        return form.Length > 3 && form[^1] == 's' ? form[..^1] : form;
    }

    public static bool IsBorne(string name, IReadOnlySet<string> forms) =>
        forms.Contains(Form(name)) || (name.Contains('-', StringComparison.Ordinal) && !name.Any(char.IsDigit)
            && name.Split('-', StringSplitOptions.RemoveEmptyEntries).All(part => forms.Contains(Form(part))));

    [GeneratedRegex(@"[\p{L}\p{N}]*\p{Lu}[\p{L}\p{N}\p{Mn}]*(?:-[\p{L}\p{N}]+)*|\p{Ll}+-?\d[\p{L}\p{N}]*(?:\.\d+)?")]
    private static partial Regex Name();

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}\p{Mn}]*(?:[-.][\p{L}\p{N}]+)*")]
    private static partial Regex Word();
}
