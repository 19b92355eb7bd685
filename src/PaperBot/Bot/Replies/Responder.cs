using Microsoft.Extensions.Options;
using PaperBot.Answering;
using PaperBot.Bot.Channels;
using PaperBot.Bot.Digests;
using PaperBot.Bot.Rendering;
using PaperBot.Bot.Requests;
using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Bot.Replies;

/// <summary>The one place where a request becomes a reply, whichever way it was made.</summary>
internal sealed class Responder(
    Ask ask, Summarize summarize, Compare compare, PaperLists lists, Additions additions, Exports exports, Pictures pictures, LibraryStatus status, PaperFinder finder,
    SubscriptionReplies subscriptions, ChannelSettingsStore channels, IOptions<BotOptions> options)
{
    private readonly Wording _wording = new(options.Value.Command);

    /// <exception cref="OperationCanceledException">Asked for before the reply was there.</exception>
    public Task<Reply> ReplyAsync(BotRequest request, Place place, CancellationToken cancellationToken) =>
        ReplyAsync(request, place, _ => ValueTask.CompletedTask, cancellationToken);

    /// <param name="tell">Takes the sentences of the reply as they come, where it is written sentence by sentence.</param>
    /// <exception cref="OperationCanceledException">Asked for before the reply was there.</exception>
    public async Task<Reply> ReplyAsync(BotRequest request, Place place, Tell tell, CancellationToken cancellationToken)
    {
        var id = ReplyId.New();
        var scope = channels.Find(place.Channel).Scope;
        return request switch
        {
            BotRequest.Ask asked => await AskAsync(id, asked, place, scope, tell, cancellationToken),
            BotRequest.Search search => await lists.SearchAsync(id, search, scope, cancellationToken),
            BotRequest.Similar similar => await WithPapersAsync(
                id, [similar.Reference], found => lists.SimilarAsync(id, found[0], similar.Skip, scope, cancellationToken)),
            BotRequest.Show show => WithPapers(id, [show.Reference], found => PaperCard.Of(id, found[0])),
            BotRequest.Summarize summary => await WithPapersAsync(
                id, summary.References, async found => SummaryReply.Of(id, await summarize.OfAsync(found, place.Person, cancellationToken))),
            BotRequest.Compare comparison => await WithPapersAsync(
                id, comparison.References, found => CompareAsync(id, found, comparison.Aspects, place.Person, cancellationToken)),
            BotRequest.Add add => await additions.AddAsync(id, add.Text, _wording, cancellationToken),
            BotRequest.Export export => await exports.ExportAsync(id, export, scope, place.IsPrivate, cancellationToken),
            BotRequest.Cite cite => exports.Cite(id, cite.Papers, place.IsPrivate),
            BotRequest.Trend trend => await pictures.TrendAsync(id, trend.Topic, scope, place.IsPrivate, cancellationToken),
            BotRequest.Map map => await pictures.MapAsync(id, map.Topic, scope, place.IsPrivate, cancellationToken),
            BotRequest.Status => status.Tell(id, _wording),
            BotRequest.Mistake mistake => NoticeReply.Of(
                id, $"{SafeText.Mrkdwn(mistake.Problem, 500)} For example: {_wording.Form(SafeText.Typed(mistake.RightForm, 300))}"),
            _ => await subscriptions.ReplyAsync(id, request, place, cancellationToken) ?? HelpReply.Of(id, _wording),
        };
    }

    private async Task<Reply> AskAsync(string id, BotRequest.Ask asked, Place place, SearchFilter? scope, Tell tell, CancellationToken cancellationToken)
    {
        var request = new AskRequest(asked.Question, asked.Within, scope) { Person = place.Person, Typed = asked.Typed, Before = asked.Before };
        var answer = await ask.AnswerAsync(request, (sentence, citations) => tell(AnswerReply.Statement(sentence, citations)), cancellationToken);
        return answer.Refusal is { } refusal ? lists.Refuse(id, _wording.On(refusal), answer, cancellationToken) : AnswerReply.Of(id, answer);
    }

    private async Task<Reply> CompareAsync(
        string id, IReadOnlyList<Paper> papers, IReadOnlyList<string> aspects, string person, CancellationToken cancellationToken) =>
        await compare.OfAsync(papers, aspects, person, cancellationToken) switch
        {
            CompareOutcome.Compared compared => ComparisonReply.Of(id, compared.Comparison),
            CompareOutcome.NamedTwice twice => NoticeReply.Of(id, $"{PaperLink.Mrkdwn(twice.Paper)} is named twice; name different papers."),
            CompareOutcome.TooFew => NoticeReply.Of(
                id, $"It takes two papers to compare. For example: {_wording.Form("compare 2009.10819 2001.09769")}"),
            _ => NoticeReply.Of(id, $"Up to {Compare.MostPapers} papers fit side by side."),
        };

    private Reply WithPapers(string id, IReadOnlyList<string> references, Func<IReadOnlyList<Paper>, Reply> reply) =>
        Find(id, references, out var papers) ?? reply(papers);

    private async Task<Reply> WithPapersAsync(string id, IReadOnlyList<string> references, Func<IReadOnlyList<Paper>, Task<Reply>> reply) =>
        Find(id, references, out var papers) ?? await reply(papers);

    /// <returns>What to say of the first reference that names no paper, or several; null when all are found.</returns>
    private Reply? Find(string id, IReadOnlyList<string> references, out IReadOnlyList<Paper> papers)
    {
        var found = new List<Paper>();
        papers = found;
        foreach (var reference in references)
        {
            switch (finder.Find(reference))
            {
                case PaperLookup.Found one:
                    found.Add(one.Paper);
                    break;
                case PaperLookup.Ambiguous several:
                    return PapersReply.Of(
                        id, ReplyKind.Notice, _wording.On(several), [.. several.Candidates.Select(candidate => new ListedPaper(candidate, "", ""))]);
                case var lookup:
                    return NoticeReply.Of(id, _wording.On(lookup));
            }
        }

        return null;
    }
}
