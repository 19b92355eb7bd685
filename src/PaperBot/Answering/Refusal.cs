namespace PaperBot.Answering;

/// <summary>Why a question is not answered. <see cref="RefusalText"/> has the sentence; how to go on, the edges say.</summary>
internal enum RefusalKind
{
    /// <summary>The library has no papers.</summary>
    EmptyLibrary,

    /// <summary>Conditions, and no question with them.</summary>
    NothingAsked,

    /// <summary>No word to search for.</summary>
    NoQuestion,

    /// <summary>The bot is told to do something that is not about papers.</summary>
    Instruction,

    /// <summary>A condition cannot be read; <see cref="Refusal.Problem"/> says which and how it is written.</summary>
    WrongCondition,

    NothingNear,

    NothingMeetsConditions,

    /// <summary>The nearest paper has none, so there is nothing to quote.</summary>
    NoAbstract,

    /// <summary>It asks who wrote a paper, which abstracts do not say.</summary>
    Authors,

    /// <summary>It asks when or where a paper was published, likewise.</summary>
    Published,

    /// <summary>Far from every paper.</summary>
    OffTopic,

    /// <summary>No abstract of the library has <see cref="Refusal.Words"/>.</summary>
    NeverMentioned,

    /// <summary>The nearest abstracts do not have <see cref="Refusal.Words"/>.</summary>
    NotMentionedHere,

    /// <summary>On the topic, and yet not said.</summary>
    NotStated,

    /// <summary>It was asked of certain papers, which do not say, and neither do others.</summary>
    NotInThosePapers,
}

/// <summary>Why there is no answer.</summary>
internal sealed record Refusal(RefusalKind Kind)
{
    /// <summary>Words of the question, as typed, that nothing was found about; empty for kinds that name none.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>One sentence for people on a condition that cannot be read; empty for other kinds.</summary>
    public string Problem { get; init; } = "";
}
