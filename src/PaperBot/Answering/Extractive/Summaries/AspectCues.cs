using System.Text.RegularExpressions;

namespace PaperBot.Answering.Extractive.Summaries;

/// <summary>
/// The turns of phrase by which authors announce what a sentence is about, one file an aspect. Hand-made: no corpus of abstracts
/// with such labels is at hand.
/// </summary>
internal static partial class AspectCues
{
    private const RegexOptions Options = RegexOptions.IgnoreCase;

    // Neither problem nor result: where the code is.
    [GeneratedRegex(@"https?://|\bcode\s+(?:is|are|will\s+be|and)\b|\bpublicly\s+available\b|\bopen-?sourced?\b|\bsource\s+code\b|\b(?:is|are)\s+released\b", Options)]
    public static partial Regex Availability();

    // The authors speak of what they did: the end of the background.
    [GeneratedRegex(@"\b(?:we|our|the\s+authors?|this\s+(?:paper|work|article|study|survey|thesis)|the\s+(?:paper|study|survey|thesis|proposed|present)|here)\b", Options)]
    public static partial Regex Authors();
}
