using FsCheck;
using FsCheck.Xunit;
using PaperBot.Papers;

namespace PaperBot.Tests.Papers;

public class TitleTextTests
{
    [Theory]
    [InlineData("Sorting: In the  Dark!", "sorting in the dark")]
    [InlineData("Self-Supervised (Pre-)Training", "self supervised pre training")]
    [InlineData("On $O(n^2)$ Bounds for {BERT}", "on o n2 bounds for bert")]
    [InlineData("Moore's Law & Łódź’s Cafés", "moores law lodzs cafes")]
    [InlineData("𝔼stimates over ℝ", "estimates over r")]
    [InlineData("Ame\u0301lie", "amelie")]
    [InlineData("深度学习 2.0", "深度学习 2 0")]
    [InlineData("?!", "")]
    public void Normalize_Title_IsWords(string title, string expected) => Assert.Equal(expected, TitleText.Normalize(title));

    [Property]
    public bool Normalize_AnyText_HoldsWordsWithSingleSpaces(NonNull<string> title)
    {
        var normalized = TitleText.Normalize(title.Get);
        return normalized == normalized.Trim() && !normalized.Contains("  ", StringComparison.Ordinal) && normalized.All(c => c == ' ' || char.IsLetterOrDigit(c));
    }

    [Property]
    public bool Normalize_Twice_IsTheSame(NonNull<string> title) => TitleText.Normalize(TitleText.Normalize(title.Get)) == TitleText.Normalize(title.Get);
}
