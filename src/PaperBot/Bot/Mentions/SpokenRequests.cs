using Microsoft.Extensions.Options;
using PaperBot.Answering.Conversations;
using PaperBot.Bot.Deliveries;
using PaperBot.Bot.Rendering;
using PaperBot.Bot.Replies;
using PaperBot.Bot.Requests;
using PaperBot.Bot.Threads;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Slack;

namespace PaperBot.Bot.Mentions;

/// <summary>Answers what a person said in their own words, with what was said before.</summary>
internal sealed class SpokenRequests(Understand understand, Responder responder, ReplyStore replies, PaperStore papers, IOptions<BotOptions> options)
{
    // App Home shows what was asked; a pasted page is no question.
    private const int LongestKept = 1_000;
    private const int MostReplies = 20;

    private readonly Wording _wording = new(options.Value.Command);

    /// <param name="tell">Takes the sentences of the reply as they come.</param>
    /// <returns>The reply, and the request as it was understood, whole without what was said before.</returns>
    public async Task<Made> ReplyAsync(Heard heard, IReadOnlyList<ConversationTurn> before, Tell tell, CancellationToken cancellationToken)
    {
        // What can only be typed as a command is meant as one.
        var typed = RequestReader.Read(heard.Markup);
        if (typed is BotRequest.ChangeSubscription change)
            typed = change with { Id = MessageKey.Of(heard.Channel, heard.Message) };
        if (typed is BotRequest.Add or BotRequest.Status or BotRequest.Export or BotRequest.Subscribe or BotRequest.SubscribeForm or BotRequest.Subscriptions
            or BotRequest.ChangeSubscription or BotRequest.Saved or BotRequest.Trend or BotRequest.Map || IsMistakenSubscription(typed))
            return new Made(await responder.ReplyAsync(typed, heard.Place, cancellationToken), SlackText.Shorten(heard.Text, LongestKept));
        var understood = understand.Of(heard.Text, before);
        var request = understood switch
        {
            Understood.AskQuestion ask => new BotRequest.Ask(ask.StandaloneQuestion)
            {
                Within = ask.OnlyPapers ?? [],
                Typed = heard.Text,
                Before = before,
            },
            Understood.FindPapers find => new BotRequest.Search(find.Query),
            Understood.SummarizePapers summarize => new BotRequest.Summarize(Keys(summarize.Papers)),
            Understood.ComparePapers compare => new BotRequest.Compare(Keys(compare.Papers), compare.Aspects),
            Understood.SimilarTo similar => new BotRequest.Similar(similar.Paper.Key.Value),
            Understood.ShowPapers { Papers: [var only] } => new BotRequest.Show(only.Key.Value),
            Understood.ExportBibTeX export => new BotRequest.Cite(export.Papers.Select(paper => paper.Key).ToList()),
            Understood.DescribeLibrary => new BotRequest.Status(),
            Understood.SmallTalk { Kind: SmallTalkKind.Help } => new BotRequest.Help(),
            Understood.NotFound { Lookup: PaperLookup.Ambiguous several } => new BotRequest.Show(several.Words),
            _ => (BotRequest?)null,
        };
        var reply = request is not null ? await responder.ReplyAsync(request, heard.Place, tell, cancellationToken) : Say(understood, heard.Place);
        return new Made(reply, SlackText.Shorten(understood is Understood.AskQuestion asked ? asked.StandaloneQuestion : heard.Text, LongestKept));
    }

    /// <summary>"Subscribe" in a form that cannot be read; other mistakes of a command may be sentences.</summary>
    private static bool IsMistakenSubscription(BotRequest typed) =>
        typed is BotRequest.Mistake mistake && mistake.RightForm.StartsWith("subscri", StringComparison.Ordinal);

    private Reply Say(Understood understood, Place place)
    {
        var id = ReplyId.New();
        return understood switch
        {
            Understood.ShowPapers show => Papers(id, show.Papers),
            Understood.ShowSources sources => Quotes(id, place) ?? Papers(id, sources.Papers),
            Understood.NotFound missing => NoticeReply.Of(id, _wording.On(missing.Lookup)),
            Understood.Unclear unclear => NoticeReply.Of(id, UnclearText.Of(unclear)),
            Understood.SmallTalk { Kind: SmallTalkKind.Thanks } => NoticeReply.Of(id, "You are welcome."),
            Understood.SmallTalk { Kind: SmallTalkKind.Complaint } => NoticeReply.Of(
                id, "I am sorry. “Not helpful” under an answer notes it. Other words, or a paper's name, may find better."),
            _ => NoticeReply.Of(id, "Hello! Ask me something about the papers in our library, or say “help”."),
        };
    }

    /// <summary>The quotes that the last answer here rests on; null when there is none.</summary>
    private Reply? Quotes(string id, Place place) =>
        replies.InThread(place.Channel, place.Thread, MostReplies).LastOrDefault(saved => saved.Reply.Statements.Count > 0) is { } last
            ? QuotesReply.Of(id, last.Reply, papers.Find) : null;

    private static Reply Papers(string id, IReadOnlyList<Paper> shown) =>
        PapersReply.Of(id, ReplyKind.Papers, "These are the papers.", [.. shown.Select(paper => new ListedPaper(paper, "", ""))]);

    private static IReadOnlyList<string> Keys(IReadOnlyList<Paper> papers) => [.. papers.Select(paper => paper.Key.Value)];
}
