using Microsoft.Extensions.Logging;
using PaperBot.Answering.Extractive.Summaries;
using PaperBot.Bot.Shares;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Slack;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Events;
using PaperBot.Slack.WebApi;

namespace PaperBot.Bot.Unfurls;

/// <summary>
/// Shows under a link what the library knows of its paper. Links to other papers are left as they are: Slack has a preview of its own.
/// </summary>
internal sealed class LinkUnfurls(ISlackApiClient slack, PaperStore papers, Summarizer summarizer, ShareStore shares, ILogger<LinkUnfurls> log)
    : IEventHandler<LinkShared>
{
    // Slack shows no more previews than this under one message.
    private const int Most = 5;

    public async Task HandleAsync(LinkShared slackEvent, Delivery delivery, CancellationToken cancellationToken)
    {
        var message = SharedIn.Of(slackEvent.Channel, slackEvent.MessageTs, slackEvent.ThreadTs);
        var named = slackEvent.Links
            .Select(link => (link.Url, PaperReference.ParseExact(link.Url)?.Key)).DistinctBy(link => link.Url).Take(NamedPapers.Most)
            .SelectMany(link => link.Key is { } key ? [(link.Url, Key: key)] : Array.Empty<(string Url, PaperKey Key)>()).ToList();
        if (message.IsInChannel)
            shares.Record(message, slackEvent.User, [.. named.Select(link => link.Key).Distinct()]);

        var unfurls = new Dictionary<string, UnfurlContent>(StringComparer.Ordinal);
        foreach (var (url, paper) in named.Select(link => (link.Url, papers.Find(link.Key))))
        {
            if (paper is null || unfurls.Count == Most)
                continue;
            var discussed = message.IsInChannel ? await DiscussedAsync(paper.Key, message, cancellationToken).ConfigureAwait(false) : null;
            unfurls.Add(url, new UnfurlContent(UnfurlBlocks.Of(summarizer.Summarize(paper, cancellationToken), discussed)));
        }

        if (unfurls.Count > 0)
            await UnfurlAsync(slackEvent, unfurls, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Discussion?> DiscussedAsync(PaperKey paper, SharedIn message, CancellationToken cancellationToken)
    {
        if (shares.Before(paper, message) is not { } before)
            return null;
        try
        {
            return new(before.At, await slack.Chat.GetPermalinkAsync(message.Channel, before.Message, cancellationToken).ConfigureAwait(false));
        }
        catch (SlackException e)
        {
            // Deleted meanwhile, or in a channel that the bot is not in: nothing to lead people to.
            Log.NoPermalink(log, e.ErrorCode);
            return null;
        }
    }

    /// <summary>A preview is decoration: a message that is gone or a link that Slack does not want shown harms nobody.</summary>
    private async Task UnfurlAsync(LinkShared slackEvent, Dictionary<string, UnfurlContent> unfurls, CancellationToken cancellationToken)
    {
        try
        {
            await slack.Chat.UnfurlAsync(
                new Unfurl
                {
                    Channel = slackEvent.Channel,
                    Ts = slackEvent.MessageTs,
                    UnfurlId = slackEvent.UnfurlId,
                    Source = slackEvent.Source,
                    Unfurls = unfurls,
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (SlackException e)
        {
            Log.NotUnfurled(log, e.ErrorCode);
        }
    }
}
