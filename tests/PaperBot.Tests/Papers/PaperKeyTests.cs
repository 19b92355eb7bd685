using FsCheck;
using FsCheck.Xunit;
using PaperBot.Papers;

namespace PaperBot.Tests.Papers;

public class PaperKeyTests
{
    [Theory]
    [InlineData("2111.08566", "arxiv:2111.08566")]
    [InlineData("2111.08566v3", "arxiv:2111.08566")]
    [InlineData("arXiv:0704.0001", "arxiv:0704.0001")]
    [InlineData("hep-th/9901001v2", "arxiv:hep-th/9901001")]
    [InlineData("math.GT/0309136", "arxiv:math/0309136")]
    [InlineData("cs.CL/0012001", "arxiv:cs/0012001")]
    public void Arxiv_AnySpelling_IsOneKey(string id, string key) => Assert.Equal(key, PaperKey.Arxiv(id).Value);

    [Theory]
    [InlineData("2113.08566")]
    [InlineData("2100.08566")]
    [InlineData("2111.0856")]
    [InlineData("0704.00001")]
    [InlineData("tcp/8080123")]
    [InlineData("hep-th/9913001")]
    [InlineData("hep-th/0901001")]
    [InlineData("")]
    public void Arxiv_NoIdentifier_Throws(string id) => Assert.Throws<ArgumentException>(() => PaperKey.Arxiv(id));

    [Theory]
    [InlineData("10.1000/ABC.Def", "doi:10.1000/abc.def")]
    [InlineData("https://doi.org/10.1000/182", "doi:10.1000/182")]
    [InlineData("10.48550/arXiv.2111.08566", "arxiv:2111.08566")]
    [InlineData("10.48550/ARXIV.2111.08566v2", "arxiv:2111.08566")]
    [InlineData("10.18653/v1/P19-1423", "acl:p19-1423")]
    [InlineData("10.18653/v1/2020.acl-main.1", "acl:2020.acl-main.1")]
    [InlineData("10.3115/v1/P14-1062", "acl:p14-1062")]
    public void Doi_GivenOutByAnArchive_BecomesItsKey(string doi, string key) => Assert.Equal(key, PaperKey.Doi(doi).Value);

    [Theory]
    [InlineData("Efficient Search: A Survey", "efficient   search -- a SURVEY!")]
    [InlineData("On $O(n^2)$ Sorting", "On O(n²) sorting")]
    [InlineData("Schr\\\"odinger's \\emph{Cat}", "Schrödinger’s cat")]
    [InlineData("Na\\\"ive Caf\\'e", "NAIVE CAFE")]
    public void Local_SameTitleOtherwiseSpelled_IsOneKey(string one, string other) => Assert.Equal(PaperKey.Local(one), PaperKey.Local(other));

    [Fact]
    public void Local_TellsPeopleWhichPaper() => Assert.StartsWith("local:sorting-in-the-dark-", PaperKey.Local("Sorting, in the Dark?").Value);

    [Fact]
    public void Local_LongTitlesWithOneBeginning_AreTwoKeys()
    {
        var beginning = string.Join(' ', Enumerable.Repeat("word", 40));
        Assert.NotEqual(PaperKey.Local(beginning + " one"), PaperKey.Local(beginning + " two"));
    }

    [Fact]
    public void Local_TitleWithoutLetters_StillHasAKey() => Assert.NotEqual(PaperKey.Local("???"), PaperKey.Local("!!!"));

    [Theory]
    [InlineData("4983", "local:4983")]
    [InlineData("doc-12_a.b", "local:doc-12_a.b")]
    public void LocalId_PlainIdentifier_IsKept(string id, string key) => Assert.Equal(key, PaperKey.LocalId(id).Value);

    [Theory]
    [InlineData("rJgaHTJ9D", "rjgahtj9d")]
    [InlineData("a/1", "a-1")]
    public void LocalId_IdentifiersThatASlugConfuses_AreTwoKeys(string one, string other) => Assert.NotEqual(PaperKey.LocalId(one), PaperKey.LocalId(other));

    [Theory]
    [InlineData("ARXIV: 2111.08566v1", "arxiv:2111.08566")]
    [InlineData("doi:10.1000/X", "doi:10.1000/x")]
    [InlineData("ACL:P19-1423", "acl:p19-1423")]
    [InlineData("Local:Some-Thing", "local:some-thing")]
    public void TryParse_Key_IsNormalized(string text, string key)
    {
        Assert.True(PaperKey.TryParse(text, out var parsed));
        Assert.Equal(key, parsed.Value);
    }

    [Theory]
    [InlineData("isbn:123")]
    [InlineData("arxiv:")]
    [InlineData("local:two words")]
    [InlineData("2111.08566")]
    [InlineData(null)]
    public void TryParse_NoKey_IsFalse(string? text) => Assert.False(PaperKey.TryParse(text, out _));

    [Property]
    public bool AnyTitle_HasAKeyThatParsesToItself(NonNull<string> title) =>
        PaperKey.TryParse(PaperKey.Local(title.Get).Value, out var parsed) && parsed == PaperKey.Local(title.Get);

    [Property]
    public bool AnySourceId_HasAKeyThatParsesToItself(NonNull<string> id) =>
        PaperKey.TryParse(PaperKey.LocalId(id.Get).Value, out var parsed) && parsed == PaperKey.LocalId(id.Get);

    [Property]
    public bool AnyText_ParsesOrNot(string? text) => !PaperKey.TryParse(text, out var key) || (!key.Value.Any(char.IsAsciiLetterUpper) && key.Id.Length > 0);
}
