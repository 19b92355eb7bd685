using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Answering;

/// <summary>What the bot says to a question: sentences that each cite a paper, or a refusal with its reason.</summary>
/// <param name="Sentences">In reading order; empty when the question is refused.</param>
/// <param name="Citations">One a quote, numbered from 1 by paper; for a refusal, the nearest papers.</param>
/// <param name="Mode">Who wrote it: the language model, such as <c>openai gpt-5</c>, or <see cref="LocalMode"/>.</param>
/// <param name="Refusal">Why there is no answer; null when there is one.</param>
/// <param name="Notice">What people should know of the search behind it.</param>
/// <param name="IsFromOtherPapers">The question was put to certain papers, which do not say, and others do.</param>
internal sealed record Answer(
    IReadOnlyList<AnswerSentence> Sentences,
    IReadOnlyList<Citation> Citations,
    string Mode,
    Refusal? Refusal = null,
    SearchNotice Notice = SearchNotice.None,
    bool IsFromOtherPapers = false)
{
    /// <summary>Without a language model, in the abstracts' own words.</summary>
    public const string LocalMode = "local";

    public bool IsLocal => Mode == LocalMode;

    /// <summary>The language model began it and failed; the rest is in the abstracts' own words.</summary>
    public bool IsFinishedLocally { get; init; }
}

/// <param name="Text">One sentence as people read it, without its citation mark.</param>
/// <param name="Citations">Numbers of the citations that bear it; never empty.</param>
internal sealed record AnswerSentence(string Text, IReadOnlyList<int> Citations)
{
    /// <summary>Of those citations' quotes, the ones that bear this sentence; empty is all.</summary>
    public IReadOnlyList<string> Quotes { get; init; } = [];
}

/// <summary>Takes the sentences of an answer as they come.</summary>
/// <param name="citations">All until now.</param>
internal delegate ValueTask TellSentence(AnswerSentence sentence, IReadOnlyList<Citation> citations);

/// <param name="Number">From 1, in order of appearance.</param>
/// <param name="Quote">A verbatim sentence of the paper's abstract; empty for a paper that is only near.</param>
internal sealed record Citation(int Number, Paper Paper, string Quote);

/// <summary>A paper in a nutshell.</summary>
/// <param name="Tldr">One sentence.</param>
/// <param name="Points">Problem, approach, results, limits, as far as the abstract states them, in its own words.</param>
internal sealed record Summary(Paper Paper, string Tldr, IReadOnlyList<SummaryPoint> Points)
{
    /// <summary>The verbatim sentence of the abstract that bears the <see cref="Tldr"/>.</summary>
    public string TldrQuote { get; init; } = Tldr;

    /// <summary>Who wrote the <see cref="Tldr"/>, as in <see cref="Answer.Mode"/>.</summary>
    public string Mode { get; init; } = Answer.LocalMode;
}

/// <param name="Aspect">One of <c>problem</c>, <c>approach</c>, <c>data</c>, <c>results</c>, <c>limits</c>.</param>
internal sealed record SummaryPoint(string Aspect, string Quote);

/// <summary>Papers side by side.</summary>
/// <param name="Rows">One an aspect, each with one cell a paper, in the papers' order.</param>
/// <param name="Shared">What the papers have in common, in plain sentences; empty when nothing was found.</param>
/// <param name="Differ">Where they differ, likewise.</param>
internal sealed record Comparison(
    IReadOnlyList<Paper> Papers,
    IReadOnlyList<ComparisonRow> Rows,
    IReadOnlyList<string> Shared,
    IReadOnlyList<string> Differ)
{
    /// <summary>Who wrote what is no quote in it, as in <see cref="Answer.Mode"/>.</summary>
    public string Mode { get; init; } = Answer.LocalMode;
}

internal sealed record ComparisonRow(string Aspect, IReadOnlyList<ComparisonCell> Cells);

/// <param name="Quote">A verbatim piece of the paper's abstract; null when it is not stated there.</param>
internal sealed record ComparisonCell(PaperKey Paper, string? Quote)
{
    /// <summary>What is shown in it: the quote, or a sentence that the quote bears.</summary>
    public string? Text { get; init; } = Quote;
}
