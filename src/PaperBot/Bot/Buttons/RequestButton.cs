using PaperBot.Answering;
using PaperBot.Bot.Channels;
using PaperBot.Bot.Deliveries;
using PaperBot.Bot.Rendering;
using PaperBot.Bot.Replies;
using PaperBot.Bot.Requests;
using PaperBot.Bot.Threads;
using PaperBot.Papers;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Interaction;
using PaperBot.Slack.WebApi;

namespace PaperBot.Bot.Buttons;

/// <summary>
/// Buttons that ask for something: summarize, similar, show, more, BibTeX. What goes on a conversation is said in the thread of the
/// message; what only one person wants to look at, and all that comes of a private message, is shown to that person.
/// </summary>
internal sealed class RequestButton(
    ReplyStore replies, Responder responder, ReplyDelivery deliver, PrivateReplies privately, ChannelSettingsStore channels, ThreadStore threads,
    ISlackApiClient slack) : IBlockActionHandler
{
    public async Task HandleAsync(BlockAction action, BlockActionRequest request, Delivery delivery, CancellationToken cancellationToken)
    {
        var click = Click.Of(action, request, delivery);
        if (click.ResponseUrl.Length == 0)
        {
            // In a view there is nowhere to answer; the direct messages are.
            var direct = await slack.Conversations.OpenAsync(click.Place.Person, cancellationToken);
            click = click with { Place = click.Place with { Channel = direct, Thread = "" } };
        }

        if (Request(click) is not var (asked, words))
            await TellAsync(click, GoneText.Reply, cancellationToken);
        else if (channels.Find(click.Place.Channel) is var settings && !settings.MayAsk(click.Place.Person))
            await TellAsync(click, NotAllowedText.Of(settings), cancellationToken);
        else if (click.ResponseUrl.Length > 0 && (click.Place.IsPrivate || click.Action is not (ReplyButtons.Summarize or ReplyButtons.Similar)))
            await privately.ReplyAsync(
                new PrivateRequest(asked, click.Privately, words, click.ResponseUrl, delivery.Id, IsTyped: false), cancellationToken);
        else
            await SayAsync(click, asked, words, delivery, cancellationToken);
    }

    private async Task SayAsync(Click click, BotRequest asked, string words, Delivery delivery, CancellationToken cancellationToken)
    {
        // Nothing that was said before the click answers it; whose clock says so need not be Slack's.
        var outgoing = new Outgoing(delivery.Id, click.Place, Outgoing.Before(delivery.ReceivedAt));
        var sent = await deliver.SendAsync(
            outgoing, async (tell, token) => new Made(await responder.ReplyAsync(asked, click.Place, tell, token), words), cancellationToken).ConfigureAwait(false);
        if (sent is Sent.Unreachable && click.ResponseUrl.Length > 0)
        {
            // Such as under a link in a channel that the bot is not in.
            var reply = await responder.ReplyAsync(asked, click.Privately, cancellationToken);
            await privately.TellAsync(reply, click.Privately, click.ResponseUrl, cancellationToken);
        }
        else if (click.Place.Thread.Length > 0)
        {
            threads.Join(click.Place.Channel, click.Place.Thread);
        }
    }

    private Task TellAsync(Click click, string sentence, CancellationToken cancellationToken) => click.ResponseUrl.Length == 0
        ? slack.Chat.PostMessageAsync(new Message { Channel = click.Place.Channel, Text = sentence }, cancellationToken)
        : privately.TellAsync(NoticeReply.Of(ReplyId.New(), sentence), click.Privately, click.ResponseUrl, cancellationToken);

    /// <returns>The request, and how it reads among a person's questions; null when the reply is gone.</returns>
    private (BotRequest Request, string Words)? Request(Click click)
    {
        if (click.Value is ButtonValue.MoreFound more)
            return (new BotRequest.Search(more.Query) { Skip = more.Skip }, $"search {more.Query}");
        if (click.Value is ButtonValue.MoreSimilar like)
            return (new BotRequest.Similar(like.Key.Value) { Skip = like.Skip }, $"similar {like.Key.Value}");
        IReadOnlyList<PaperKey> papers = click.Value switch
        {
            ButtonValue.OfPaper paper => [paper.Key],
            ButtonValue.OfReply of when click.Find(replies, of.Id) is { } saved => saved.Reply.Papers,
            _ => [],
        };
        if (papers.Count == 0)
            return null;
        var some = papers.Take(Compare.MostPapers).ToList();
        return click.Action switch
        {
            ReplyButtons.Similar => (new BotRequest.Similar(papers[0].Value), $"similar {papers[0].Value}"),
            ReplyButtons.Show => (new BotRequest.Show(papers[0].Value), $"show {papers[0].Value}"),
            ReplyButtons.BibTeX => (new BotRequest.Cite(papers), $"bibtex {Names(papers)}"),
            _ => (new BotRequest.Summarize([.. some.Select(paper => paper.Value)]), $"summarize {Names(some)}"),
        };
    }

    private static string Names(IEnumerable<PaperKey> papers) => string.Join(' ', papers.Select(paper => paper.Value));
}
