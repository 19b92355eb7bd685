namespace PaperBot.Papers;

/// <summary>
/// Cuts English words to their stems: "propose", "proposed" and "proposing" become "propos".
/// M. F. Porter, An algorithm for suffix stripping, Program 14(3), 1980, as published, without the later departures
/// of its author's own implementation, except that words of one or two letters stay as they are.
/// </summary>
internal static class PorterStemmer
{
    private static readonly (string Suffix, string Stem)[] Step2 =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("abli", "able"), ("alli", "al"),
        ("entli", "ent"), ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"),
        ("iveness", "ive"), ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"),
    ];

    private static readonly (string Suffix, string Stem)[] Step3 =
    [
        ("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", ""),
    ];

    // Longest first where one ends another, as the paper asks for the longest match.
    private static readonly string[] Step4 =
    [
        "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ion", "ism", "ate", "iti", "ous", "ive", "ize",
        "al", "er", "ic", "ou",
    ];

    /// <param name="word">Lower-case; anything but the letters a to z is treated as a consonant and kept.</param>
    public static string Stem(string word)
    {
        if (word.Length <= 2)
            return word;

        word = Plural(word);
        word = PastAndProgressive(word);
        if (word.EndsWith('y') && HasVowel(word, word.Length - 1))
            word = word[..^1] + "i";
        word = Replace(word, Step2);
        word = Replace(word, Step3);
        word = DropSuffix(word);
        return Tidy(word);
    }

    private static string Plural(string word)
    {
        if (word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("ies", StringComparison.Ordinal))
            return word[..^2];
        return word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word;
    }

    private static string PastAndProgressive(string word)
    {
        if (word.EndsWith("eed", StringComparison.Ordinal))
            return Measure(word, word.Length - 3) > 0 ? word[..^1] : word;

        var cut = word.EndsWith("ed", StringComparison.Ordinal) ? 2 : word.EndsWith("ing", StringComparison.Ordinal) ? 3 : 0;
        if (cut == 0 || !HasVowel(word, word.Length - cut))
            return word;

        word = word[..^cut];
        if (word is [.., 'a', 't'] or [.., 'b', 'l'] or [.., 'i', 'z'])
            return word + "e";
        if (EndsInDoubleConsonant(word) && word[^1] is not ('l' or 's' or 'z'))
            return word[..^1];
        return Measure(word, word.Length) == 1 && EndsInShortSyllable(word, word.Length) ? word + "e" : word;
    }

    private static string Replace(string word, (string Suffix, string Stem)[] rules)
    {
        foreach (var (suffix, stem) in rules)
        {
            if (word.EndsWith(suffix, StringComparison.Ordinal))
                return Measure(word, word.Length - suffix.Length) > 0 ? word[..^suffix.Length] + stem : word;
        }
        return word;
    }

    private static string DropSuffix(string word)
    {
        foreach (var suffix in Step4)
        {
            if (!word.EndsWith(suffix, StringComparison.Ordinal))
                continue;
            var length = word.Length - suffix.Length;
            var allowed = suffix != "ion" || (length > 0 && word[length - 1] is 's' or 't');
            return allowed && Measure(word, length) > 1 ? word[..length] : word;
        }
        return word;
    }

    private static string Tidy(string word)
    {
        if (word.EndsWith('e'))
        {
            var measure = Measure(word, word.Length - 1);
            if (measure > 1 || (measure == 1 && !EndsInShortSyllable(word, word.Length - 1)))
                word = word[..^1];
        }
        return word.EndsWith("ll", StringComparison.Ordinal) && Measure(word, word.Length) > 1 ? word[..^1] : word;
    }

    /// <summary>The m of the paper: how often a vowel is followed by a consonant in the first <paramref name="length"/> letters.</summary>
    private static int Measure(string word, int length)
    {
        var measure = 0;
        for (var i = 1; i < length; i++)
        {
            if (IsConsonant(word, i) && !IsConsonant(word, i - 1))
                measure++;
        }
        return measure;
    }

    private static bool HasVowel(string word, int length)
    {
        for (var i = 0; i < length; i++)
        {
            if (!IsConsonant(word, i))
                return true;
        }
        return false;
    }

    /// <summary>Consonant, vowel, consonant, where the last is not w, x or y: the *o of the paper.</summary>
    private static bool EndsInShortSyllable(string word, int length) =>
        length >= 3 && IsConsonant(word, length - 1) && !IsConsonant(word, length - 2) && IsConsonant(word, length - 3)
        && word[length - 1] is not ('w' or 'x' or 'y');

    private static bool EndsInDoubleConsonant(string word) =>
        word.Length >= 2 && word[^1] == word[^2] && IsConsonant(word, word.Length - 1);

    private static bool IsConsonant(string word, int i)
    {
        if (word[i] is 'a' or 'e' or 'i' or 'o' or 'u')
            return false;
        if (word[i] != 'y')
            return true;

        // A y is a consonant at the start and after a vowel; a run of them is counted back, not recursed, so that no word is too long.
        var run = 0;
        while (i - run - 1 >= 0 && word[i - run - 1] == 'y')
            run++;
        var before = i - run - 1;
        var firstIsConsonant = before < 0 || word[before] is 'a' or 'e' or 'i' or 'o' or 'u';
        return run % 2 == 0 ? firstIsConsonant : !firstIsConsonant;
    }
}
