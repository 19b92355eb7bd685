using FsCheck.Xunit;
using PaperBot.Papers;

namespace PaperBot.Tests.Papers;

public class PorterStemmerTests
{
    // The rules of the paper, one or more words each, worked by hand through the five steps.
    [Theory]
    [InlineData("classes", "class")]
    [InlineData("queries", "queri")]
    [InlineData("pass", "pass")]
    [InlineData("layers", "layer")]
    [InlineData("agreed", "agre")]
    [InlineData("need", "need")]
    [InlineData("sampled", "sampl")]
    [InlineData("sing", "sing")]
    [InlineData("training", "train")]
    [InlineData("mapped", "map")]
    [InlineData("filling", "fill")]
    [InlineData("sized", "size")]
    [InlineData("updated", "updat")]
    [InlineData("noisy", "noisi")]
    [InlineData("sky", "sky")]
    [InlineData("computational", "comput")]
    [InlineData("conditional", "condit")]
    [InlineData("optimizer", "optim")]
    [InlineData("generalization", "gener")]
    [InlineData("effectiveness", "effect")]
    [InlineData("sensitivity", "sensit")]
    [InlineData("hopeful", "hope")]
    [InlineData("empirical", "empir")]
    [InlineData("inference", "infer")]
    [InlineData("adjustment", "adjust")]
    [InlineData("adoption", "adopt")]
    [InlineData("rate", "rate")]
    [InlineData("cease", "ceas")]
    [InlineData("controll", "control")]
    [InlineData("propose", "propos")]
    [InlineData("proposing", "propos")]
    [InlineData("by", "by")]
    [InlineData("", "")]
    public void Stem_WordOfThePaperRules_IsCut(string word, string stem) => Assert.Equal(stem, PorterStemmer.Stem(word));

    [Fact]
    public void Stem_VeryLongRunOfY_Ends() => Assert.NotEmpty(PorterStemmer.Stem(new string('y', 2000)));

    [Property]
    public bool Stem_AnyText_NeverGrowsByMoreThanOneLetter(string? text) =>
        text is null || PorterStemmer.Stem(text).Length <= text.Length + 1;
}
