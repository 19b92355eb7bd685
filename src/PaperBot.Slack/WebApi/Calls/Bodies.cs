using PaperBot.Slack.Blocks;

namespace PaperBot.Slack.WebApi.Calls;

// What the methods take, where it is not one of the public records as it is.
internal sealed record EphemeralBody(string User, string Channel, string Text, IReadOnlyList<Block>? Blocks, string? ThreadTs);

internal sealed record UpdateBody(
    string Channel, string Ts, string Text, IReadOnlyList<Block> Blocks, bool? ReplyBroadcast, MessageMetadata? Metadata);

internal sealed record DeleteBody(string Channel, string Ts);

internal sealed record UnfurlBody(
    string? Channel, string? Ts, string? UnfurlId, string? Source, IReadOnlyDictionary<string, UnfurlContent> Unfurls);

internal sealed record AppendBody(string Channel, string Ts, string MarkdownText);

internal sealed record ReactionBody(string Channel, string Timestamp, string Name);

internal sealed record OpenConversationBody(string Users);

internal sealed record OpenViewBody(string TriggerId, ModalView View);

internal sealed record UpdateViewBody(string ViewId, ModalView View);

internal sealed record PublishViewBody(string UserId, HomeView View);

internal sealed record CompleteUploadBody(IReadOnlyList<UploadedFile> Files, string ChannelId, string? InitialComment, string? ThreadTs);

internal sealed record UploadedFile(string Id, string? Title);

internal sealed record ThreadStatusBody(string ChannelId, string ThreadTs, string Status);

internal sealed record ThreadTitleBody(string ChannelId, string ThreadTs, string Title);

internal sealed record SuggestedPromptsBody(string ChannelId, string? ThreadTs, string? Title, IReadOnlyList<SuggestedPrompt> Prompts);
