using PaperBot.Bot.Rendering;
using PaperBot.Bot.Replies;
using PaperBot.Bot.Requests;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Interaction;

namespace PaperBot.Bot.Buttons;

/// <summary>A click on one of the bot's buttons, where it was made and by whom.</summary>
/// <param name="Action">The button's name, without what keeps several apart.</param>
/// <param name="Value">What it carries; null when it is none of ours.</param>
/// <param name="Place">The message's thread, or the one that begins with it; private when one person sees the message.</param>
/// <param name="Message">The message that was clicked; empty in views.</param>
/// <param name="ResponseUrl">Empty in views.</param>
internal sealed record Click(string Action, ButtonValue? Value, Place Place, string Message, string ResponseUrl)
{
    public static Click Of(BlockAction action, BlockActionRequest request, Delivery delivery)
    {
        var message = request.Container.MessageTs ?? request.Message?.Ts ?? "";
        var thread = request.Container.ThreadTs ?? request.Message?.ThreadTs;
        var channel = request.Channel?.Id ?? request.Container.ChannelId ?? "";
        var isPrivate = request.Container.IsEphemeral;
        // A message that one person sees is no beginning of a thread.
        var place = new Place(delivery.TeamId, channel, thread ?? (isPrivate ? "" : message), request.User.Id, isPrivate);
        return new Click(action.ActionId.Split(':')[0], ButtonValue.Parse(action.Value), place, message, request.ResponseUrl ?? "");
    }

    /// <summary>The same for the person alone.</summary>
    public Place Privately => Place with { IsPrivate = true, Thread = Place.Thread == Message ? "" : Place.Thread };

    /// <returns>The reply, when there is one and the person may see it: a private one is theirs, another was said in this conversation.</returns>
    public SavedReply? Find(ReplyStore replies, string id) => replies.Find(id) is { } saved && MaySee(saved.Place) ? saved : null;

    private bool MaySee(Place said) => said.IsPrivate ? said.Person == Place.Person : said.Channel == Place.Channel;
}
