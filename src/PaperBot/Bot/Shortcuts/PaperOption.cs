using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PaperBot.Bot.Rendering;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Slack.Blocks;

namespace PaperBot.Bot.Shortcuts;

/// <summary>A paper as a choice of a menu.</summary>
internal static class PaperOption
{
    // https://docs.slack.dev/reference/block-kit/composition-objects/option-object
    private const int LongestText = 75;
    private const int LongestValue = 150;

    // A DOI may be twice as long as a value. Its beginning finds the few papers it can be, and the hash says which.
    private const int KeptOfLongKey = 128;
    private const char BeforeHash = '~';
    private const int MostAlike = 100;

    public static Option Of(Paper paper)
    {
        var year = paper.Published?.Year.ToString(CultureInfo.InvariantCulture);
        var author = paper.Authors.Count switch { 0 => null, 1 => paper.Authors[0], _ => $"{paper.Authors[0]} et al." };
        var about = string.Join(" · ", new[] { author, year, paper.Key.Id }.OfType<string>());
        return new Option
        {
            Text = new PlainText(SafeText.Line(PaperLink.Title(paper), LongestText)) { Emoji = false },
            Value = Value(paper.Key),
            Description = new PlainText(SafeText.Line(about, LongestText)) { Emoji = false },
        };
    }

    /// <summary>The paper that an option stands for. A value is what anybody may have sent.</summary>
    /// <returns>Null when the library has none such.</returns>
    public static Paper? Find(string value, PaperStore papers)
    {
        var cut = value.LastIndexOf(BeforeHash);
        if (cut < 0 || value.Length != KeptOfLongKey + 1 + Hash("").Length)
            return PaperKey.TryParse(value, out var key) ? papers.Find(key) : null;
        var beginning = value[..cut];
        var id = beginning[(beginning.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return papers.BeginningWith(id, MostAlike).FirstOrDefault(paper => Value(paper.Key) == value);
    }

    private static string Value(PaperKey key) =>
        key.Value.Length <= LongestValue ? key.Value : $"{key.Value[..KeptOfLongKey]}{BeforeHash}{Hash(key.Value)}";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
}
