using System.Text.RegularExpressions;

namespace PaperBot.Answering.Conversations;

/// <summary>Words around a request that ask nicely and say nothing.</summary>
internal static partial class Courtesy
{
    private const RegexOptions Relaxed = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <returns>The request alone, on one line, without its last mark.</returns>
    public static string Strip(string text)
    {
        var plain = Spaces().Replace(text, " ").Trim();
        for (var before = ""; before != plain;)
        {
            before = plain;
            plain = End().Replace(Start().Replace(plain, ""), "").Trim();
        }

        return plain;
    }

    // "and", "but", "so" link to what was said before; where that matters the whole text is read.
    [GeneratedRegex(
        @"^\W*((hey|hi|hello|ok(ay)?|so|now|then|also|and|but|well|great|cool|nice|thanks|thank you|sorry|no|yes|yeah|please|pls|kindly|just|quick question|(paper)?bot|i mean|i meant|actually|maybe|perhaps)\b[,:.!]*\s+)+"
        + @"|^((can|could|would|will) you|i('d| would) like you to|i (want|need) you to|let's|let us|go ahead and|try to)( (please|maybe|also|just|now|quickly))*\s+(?=\w)",
        Relaxed)]
    private static partial Regex Start();

    [GeneratedRegex(@"(?<=.)([,\s]+(please|pls|thanks|thank you|thx|for me|for us|instead|then|again|too|as well|now)|\s*[?!.…,]+)$", Relaxed)]
    private static partial Regex End();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
