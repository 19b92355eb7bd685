using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Answering.Conversations;

/// <summary>What a person wants with a message; these and no other.</summary>
internal abstract record Understood
{
    private Understood()
    {
    }

    /// <param name="StandaloneQuestion">Whole without the thread: "SPANN's memory cost?" for "and its memory cost?".</param>
    /// <param name="OnlyPapers">The papers that it is about, where it is about certain ones of the thread; null is the library.</param>
    internal sealed record AskQuestion(string StandaloneQuestion, IReadOnlyList<PaperKey>? OnlyPapers = null) : Understood;

    /// <param name="Query">Words and conditions, as a search takes them; empty is all papers, the newest first.</param>
    internal sealed record FindPapers(string Query) : Understood;

    internal sealed record SummarizePapers(IReadOnlyList<Paper> Papers) : Understood;

    /// <param name="Aspects">As the person named them; empty for the usual ones.</param>
    internal sealed record ComparePapers(IReadOnlyList<Paper> Papers, IReadOnlyList<string> Aspects) : Understood;

    internal sealed record SimilarTo(Paper Paper) : Understood;

    /// <summary>Who wrote them, when, where they are: what abstracts do not say and the library knows.</summary>
    internal sealed record ShowPapers(IReadOnlyList<Paper> Papers) : Understood;

    /// <summary>Where the last answer comes from, with its quotes.</summary>
    internal sealed record ShowSources(IReadOnlyList<Paper> Papers) : Understood;

    internal sealed record ExportBibTeX(IReadOnlyList<Paper> Papers) : Understood;

    /// <summary>What the library holds, in numbers.</summary>
    internal sealed record DescribeLibrary : Understood;

    internal sealed record SmallTalk(SmallTalkKind Kind) : Understood;

    /// <summary>The words that were to name a paper name none, or several.</summary>
    internal sealed record NotFound(PaperLookup Lookup) : Understood;

    /// <param name="Papers">Those that could have been meant; what <see cref="UnclearText"/> counts.</param>
    internal sealed record Unclear(UnclearReason Reason, IReadOnlyList<Paper> Papers) : Understood;
}

internal enum SmallTalkKind
{
    Hello,
    Thanks,
    Help,

    /// <summary>"That is wrong."</summary>
    Complaint,
}

internal enum UnclearReason
{
    /// <summary>"Summarize it" where no paper was spoken of.</summary>
    NothingSpokenOf,

    /// <summary>"The third one" where there were two.</summary>
    NoSuchPaper,

    /// <summary>"Compare them" where there was one.</summary>
    OnlyOnePaper,
}
