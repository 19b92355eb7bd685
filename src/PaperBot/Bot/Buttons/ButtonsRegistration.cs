using PaperBot.Bot.Rendering;
using PaperBot.Slack;

namespace PaperBot.Bot.Buttons;

internal static class ButtonsRegistration
{
    public static SlackBuilder AddButtons(this SlackBuilder slack) => slack
        .RegisterBlockActionHandler<QuotesButton>(ReplyButtons.Sources)
        .RegisterBlockActionHandler<ShareButton>(ReplyButtons.Share)
        .RegisterBlockActionHandler<FeedbackButton>(ReplyButtons.Feedback)
        .RegisterBlockActionHandler<RequestButton>(ReplyButtons.Summarize)
        .RegisterBlockActionHandler<RequestButton>(ReplyButtons.Similar)
        .RegisterBlockActionHandler<RequestButton>(ReplyButtons.BibTeX)
        .RegisterBlockActionHandler<RequestButton>(ReplyButtons.Show)
        .RegisterBlockActionHandler<RequestButton>(ReplyButtons.More);
}
