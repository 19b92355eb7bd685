using Microsoft.Extensions.Options;
using PaperBot.Answering;
using PaperBot.Bot.Rendering;
using PaperBot.Bot.Requests;
using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Bot.Replies;

/// <summary>The one place where a request becomes a reply, whichever way it was made.</summary>
internal sealed class Responder(Ask ask, PaperLists lists, PaperFinder finder, IOptions<BotOptions> options)
{
    private readonly Wording _wording = new(options.Value.Command);

    /// <exception cref="OperationCanceledException">Asked for before the reply was there.</exception>
    public async Task<Reply> ReplyAsync(BotRequest request, Place place, CancellationToken cancellationToken)
    {
        var id = ReplyId.New();
        return request switch
        {
            BotRequest.Ask asked => await AskAsync(id, asked, cancellationToken).ConfigureAwait(false),
            BotRequest.Search search => await lists.SearchAsync(id, search, cancellationToken).ConfigureAwait(false),
            BotRequest.Show show => WithPaper(id, show.Reference, paper => PaperCard.Of(id, paper)),
            BotRequest.Mistake mistake => NoticeReply.Of(
                id, $"{SafeText.Mrkdwn(mistake.Problem, 500)} For example: {_wording.Form(SafeText.Mrkdwn(mistake.RightForm, 300))}"),
            _ => HelpReply.Of(id, _wording),
        };
    }

    private async Task<Reply> AskAsync(string id, BotRequest.Ask asked, CancellationToken cancellationToken)
    {
        var answer = await ask.AnswerAsync(new AskRequest(asked.Question, asked.Within), cancellationToken).ConfigureAwait(false);
        return answer.Refusal is { } refusal ? lists.Refuse(id, _wording.On(refusal), answer, cancellationToken) : AnswerReply.Of(id, answer);
    }

    private Reply WithPaper(string id, string reference, Func<Paper, Reply> reply) => finder.Find(reference) switch
    {
        PaperLookup.Found found => reply(found.Paper),
        PaperLookup.Ambiguous several => PapersReply.Of(
            id, ReplyKind.Notice, _wording.On(several), [.. several.Candidates.Select(candidate => new ListedPaper(candidate, "", ""))]),
        var lookup => NoticeReply.Of(id, _wording.On(lookup)),
    };
}
