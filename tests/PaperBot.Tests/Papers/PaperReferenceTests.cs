using FsCheck;
using FsCheck.Xunit;
using PaperBot.Papers;

namespace PaperBot.Tests.Papers;

public class PaperReferenceTests
{
    [Theory]
    [InlineData("2111.08566", "arxiv:2111.08566", null)]
    [InlineData("2111.08566v2", "arxiv:2111.08566", 2)]
    [InlineData("arXiv:2111.08566", "arxiv:2111.08566", null)]
    [InlineData("ARXIV: 2111.08566.", "arxiv:2111.08566", null)]
    [InlineData("[2111.08566]", "arxiv:2111.08566", null)]
    [InlineData("(hep-th/9901001v1),", "arxiv:hep-th/9901001", 1)]
    [InlineData("math.GT/0309136", "arxiv:math/0309136", null)]
    [InlineData("arXiv:2111.08566v1 [cs.DB] 5 Nov 2021", "arxiv:2111.08566", 1)]
    [InlineData("https://arxiv.org/abs/2111.08566v2?context=cs#S1", "arxiv:2111.08566", 2)]
    [InlineData("http://arxiv.org/pdf/2111.08566v2.pdf", "arxiv:2111.08566", 2)]
    [InlineData("https://arxiv.org/html/2111.08566", "arxiv:2111.08566", null)]
    [InlineData("https://export.arxiv.org/abs/hep-th/9901001", "arxiv:hep-th/9901001", null)]
    [InlineData("arxiv.org/abs/2111.08566", "arxiv:2111.08566", null)]
    [InlineData("https://huggingface.co/papers/2111.08566", "arxiv:2111.08566", null)]
    [InlineData("https://www.alphaxiv.org/abs/2111.08566v4", "arxiv:2111.08566", 4)]
    [InlineData("https://doi.org/10.1145/3448016.3452773", "doi:10.1145/3448016.3452773", null)]
    [InlineData("https://dx.doi.org/10.1016/0370-2693%2887%2991234-5", "doi:10.1016/0370-2693(87)91234-5", null)]
    [InlineData("doi:10.1016/0370-2693(87)91234-5)", "doi:10.1016/0370-2693(87)91234-5", null)]
    [InlineData("10.1038/Nature14539.", "doi:10.1038/nature14539", null)]
    [InlineData("10.48550/arXiv.2111.08566", "arxiv:2111.08566", null)]
    [InlineData("https://doi.org/10.18653/v1/2020.acl-main.1", "acl:2020.acl-main.1", null)]
    [InlineData("https://aclanthology.org/P19-1423.pdf", "acl:p19-1423", null)]
    [InlineData("https://aclanthology.org/2020.acl-main.1/", "acl:2020.acl-main.1", null)]
    [InlineData("P19-1423", "acl:p19-1423", null)]
    [InlineData("https://dl.acm.org/doi/abs/10.1145/3448016.3452773", "doi:10.1145/3448016.3452773", null)]
    [InlineData("<https://arxiv.org/abs/2111.08566|a fine paper>", "arxiv:2111.08566", null)]
    [InlineData("SPTAG and friends <https://arxiv.org/abs/2111.08566>", "arxiv:2111.08566", null)]
    [InlineData("acl:2020.acl-main.1", "acl:2020.acl-main.1", null)]
    [InlineData("local:sorting-in-the-dark-0a1b2c3d", "local:sorting-in-the-dark-0a1b2c3d", null)]
    public void Parse_WhatPeopleType_IsAKey(string text, string key, int? version)
    {
        var reference = PaperReference.Parse(text);
        Assert.Equal(key, reference.Key?.Value);
        Assert.Equal(version, reference.Version);
        Assert.Equal("", reference.Words);
    }

    [Theory]
    [InlineData("  sorting in the dark ", "sorting in the dark")]
    [InlineData("\"Sorting in the Dark\"", "Sorting in the Dark")]
    [InlineData("version 3.14159 of 2021.1234", "version 3.14159 of 2021.1234")]
    [InlineData("notes on 2111.08566", "notes on 2111.08566")]
    [InlineData("https://notarxiv.org/abs/2111.08566", "https://notarxiv.org/abs/2111.08566")]
    [InlineData("https://www.semanticscholar.org/paper/Sorting-in-the-Dark-Doe/0a1b2c", "Sorting in the Dark Doe")]
    [InlineData("", "")]
    public void Parse_AnythingElse_IsWords(string text, string words)
    {
        var reference = PaperReference.Parse(text);
        Assert.Null(reference.Key);
        Assert.Equal(words, reference.Words);
    }

    [Fact]
    public void FindAll_LongerText_GivesEachPaperOnceInOrder()
    {
        var found = PaperReference.FindAll(
            "Compare (arXiv:2111.08566v2), https://arxiv.org/abs/1706.03762, <https://doi.org/10.1038/nature14539|this>, and once more 1706.03762v5; not 192.168.0.1 or v2111.08566.");
        Assert.Equal(["arxiv:2111.08566", "arxiv:1706.03762", "doi:10.1038/nature14539"], found.Select(reference => reference.Key!.Value.Value));
        Assert.Equal([2, null, null], found.Select(reference => reference.Version));
    }

    [Fact]
    public void FindAll_DoiAtTheEndOfASentence_LosesItsPunctuation() =>
        Assert.Equal("doi:10.1000/x(1)y", Assert.Single(PaperReference.FindAll("It is known (see doi:10.1000/x(1)y).")).Key!.Value.Value);

    [Fact]
    public void FindAll_TextWithoutReferences_IsEmpty() => Assert.Empty(PaperReference.FindAll("Nothing 3.5 here, 12/2021 and a/b."));

    [Property]
    public bool Parse_AnyText_NeverThrows(NonNull<string> text) => PaperReference.Parse(text.Get) is not null && PaperReference.FindAll(text.Get) is not null;

    [Property(MaxTest = 300)]
    public bool Parse_PiecesOfReferences_NeverThrows(NonEmptyArray<byte> picks)
    {
        string[] pieces = ["arXiv:", "2111.", "08566", "v2", "https://", "doi.org/", "10.1000/", "%2", "%28", "(", ")", "<", "|", ">", " ", "acl:", "P19-", "1423", "/", ".", "hep-th/", "\ud800", "?", "#"];
        var text = string.Concat(picks.Get.Select(pick => pieces[pick % pieces.Length]));
        return PaperReference.Parse(text) is not null && PaperReference.FindAll(text).All(reference => reference.Key is not null);
    }

    [Property]
    public bool Parse_AnyKey_IsThatKey(NonNull<string> title) => PaperReference.Parse(PaperKey.Local(title.Get).Value).Key == PaperKey.Local(title.Get);
}
