using PaperBot.Answering.Extractive.Summaries;
using PaperBot.Papers;

namespace PaperBot.Answering.Support;

/// <summary>A paper as sentences are held against it: its title, and those sentences of its abstract that anybody would quote.</summary>
internal sealed class Abstract
{
    public Abstract(Paper paper)
    {
        Paper = paper;
        Sentences = [.. QuotableSentences.Of(paper).Select(quote => new AbstractSentence(quote))];
        var title = paper.Title.Length > QuotableSentences.Longest || PlantedInstructions.IsOne(paper.Title) ? "" : LatexText.ToReadable(paper.Title);
        TitleWords = ClaimWords.Of(title);
        Names = StatedNames.Bearing(string.Join(' ', [title, .. Sentences.Select(sentence => sentence.Text), .. paper.Authors]));
        Stems = ClaimWords.Stems(TitleWords.Concat(Sentences.SelectMany(sentence => sentence.Words))).ToHashSet(StringComparer.Ordinal);
        TitleNumbers = StatedNumbers.In(title);
    }

    public Paper Paper { get; }

    public IReadOnlyList<AbstractSentence> Sentences { get; }

    public IReadOnlyList<ClaimWord> TitleWords { get; }

    public IReadOnlyList<StatedNumber> TitleNumbers { get; }

    public IReadOnlySet<string> Names { get; }

    public IReadOnlySet<string> Stems { get; }
}

/// <param name="Quote">Verbatim.</param>
internal sealed class AbstractSentence(string quote)
{
    public string Quote => quote;

    public string Text { get; } = LatexText.ToReadable(quote);

    public IReadOnlyList<ClaimWord> Words => field ??= ClaimWords.Of(Text);

    public IReadOnlySet<string> Stems => field ??= ClaimWords.Stems(Words).ToHashSet(StringComparer.Ordinal);

    public IReadOnlyList<StatedNumber> Numbers => field ??= StatedNumbers.In(Text);

    public IReadOnlyList<Direction> Directions => field ??= Support.Directions.Of(Words);

    public int[] Denied => field ??= Negations.Of(Words);
}
