using System.Globalization;
using PaperBot.Bot.Replies;
using PaperBot.Digests.Subscriptions;
using PaperBot.Papers;
using PaperBot.Slack.Blocks;

namespace PaperBot.Bot.Rendering;

/// <summary>A subscription as people are told of it.</summary>
/// <param name="When">When digests come, in words: <c>daily at 09:00 (Europe/Berlin)</c>.</param>
/// <param name="Next">When the next one comes; null while none does.</param>
internal sealed record ToldSubscription(Subscription Subscription, string When, DateTimeOffset? Next);

/// <summary>What was subscribed to, and all that is: each with what, when, the next time and what can be done with it.</summary>
internal static class SubscriptionReply
{
    /// <summary>More is a list that nobody reads; two blocks each.</summary>
    public const int Most = 20;

    /// <param name="sentence">What was done, in Slack's markup.</param>
    /// <param name="place">Where it is told.</param>
    /// <param name="note">In Slack's markup; empty when there is none.</param>
    public static Reply Of(string id, string sentence, ToldSubscription told, string place, Func<PaperKey, Paper?> find, string note = "")
    {
        var what = What(told, place, find);
        return new Reply(
            id, ReplyKind.Notice, string.Join('\n', new[] { sentence, what, note }.Where(line => line.Length > 0)),
            [.. Lines.Plain($"*{sentence}*", what), .. Lines.Small(note), Buttons(told.Subscription)], [], []);
    }

    public static Reply List(string id, IReadOnlyList<ToldSubscription> all, string place, Wording wording, Func<PaperKey, Paper?> find)
    {
        if (all.Count == 0)
        {
            var nothing = $"Nothing is subscribed to here yet. {wording.Form("subscribe \"sparse retrieval\" daily 9:00")} does, or {wording.Form("subscribe")} with a form.";
            return new Reply(id, ReplyKind.Notice, nothing, [.. Lines.Plain(nothing), ReplyButtons.Row(SubscribeButton())], [], []);
        }

        var shown = all.Take(Most).ToList();
        var heading = all.Count > Most ? $"{Plural.Of(all.Count, "subscription")}, the first {Most}:" : $"{Plural.Of(all.Count, "subscription")}:";
        return new Reply(
            id, ReplyKind.Notice, string.Join('\n', [heading, .. shown.Select((told, i) => $"{Number(i)} {What(told, place, find)}")]),
            [
                .. Lines.Plain(heading),
                .. shown.SelectMany((told, i) => new Block[] { Section($"*{Number(i)}* {What(told, place, find)}"), Buttons(told.Subscription, isListed: true) }),
                ReplyButtons.Row(SubscribeButton()),
                .. Lines.Small($"{wording.Form("subscriptions now 1")} posts one at once."),
            ],
            [], []);
    }

    /// <summary>What, where when it is not here, when, and the next time or why there is none.</summary>
    /// <param name="place">Where it is told; empty in App Home.</param>
    public static string What(ToldSubscription told, string place, Func<PaperKey, Paper?> find)
    {
        var subscription = told.Subscription;
        var where = subscription.Place == place ? "" : IsPerson(subscription.Place) ? ", in direct messages" : $", in <#{subscription.Place}>";
        var most = string.Create(CultureInfo.InvariantCulture, $"up to {subscription.Most}, {MatchLevelText.Briefly(MatchLevelText.Nearest(subscription.MinimumScore))}");
        var next = subscription.Paused is { } paused ? $"⏸ Paused. {SafeText.Mrkdwn(paused, 300)}"
            : told.Next is { } at ? $"Next: {ReaderTime.Of(at)}" : "There is no next time.";
        return $"{SummaryReply.Capitalized(InterestText.Of(subscription.Interest, find))}{where}\n{SummaryReply.Capitalized(told.When)}; {most}. {next}";
    }

    /// <param name="isListed">Whether it stands among others, which are to stay when something is done with it.</param>
    public static ActionsBlock Buttons(Subscription subscription, bool isListed = false)
    {
        var value = new ButtonValue.OfSubscription(subscription.Id, isListed);
        return ReplyButtons.Row(
            Button(ReplyButtons.Preview, "Preview"), Button(ReplyButtons.Edit, "Edit…"),
            subscription.Paused is null ? Button(ReplyButtons.Pause, "Pause") : Button(ReplyButtons.Resume, "Resume"),
            Button(ReplyButtons.Remove, "Remove") with
            {
                Confirm = new ConfirmationDialog
                {
                    Title = "Remove this subscription?",
                    Text = (PlainText)"No digest of it comes any more, and what was learned from votes on it is forgotten.",
                    Confirm = "Remove",
                    Deny = "Keep",
                },
            });

        Button Button(string action, string text) => new()
        {
            ActionId = string.Create(CultureInfo.InvariantCulture, $"{action}:{subscription.Id}"),
            Text = text,
            Value = value.ToString(),
        };
    }

    public static Button SubscribeButton() => new() { ActionId = ReplyButtons.Subscribe, Text = "Subscribe…" };

    /// <summary>Whether a place is a person, in whose direct messages it comes.</summary>
    public static bool IsPerson(string place) => place is ['U' or 'W', ..];

    private static SectionBlock Section(string text) => new() { Text = new Mrkdwn(text) { Verbatim = true } };

    private static string Number(int index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1}.");
}
