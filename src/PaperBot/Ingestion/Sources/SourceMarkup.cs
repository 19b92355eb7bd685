using System.Net;
using System.Text.RegularExpressions;

namespace PaperBot.Ingestion.Sources;

/// <summary>Titles and abstracts that publishers send with tags of HTML, JATS and MathML in them, as text.</summary>
internal static partial class SourceMarkup
{
    public static string ToText(string markup)
    {
        // A heading is no sentence; a formula is there twice, and once as LaTeX.
        var text = markup.Contains('<', StringComparison.Ordinal)
            ? Tag().Replace(Block().Replace(TexMath().Replace(Dropped().Replace(markup, " "), " $$${tex}$$ "), " "), "") : markup;
        return SourceText.Fold(WebUtility.HtmlDecode(text));
    }

    [GeneratedRegex(@"<(?:jats:)?title>[^<>]{0,60}</(?:jats:)?title>|<mml:math\b[^<>]*>(?:[^<]|<(?!/mml:math>))*</mml:math>",
        RegexOptions.CultureInvariant)]
    private static partial Regex Dropped();

    [GeneratedRegex(@"<(?:jats:)?tex-math\b[^<>]*>\s*(?:<!\[CDATA\[)?\$*(?<tex>[^<$]*)\$*(?:\]\]>)?\s*</(?:jats:)?tex-math>",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex TexMath();

    [GeneratedRegex(@"</?(?:jats:)?(?:p|sec|title|list|list-item|disp-formula|break|br|div|li|ul)\b[^<>]*>",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Block();

    [GeneratedRegex(@"</?[A-Za-z][\w:\-]*(?:\s[^<>]*)?/?>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
