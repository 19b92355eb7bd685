using Microsoft.Extensions.Options;
using PaperBot.Bot.Rendering;
using PaperBot.Bot.Replies;
using PaperBot.Bot.Requests;
using PaperBot.Digests.Feedback;
using PaperBot.Digests.Subscriptions;
using PaperBot.Papers;
using PaperBot.Retrieval;

namespace PaperBot.Bot.Digests;

/// <summary>Replies to what people ask of digests in words.</summary>
internal sealed class SubscriptionReplies(
    NewSubscriptions made, SubscriptionDeeds deeds, SubscriptionList list, SavedPapers saved, PaperStore papers, IOptions<BotOptions> options)
{
    // Beyond this nobody reads a list.
    private const int MostSaved = 500;

    private readonly Wording _wording = new(options.Value.Command);

    /// <returns>Null for a request about anything else.</returns>
    public async Task<Reply?> ReplyAsync(string id, BotRequest request, Place place, CancellationToken cancellationToken) => request switch
    {
        BotRequest.Subscribe subscribe => await made.MakeAsync(id, subscribe.Wish, place, cancellationToken).ConfigureAwait(false),
        BotRequest.SubscribeForm => Form(id),
        BotRequest.Subscriptions => List(id, place),
        BotRequest.ChangeSubscription change => await ChangeAsync(id, change, place, cancellationToken).ConfigureAwait(false),
        BotRequest.Saved when place is { IsPrivate: false, IsDirect: false } =>
            NoticeReply.Of(id, $"What you saved is yours alone: {_wording.Form("saved")} shows it to nobody else."),
        BotRequest.Saved => Saved(id, place.Person),
        _ => null,
    };

    /// <summary>What a person saved, as it is now.</summary>
    public Reply Saved(string id, string person) => SavedPapersReply.Of(id, [.. saved.Of(person, MostSaved).Select(papers.Find).OfType<Paper>()]);

    /// <summary>What is subscribed to, as a person sees it in a place.</summary>
    public Reply List(string id, Place place) => List(id, list.In(place), place);

    private async Task<Reply> ChangeAsync(string id, BotRequest.ChangeSubscription change, Place place, CancellationToken cancellationToken)
    {
        var all = list.In(place);
        var named = list.Named(change.Which, all);
        if (named is [var only])
            return await deeds.DoAsync(id, change.Deed, only, place, change.Id, cancellationToken).ConfigureAwait(false);
        if (all.Count == 0)
            return List(id, all, place);
        var deed = change.Deed.ToString().ToLowerInvariant();
        var sentence = named.Count == 0 ? $"No subscription here is “{SafeText.Typed(change.Which, 200)}”." : "Which one?";
        var reply = List(id, all, place);
        var line = $"{sentence} For example: {_wording.Form($"subscriptions {deed} 1")}";
        return reply with { Text = $"{line}\n{reply.Text}", Blocks = [.. Lines.Plain(line), .. reply.Blocks] };
    }

    private Reply List(string id, IReadOnlyList<Subscription> all, Place place) =>
        SubscriptionReply.List(id, [.. all.Select(list.Told)], place.IsDirect ? place.Person : place.Channel, _wording, papers.Find);

    private Reply Form(string id)
    {
        var sentence = $"The form asks what and when; or say it in a line: {_wording.Form(SubscribeReader.RightForm)}";
        return NoticeReply.Of(id, sentence) with { Blocks = [.. Lines.Plain(sentence), ReplyButtons.Row(SubscriptionReply.SubscribeButton())] };
    }
}
