using System.Text.RegularExpressions;
using PaperBot.Papers;

namespace PaperBot.Answering.Generative;

/// <summary>Cuts what a language model writes into sentences with the keys that they cite, while it is still being written.</summary>
internal sealed partial class SentenceReader
{
    // A sentence that is longer is none; it is read as one so that nothing piles up.
    private const int LongestSentence = 4_000;

    private const int LongestMark = 60;

    private string _text = "";

    /// <returns>The sentences that are whole now. The last one written is held back until the next begins, for its keys may follow it.</returns>
    public IReadOnlyList<CitedSentence> Add(string piece)
    {
        _text = WithMarksInside(_text + piece);
        var (begun, whole) = (0, new List<CitedSentence>());
        foreach (var span in Spans(Settled(_text)).SkipLast(1))
        {
            Read(_text.Substring(span.Start, span.Length), whole);
            begun = span.Start + span.Length;
        }

        _text = _text[begun..];
        if (_text.Length > LongestSentence)
            whole.AddRange(End());
        return whole;
    }

    /// <returns>What is left.</returns>
    public IReadOnlyList<CitedSentence> End()
    {
        var left = new List<CitedSentence>();
        var text = WithMarksInside(_text + "\n");
        foreach (var span in Spans(text))
            Read(text.Substring(span.Start, span.Length), left);
        _text = "";
        return left;
    }

    private static string WithMarksInside(string text) =>
        MarksBehindEnd().Replace(text, match => $" {match.Groups["marks"].Value.ReplaceLineEndings("").Trim()}{match.Groups["end"].Value}");

    /// <summary>Sentences, and lines: models make lists even when they are asked not to.</summary>
    private static IEnumerable<SentenceSpan> Spans(string text)
    {
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            foreach (var span in SentenceSplitter.Spans(line))
                yield return span with { Start = start + span.Start };
            start += line.Length + 1;
        }
    }

    /// <summary>Without the marks at the end, the last of which may not be closed yet: more may follow.</summary>
    private static string Settled(string text)
    {
        var open = text.LastIndexOf('[');
        var closed = open >= 0 && text.Length - open < LongestMark && text.IndexOf(']', open) < 0 ? text[..open] : text;
        return MarksAtEnd().Replace(closed, "");
    }

    private static void Read(string written, List<CitedSentence> sentences)
    {
        var keys = Mark().Matches(written).SelectMany(mark => mark.Groups["key"].Captures.Select(key => key.Value)).Distinct().ToList();
        var text = Emphasis().Replace(ListItem().Replace(Mark().Replace(written, ""), ""), "${text}");
        text = SpaceBeforeEnd().Replace(Spaces().Replace(text, " "), "").Trim();
        if (text.Any(char.IsLetterOrDigit))
            sentences.Add(new CitedSentence(text, keys));
    }

    // What a request hands out, and what models make up in its place: numbers, names with years. Other brackets are part of the text.
    private const string Key = @"(?<key>k[a-z0-9]{4}|[1-9]\d{0,2}|\p{Lu}[\p{L}' -]*(?:et al\.?)?,? ?\(?(?:19|20)\d\d[a-z]?\)?)";

    private const string Marks = @"\[\s*" + Key + @"(?:\s*[,;]\s*" + Key + @")*\s*\]";

    [GeneratedRegex(Marks, RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    /// <summary>Keys that follow the end of their sentence, which belong into it.</summary>
    [GeneratedRegex(@"(?<end>[.!?][""'”’)]*)(?<marks>(?:\s*" + Marks + @")+)(?=\s)", RegexOptions.CultureInvariant)]
    private static partial Regex MarksBehindEnd();

    [GeneratedRegex(@"(?:\s*" + Marks + @")*\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex MarksAtEnd();

    [GeneratedRegex(@"^\s*(?:[-*•–]|#{1,6}|\d{1,2}[.)])\s+")]
    private static partial Regex ListItem();

    [GeneratedRegex(@"(?<mark>\*\*|__|`)(?=\S)(?<text>[^*_`]+?)(?<=\S)\k<mark>")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\s+(?=[.,;:!?][""'”’)]*(?:\s|$))")]
    private static partial Regex SpaceBeforeEnd();
}
