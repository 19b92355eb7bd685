using Microsoft.Extensions.Options;
using PaperBot.Answering.Conversations;
using PaperBot.Bot.Deliveries;
using PaperBot.Bot.Rendering;
using PaperBot.Bot.Replies;
using PaperBot.Bot.Requests;
using PaperBot.Papers;

namespace PaperBot.Bot.Mentions;

/// <summary>Answers what a person said in their own words, with what was said before.</summary>
internal sealed class SpokenRequests(Understand understand, Responder responder, IOptions<BotOptions> options)
{
    private readonly Wording _wording = new(options.Value.Command);

    /// <param name="text">As typed.</param>
    /// <returns>The reply, and the request as it was understood, whole without what was said before.</returns>
    public async Task<Made> ReplyAsync(
        string text, Place place, IReadOnlyList<ConversationTurn> before, CancellationToken cancellationToken)
    {
        // What can only be typed as a command is meant as one.
        if (RequestReader.Read(text) is (BotRequest.Add or BotRequest.Status or BotRequest.Export) and var typed)
            return new Made(await responder.ReplyAsync(typed, place, cancellationToken), text);
        var understood = understand.Of(text, before);
        var request = understood switch
        {
            Understood.AskQuestion ask => new BotRequest.Ask(ask.StandaloneQuestion) { Within = ask.OnlyPapers ?? [] },
            Understood.FindPapers find => new BotRequest.Search(find.Query),
            Understood.SummarizePapers summarize => new BotRequest.Summarize(Keys(summarize.Papers)),
            Understood.ComparePapers compare => new BotRequest.Compare(Keys(compare.Papers), compare.Aspects),
            Understood.SimilarTo similar => new BotRequest.Similar(similar.Paper.Key.Value),
            Understood.ShowPapers { Papers: [var only] } => new BotRequest.Show(only.Key.Value),
            Understood.ExportBibTeX export => new BotRequest.Cite(export.Papers.Select(paper => paper.Key).ToList()),
            Understood.SmallTalk { Kind: SmallTalkKind.Help } => new BotRequest.Help(),
            _ => (BotRequest?)null,
        };
        var reply = request is not null ? await responder.ReplyAsync(request, place, cancellationToken) : Say(understood);
        return new Made(reply, understood is Understood.AskQuestion asked ? asked.StandaloneQuestion : text);
    }

    private Reply Say(Understood understood)
    {
        var id = ReplyId.New();
        return understood switch
        {
            Understood.ShowPapers show => Papers(id, "These are the papers.", show.Papers),
            Understood.ShowSources sources => Papers(id, "It comes from here.", sources.Papers),
            Understood.NotFound missing => NoticeReply.Of(id, _wording.On(missing.Lookup)),
            Understood.Unclear unclear => NoticeReply.Of(id, UnclearText.Of(unclear)),
            Understood.SmallTalk { Kind: SmallTalkKind.Thanks } => NoticeReply.Of(id, "You are welcome."),
            _ => NoticeReply.Of(id, "Hello! Ask me something about the papers in our library, or say “help”."),
        };
    }

    private static Reply Papers(string id, string heading, IReadOnlyList<Paper> papers) =>
        PapersReply.Of(id, ReplyKind.Papers, heading, [.. papers.Select(paper => new ListedPaper(paper, "", ""))]);

    private static IReadOnlyList<string> Keys(IReadOnlyList<Paper> papers) => [.. papers.Select(paper => paper.Key.Value)];
}
