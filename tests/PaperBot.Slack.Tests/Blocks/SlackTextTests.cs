using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace PaperBot.Slack.Tests.Blocks;

public sealed partial class SlackTextTests
{
    private const int LongestPiece = 30;

    [Fact]
    public void Escape_TakesThreeCharacters_AndUnescapeGivesThemBack()
    {
        Assert.Equal("a &lt;b&gt; &amp;amp; \"c\"", SlackText.Escape("a <b> &amp; \"c\""));
        Assert.Equal("a <b> &amp; \"c\"", SlackText.Unescape(SlackText.Escape("a <b> &amp; \"c\"")));
    }

    [Theory]
    [InlineData("One two three.\n\nFour five. Six", 24, "One two three.|Four five. Six")]
    [InlineData("One two.\n\nThree four. Five six", 25, "One two.\n\nThree four.|Five six")]
    [InlineData("One two three. Four five six", 20, "One two three.|Four five six")]
    [InlineData("He said \"Stop.\" Then he left", 20, "He said \"Stop.\"|Then he left")]
    [InlineData("One two three\nFour five six", 20, "One two three|Four five six")]
    [InlineData("One two three four five", 12, "One two|three four|five")]
    [InlineData("一二三。四五六七八", 6, "一二三。|四五六七八")]
    [InlineData("abcdefghij", 4, "abcd|efgh|ij")]
    [InlineData("see <https://a.example|a link> now", 28, "see|<https://a.example|a link>|now")]
    [InlineData("aaaa&amp;bbbb", 6, "aaaa|&amp;b|bbb")]
    [InlineData("  a  ", 5, "a")]
    [InlineData(" \n ", 5, "")]
    public void Split_CutsAtTheBestPlace(string text, int most, string parts)
    {
        // A bar stands between the parts, and in the link.
        Assert.Equal(parts, string.Join('|', SlackText.Split(text, most)));
        if (!text.Contains('<', StringComparison.Ordinal))
            Assert.All(SlackText.Split(text, most), part => Assert.True(part.Length <= most));
    }

    [Fact]
    public void Split_LinkLongerThanAPart_IsCutAllTheSame() =>
        Assert.Equal(["a", "<http", "s://a", ">"], SlackText.Split("a <https://a>", 5));

    [Theory]
    [InlineData("short", 5, "short")]
    [InlineData("one two three", 10, "one two…")]
    [InlineData("onetwothree", 6, "onetw…")]
    [InlineData("a family 👨‍👩‍👧", 12, "a family…")]
    [InlineData("👨‍👩‍👧👨‍👩‍👧", 10, "👨‍👩‍👧…")]
    [InlineData("read <https://a.example|this>", 20, "read…")]
    [InlineData("R&amp;Dx", 7, "R&amp;…")]
    [InlineData("R&amp;Develop", 5, "R…")]
    public void Shorten_EndsAfterAWholeWord(string text, int most, string shortened) => Assert.Equal(shortened, SlackText.Shorten(text, most));

    [Property(MaxTest = 500)]
    public Property Split_OfAnything_LosesNothing_AndCutsNothingThatBelongsTogether() => Prop.ForAll(Texts(), Limits(), (text, most) =>
    {
        var parts = SlackText.Split(text, most);

        Assert.All(parts, part => Assert.InRange(part.Length, 1, most));
        Assert.All(parts, part => Assert.False(string.IsNullOrWhiteSpace(part)));
        Assert.Equal(Bare(text), Bare(string.Concat(parts)));
        Assert.Equal(Together(text), parts.SelectMany(Together));
    });

    [Property(MaxTest = 500)]
    public Property Shorten_OfAnything_IsABeginningThatFits() => Prop.ForAll(Texts(), Limits(), (text, most) =>
    {
        var shortened = SlackText.Shorten(text, most);

        Assert.True(shortened.Length <= most);
        if (shortened == text)
            return;
        Assert.EndsWith("…", shortened, StringComparison.Ordinal);
        Assert.StartsWith(shortened[..^1], text, StringComparison.Ordinal);
        Assert.Equal(Together(text).Take(Together(shortened[..^1]).Length), Together(shortened[..^1]));
    });

    [Property(MaxTest = 500)]
    public void Split_OfRawStrings_NeverFailsNorGrows(NonNull<string> text, byte limit)
    {
        var most = Math.Max(2, (int)limit);

        var parts = SlackText.Split(text.Get, most);

        Assert.All(parts, part => Assert.InRange(part.Length, 1, most));
        Assert.Equal(Runes(text.Get), parts.SelectMany(Runes));
    }

    // Words, links, entities, flags, families, letters with marks: none is longer than a part.
    private static Arbitrary<string> Texts()
    {
        var pieces = Gen.OneOf(
            Gen.Elements("a", "word", "longer-word", "end.", "really?", "\"quoted.\"", "语言。", "naïve", "n\u0308", "z\u0301\u0327"),
            Gen.Elements(" ", " ", "  ", "\n", "\n\n", "\r\n", "\t"),
            Gen.Elements("&amp;", "&lt;", "&gt;", "&", "<", "&am"),
            Gen.Elements("<https://a.example>", "<https://a.example|a b c>", "<@U012>", "<#C1|name>", "<!here>"),
            Gen.Elements("👍", "👨‍👩‍👧", "🇩🇪", "👍🏽", "𝒳"));
        return pieces.ListOf().Select(string.Concat).ToArbitrary();
    }

    private static Arbitrary<int> Limits() => Gen.Choose(LongestPiece, 200).ToArbitrary();

    private static string Bare(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    // What must stay whole, in order: links, entities and seen characters, white space left out.
    private static string[] Together(string text) =>
        [.. Markup().Split(text).SelectMany(piece => Markup().IsMatch(piece) ? [piece] : Characters(piece))];

    private static IEnumerable<string> Characters(string text)
    {
        var characters = StringInfo.GetTextElementEnumerator(text);
        while (characters.MoveNext())
        {
            if (!string.IsNullOrWhiteSpace(characters.GetTextElement()))
                yield return characters.GetTextElement();
        }
    }

    // Half a surrogate pair would read as a replacement character.
    private static IEnumerable<Rune> Runes(string text) => text.EnumerateRunes().Where(rune => !Rune.IsWhiteSpace(rune));

    [GeneratedRegex("(<[^<>\n]*>|&amp;|&lt;|&gt;)")]
    private static partial Regex Markup();
}
