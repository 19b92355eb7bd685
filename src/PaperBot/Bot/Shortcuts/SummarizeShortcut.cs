using Microsoft.Extensions.Options;
using PaperBot.Bot.Rendering;
using PaperBot.Bot.Replies;
using PaperBot.Bot.Requests;
using PaperBot.Bot.Shares;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Interaction;

namespace PaperBot.Bot.Shortcuts;

/// <summary>The shortcut "Summarize papers here": reads which papers a message names, and tells the person alone what they say.</summary>
internal sealed class SummarizeShortcut(ShortcutReplies replies, Responder responder, PaperStore papers, IOptions<BotOptions> options)
    : IMessageShortcutHandler
{
    public const string Callback = "summarize_papers_here";

    /// <summary>More summaries nobody reads at once.</summary>
    private const int Most = 5;

    private const string Nothing =
        "I see no link to a paper in that message. I know links to arXiv, DOIs, Hugging Face papers and the ACL Anthology, "
        + "and arXiv ids and DOIs without a link.";

    private readonly Wording _wording = new(options.Value.Command);

    public Task HandleAsync(MessageShortcut shortcut, Delivery delivery, CancellationToken cancellationToken)
    {
        var place = new Place(delivery.TeamId, shortcut.Channel.Id, shortcut.Message.ThreadTs ?? "", shortcut.User.Id, IsPrivate: true);
        return replies.ShowAsync(
            token => SummarizeAsync(shortcut.Message, place, token), place, words: "", shortcut.ResponseUrl, delivery, cancellationToken);
    }

    private async Task<Reply> SummarizeAsync(PayloadMessage message, Place place, CancellationToken cancellationToken)
    {
        var named = NamedPapers.In(message);
        var known = named.Where(key => papers.Find(key) is not null).ToList();
        var notes = Notes(known, [.. named.Except(known)]);
        if (known.Count == 0)
            return NoticeReply.Of(ReplyId.New(), named.Count == 0 ? [Nothing] : notes);
        var request = new BotRequest.Summarize([.. known.Take(Most).Select(key => key.Value)]);
        var reply = await responder.ReplyAsync(request, place, cancellationToken).ConfigureAwait(false);
        return notes.Count == 0
            ? reply
            : reply with { Text = $"{reply.Text}\n{string.Join('\n', notes)}", Blocks = [.. reply.Blocks, .. Lines.Small(notes)] };
    }

    private List<string> Notes(List<PaperKey> known, List<PaperKey> unknown)
    {
        var notes = new List<string>();
        if (known.Count > Most)
            notes.Add($"The message names more papers of the library: {Names(known.Skip(Most))}. {_wording.Form("summarize")} takes them.");
        if (unknown.Count > 0)
            notes.Add($"Not in the library: {Names(unknown)}. {_wording.HowToAdd}");
        return notes;
    }

    private static string Names(IEnumerable<PaperKey> keys) => string.Join(", ", keys.Select(key => SafeText.Mrkdwn(key.Value, 120)));
}
