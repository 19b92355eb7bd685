using System.Text;
using System.Text.RegularExpressions;
using PaperBot.Papers;

namespace PaperBot.Answering.Generative;

/// <summary>Cuts what a language model writes into sentences with the keys that they cite, while it is still being written.</summary>
internal sealed partial class SentenceReader
{
    // A sentence that is longer is none; it is read as one so that nothing piles up.
    private const int LongestSentence = 4_000;

    private const int LongestMark = 60;
    // What comes at once is read in parts, so that no more lies here than that and a sentence, however long a line a server sends.
    private const int LongestPart = 1_000;

    private string _text = "";

    /// <returns>The sentences that are whole now. The last one written is held back until the next begins, for its keys may follow it.</returns>
    public IReadOnlyList<CitedSentence> Add(string piece)
    {
        var whole = new List<CitedSentence>();
        foreach (var part in piece.Chunk(LongestPart))
            Add(part, whole);
        return whole;
    }

    private void Add(char[] part, List<CitedSentence> whole)
    {
        _text = WithMarksInside(Folded(_text, part));
        var begun = 0;
        foreach (var span in Spans(Settled(_text)).SkipLast(1))
        {
            Read(_text.Substring(span.Start, span.Length), whole);
            begun = span.Start + span.Length;
        }

        _text = _text[begun..];
        if (_text.Length > LongestSentence)
            whole.AddRange(End());
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

    /// <summary>Of blanks that follow each other one is left, the end of a line before all: a run of them is looked through again from each.</summary>
    private static string Folded(string text, char[] part)
    {
        var folded = new StringBuilder(text, text.Length + part.Length);
        foreach (var c in part)
        {
            if (folded.Length == 0 || !char.IsWhiteSpace(c) || !char.IsWhiteSpace(folded[^1]))
                folded.Append(c);
            else if (c == '\n')
                folded[^1] = c;
        }

        return folded.ToString();
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
