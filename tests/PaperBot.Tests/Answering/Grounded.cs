using PaperBot.Answering;
using PaperBot.Papers;

namespace PaperBot.Tests.Answering;

/// <summary>The promise of the product: sentences that each cite what they were taken from, or a reason and nothing else.</summary>
internal static class Grounded
{
    public static void Assert(Answer answer)
    {
        Xunit.Assert.Equal(Answer.LocalMode, answer.Mode);
        if (answer.Refusal is { } refusal)
        {
            Xunit.Assert.EndsWith(".", RefusalText.Of(refusal), StringComparison.Ordinal);
            Xunit.Assert.Empty(answer.Sentences);
            Xunit.Assert.All(answer.Citations, citation => Xunit.Assert.Equal("", citation.Quote));
            return;
        }

        Xunit.Assert.InRange(answer.Sentences.Count, 1, 4);
        Xunit.Assert.All(answer.Citations, citation => Xunit.Assert.Contains(citation.Quote, citation.Paper.Abstract, StringComparison.Ordinal));
        Xunit.Assert.All(answer.Citations, citation => Xunit.Assert.NotEqual("", citation.Quote.Trim()));
        Xunit.Assert.All(answer.Sentences, sentence => Xunit.Assert.NotEmpty(sentence.Citations));
        foreach (var (sentence, number) in answer.Sentences.SelectMany(sentence => sentence.Citations.Select(number => (sentence, number))))
            Xunit.Assert.Contains(answer.Citations, citation => citation.Number == number && LatexText.ToReadable(citation.Quote) == sentence.Text);
    }
}
