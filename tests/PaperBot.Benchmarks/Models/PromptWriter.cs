using System.Text.RegularExpressions;
using PaperBot.Papers;

namespace PaperBot.Benchmarks.Models;

/// <summary>
/// Stands for a language model where none is at hand: it knows nothing but the prompt that it is given, and writes from that, by rule and
/// always the same. So what it says of a conversation or of a paper, it was told.
/// </summary>
internal static partial class PromptWriter
{
    private const int MostSentences = 2;

    // So much of a word stands for all of its forms.
    private const int WordStem = 4;

    public static string Write(string system, string user) =>
        system.Contains("rewrite the last question", StringComparison.Ordinal) ? Rewrite(user)
        : system.Contains("compare papers", StringComparison.Ordinal) ? Compare(user)
        : system.Contains("in one sentence", StringComparison.Ordinal) ? Summarize(user)
        : Answer(user);

    /// <summary>The sentences of one paper that have most of the question's words, each word for less the more sentences have it.</summary>
    private static string Answer(string user)
    {
        var asked = Terms(After(user, "Question: "));
        var said = Sources(user).SelectMany(source => source.Sentences.Select(sentence => (source.Key, Text: sentence, Terms: Terms(sentence)))).ToList();
        var worth = asked.ToDictionary(term => term, term => 1.0 / Math.Max(1, said.Count(sentence => sentence.Terms.Contains(term))));
        var scored = said.Select(sentence => (sentence.Key, sentence.Text, Score: sentence.Terms.Where(asked.Contains).Sum(term => worth[term]))).Where(sentence => sentence.Score > 0)
            .OrderByDescending(sentence => sentence.Score).ToList();
        return scored.Count == 0 ? "NO ANSWER"
            : string.Join(' ', scored.Where(sentence => sentence.Key == scored[0].Key).Take(MostSentences).Select(sentence => Cited(sentence.Text, sentence.Key)));
    }

    private static string Summarize(string user) => Sources(user).FirstOrDefault() is { Sentences.Count: > 0 } source
        ? Cited(source.Sentences.FirstOrDefault(sentence => OfAuthors().IsMatch(sentence)) ?? source.Sentences[0], source.Key) : "NO ANSWER";

    private static string Compare(string user)
    {
        var aspects = After(user, "aspects that these papers can be compared by: ").Trim() is { Length: > 0 } typed && typed != "choose" ? typed.Split(", ") : ["problem", "approach", "results"];
        var sources = Sources(user).Where(source => source.Sentences.Count > 0).ToList();
        return string.Join('\n', aspects.SelectMany((aspect, i) => sources.Select(source =>
            $"{aspect} | {Cited(source.Sentences.FirstOrDefault(sentence => Terms(sentence).Overlaps(Terms(aspect))) ?? source.Sentences[Math.Min(i * source.Sentences.Count / aspects.Length, source.Sentences.Count - 1)], source.Key)}")));
    }

    /// <summary>Puts names from what was said before in the place of "it" and of "the second".</summary>
    private static string Rewrite(string user)
    {
        var question = After(user, "Last question: ").Trim();
        var papers = Turn().Matches(user).Select(turn => Named().Matches(turn.Groups["papers"].Value).Select(title => title.Groups["name"].Value.Trim()).ToList()).LastOrDefault(named => named.Count > 0);
        if (papers is null)
            return question;
        var rewritten = Second().Replace(question, papers[Math.Min(1, papers.Count - 1)]);
        rewritten = Possessive().Replace(rewritten, $"{papers[0]}'s");
        rewritten = Pronoun().Replace(rewritten, papers[0]);
        rewritten = Lead().Replace(rewritten, "");
        if (!papers.Exists(name => rewritten.Contains(name, StringComparison.OrdinalIgnoreCase)) && rewritten.Split(' ').Length < 6)
            rewritten = $"{rewritten.TrimEnd('?')} of {papers[0]}?";
        return char.ToUpperInvariant(rewritten[0]) + rewritten[1..];
    }

    private static string Cited(string sentence, string key)
    {
        var told = OfAuthors().Replace(sentence, match => match.Value == "We" ? "The authors" : "the authors");
        return $"{told.TrimEnd('.')} [{key}].";
    }

    private static IEnumerable<(string Key, string Title, IReadOnlyList<string> Sentences)> Sources(string user) => Source().Matches(user)
        .Select(source => (source.Groups["key"].Value, source.Groups["title"].Value, SentenceSplitter.Split(source.Groups["abstract"].Value)));

    private static HashSet<string> Terms(string text) => [.. Word().Matches(text).Select(word => word.Value.ToLowerInvariant()).Select(word => word[..WordStem])];

    private static string After(string text, string mark) => text.LastIndexOf(mark, StringComparison.Ordinal) is >= 0 and var at ? text[(at + mark.Length)..] : "";

    [GeneratedRegex(@"^\[(?<key>k[a-z0-9]{4})\] (?<title>.*)\n(?<abstract>.*)$", RegexOptions.Multiline)]
    private static partial Regex Source();

    [GeneratedRegex(@"^Papers: (?<papers>.*)$", RegexOptions.Multiline)]
    private static partial Regex Turn();

    [GeneratedRegex(@"\[\d+\] (?<name>[^:;]+)[^;]*")]
    private static partial Regex Named();

    [GeneratedRegex(@"\bthe second(?: one| paper)?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Second();

    [GeneratedRegex(@"\bits\b", RegexOptions.IgnoreCase)]
    private static partial Regex Possessive();

    [GeneratedRegex(@"\b(?:it|they|that one|this paper|the paper)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pronoun();

    [GeneratedRegex(@"^(?:and|but|so|ok),? ", RegexOptions.IgnoreCase)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\b[Ww]e\b")]
    private static partial Regex OfAuthors();

    // Words short enough to be of the frame of a question are left out.
    [GeneratedRegex(@"[\p{L}\d]{4,}")]
    private static partial Regex Word();
}
