using System.Globalization;
using PaperBot.Slack.Json;
using PaperBot.Slack.WebApi.Calls;

namespace PaperBot.Slack.WebApi.Groups;

internal sealed class ConversationsApi(SlackCaller caller) : IConversationsApi
{
    public Task<Conversation> InfoAsync(string channel, CancellationToken cancellationToken) => caller.CallAsync(
        SlackMethod.ConversationInfo,
        SlackBody.Form(("channel", channel)),
        SlackJson.Default.ConversationAnswer,
        (answer, _) => answer.Channel,
        cancellationToken);

    public Task<HistoryPage> HistoryAsync(HistoryQuery query, CancellationToken cancellationToken) =>
        PageAsync(SlackMethod.History, threadTs: null, query, cancellationToken);

    public Task<HistoryPage> RepliesAsync(string threadTs, HistoryQuery query, CancellationToken cancellationToken) =>
        PageAsync(SlackMethod.Replies, threadTs, query, cancellationToken);

    public async Task<string> OpenAsync(string user, CancellationToken cancellationToken) => await caller.CallAsync(
        SlackMethod.OpenConversation,
        SlackBody.Json(new OpenConversationBody(user), SlackJson.Default.OpenConversationBody),
        SlackJson.Default.ConversationAnswer,
        (answer, _) => answer.Channel is { Id: { Length: > 0 } id } ? id : null,
        cancellationToken);

    private Task<HistoryPage> PageAsync(SlackMethod method, string? threadTs, HistoryQuery query, CancellationToken cancellationToken) =>
        caller.CallAsync(
            method,
            SlackBody.Form(
                ("channel", query.Channel),
                ("ts", threadTs),
                ("oldest", query.Oldest),
                ("latest", query.Latest),
                ("inclusive", query.Inclusive is { } inclusive ? (inclusive ? "true" : "false") : null),
                ("limit", query.Limit.ToString(CultureInfo.InvariantCulture)),
                ("cursor", query.Cursor),
                ("include_all_metadata", "true")),
            SlackJson.Default.HistoryAnswer,
            (answer, _) => answer.Messages is { } messages
                ? new HistoryPage(
                [.. messages.OfType<HistoryMessage>()], answer.ResponseMetadata?.NextCursor is { Length: > 0 } cursor ? cursor : null)
                : null,
            cancellationToken);
}
