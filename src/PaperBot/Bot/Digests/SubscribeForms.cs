using PaperBot.Bot.Requests;

namespace PaperBot.Bot.Digests;

/// <summary>Opens the form for a command that asks for it. Elsewhere there is no click to open one for, and a button does.</summary>
internal sealed class SubscribeForms(SubscribeOpening opening, SubscriptionList list, SubscriptionRights rights)
{
    /// <returns>Whether a form was opened, so that there is nothing to reply.</returns>
    public async Task<bool> OpenAsync(BotRequest request, string trigger, Place place, CancellationToken cancellationToken)
    {
        if (request is BotRequest.SubscribeForm)
        {
            await opening.OpenNewAsync(trigger, place, cancellationToken);
            return true;
        }

        if (request is not BotRequest.ChangeSubscription { Deed: SubscriptionDeed.Edit } edit || list.Named(edit.Which, list.In(place)) is not [var only]
            || await rights.ProblemAsync(place.Person, only, cancellationToken) is not null)
            return false;
        await opening.OpenAsync(trigger, place.Person, only, cancellationToken);
        return true;
    }
}
