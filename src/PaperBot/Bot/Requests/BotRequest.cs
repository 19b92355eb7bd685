using PaperBot.Answering.Conversations;
using PaperBot.Papers;

namespace PaperBot.Bot.Requests;

/// <summary>What a person wants, whichever way they said it: a slash command, a mention, a direct message or a button.</summary>
internal abstract record BotRequest
{
    private BotRequest()
    {
    }

    internal sealed record Ask(string Question) : BotRequest
    {
        /// <summary>The papers that are spoken of; empty is the whole library.</summary>
        public IReadOnlyList<PaperKey> Within { get; init; } = [];

        /// <summary>The person's own words, where the question is how they were understood.</summary>
        public string Typed { get; init; } = "";

        /// <summary>What was said before, in this place; oldest first.</summary>
        public IReadOnlyList<ConversationTurn> Before { get; init; } = [];
    }

    internal sealed record Search(string Query) : BotRequest
    {
        /// <summary>How many were shown before.</summary>
        public int Skip { get; init; }
    }

    /// <param name="References">Each as typed: an id, an address, words of a title.</param>
    internal sealed record Summarize(IReadOnlyList<string> References) : BotRequest;

    /// <param name="Aspects">Empty takes the usual ones.</param>
    internal sealed record Compare(IReadOnlyList<string> References, IReadOnlyList<string> Aspects) : BotRequest;

    internal sealed record Similar(string Reference) : BotRequest
    {
        /// <summary>How many were shown before.</summary>
        public int Skip { get; init; }
    }

    internal sealed record Show(string Reference) : BotRequest;

    /// <param name="Text">A reference, or records such as BibTeX.</param>
    internal sealed record Add(string Text) : BotRequest;

    /// <param name="Query">Which papers; empty is the whole library.</param>
    internal sealed record Export(ExportFormat Format, string Query) : BotRequest;

    /// <summary>Certain papers as BibTeX.</summary>
    internal sealed record Cite(IReadOnlyList<PaperKey> Papers) : BotRequest;

    /// <param name="Topic">Words, and conditions among them.</param>
    internal sealed record Trend(string Topic) : BotRequest;

    /// <param name="Topic">Words, and conditions among them.</param>
    internal sealed record Map(string Topic) : BotRequest;

    /// <summary>New papers are to come by themselves.</summary>
    internal sealed record Subscribe(SubscriptionWish Wish) : BotRequest;

    /// <summary>The same, without a word of what: the form asks for it.</summary>
    internal sealed record SubscribeForm : BotRequest;

    /// <summary>What is subscribed to.</summary>
    internal sealed record Subscriptions : BotRequest;

    /// <param name="Which">Its number in the list, or words of it; empty where there is only one.</param>
    internal sealed record ChangeSubscription(SubscriptionDeed Deed, string Which) : BotRequest
    {
        /// <summary>The same when the request is handled again after a restart.</summary>
        public string Id { get; init; } = "";
    }

    /// <summary>The papers that a person put aside.</summary>
    internal sealed record Saved : BotRequest;

    internal sealed record Status : BotRequest;

    internal sealed record Help : BotRequest;

    /// <summary>What was typed makes no request.</summary>
    /// <param name="Problem">One sentence on what is wrong.</param>
    /// <param name="RightForm">An example, without the command's name: <c>compare 2009.10819 2001.09769</c>.</param>
    internal sealed record Mistake(string Problem, string RightForm) : BotRequest;
}

internal enum ExportFormat
{
    BibTeX,
    Csv,
}
