using System.Globalization;
using PaperBot.Bot.Replies;
using PaperBot.Bot.Requests;
using PaperBot.Papers;
using PaperBot.Slack.Blocks;

namespace PaperBot.Bot.Rendering;

/// <summary>The buttons under what the bot says, and the names by which their clicks come back.</summary>
internal static class ReplyButtons
{
    public const string Sources = "sources", Share = "share", Summarize = "summarize", Similar = "similar", Compare = "compare", BibTeX = "bibtex",
        Feedback = "feedback", Show = "show", More = "more";

    public const string ThumbsUp = "digest_up", ThumbsDown = "digest_down", Save = "digest_save", Unsave = "unsave";

    public const string Subscribe = "subscribe", Preview = "subscription_preview", Edit = "subscription_edit", Pause = "subscription_pause",
        Resume = "subscription_resume", Remove = "subscription_remove";

    public static Button Of(string action, string text, ButtonValue value) => new() { ActionId = action, Text = text, Value = value.ToString() };

    /// <summary>Opens one paper of a list.</summary>
    /// <param name="number">Keeps the buttons of a list apart.</param>
    public static Button ShowPaper(int number, Paper paper) => new()
    {
        ActionId = string.Create(CultureInfo.InvariantCulture, $"{Show}:{number}"),
        Text = "Show",
        Value = new ButtonValue.OfPaper(paper.Key).ToString(),
        AccessibilityLabel = SafeText.Line($"Show {paper.Title}", 75),
    };

    /// <returns>Null when what was searched for is too long for a button.</returns>
    public static Button? ShowMore(ButtonValue more) => more.ToString().Length <= ButtonValue.Longest ? Of(More, "Show more", more) : null;

    /// <summary>Under what one person sees: nothing where there is nothing to share, or nobody to share it with.</summary>
    public static IEnumerable<ActionsBlock> ShareRow(Reply reply, Place place) =>
        reply.IsShareable && !place.IsDirect ? [Row(Of(Share, "Share with channel", new ButtonValue.OfReply(reply.Id)))] : [];

    public static ActionsBlock Row(params IEnumerable<Button> buttons) => new() { Elements = [.. buttons] };

    public static ContextActionsBlock FeedbackRow(string reply) => new()
    {
        Elements =
        [
            new FeedbackButtons
            {
                ActionId = Feedback,
                PositiveButton = Vote(reply, true, "Helpful", "This was helpful"),
                NegativeButton = Vote(reply, false, "Not helpful", "This was not helpful"),
            },
        ],
    };

    private static FeedbackButton Vote(string reply, bool isHelpful, string text, string label) =>
        new() { Text = text, Value = new ButtonValue.Vote(reply, isHelpful).ToString(), AccessibilityLabel = label };
}
