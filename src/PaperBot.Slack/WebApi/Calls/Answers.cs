namespace PaperBot.Slack.WebApi.Calls;

// What the methods answer. Everything may be missing: a proxy answers in Slack's place now and then.
internal sealed record SlackAnswer(bool? Ok, string? Error, string? Needed, AnswerMetadata? ResponseMetadata);

internal sealed record AnswerMetadata(IReadOnlyList<string?>? Messages, string? NextCursor);

internal sealed record ConnectionAnswer(string? Url);

internal sealed record PermalinkAnswer(string? Permalink);

internal sealed record ConversationAnswer(Conversation? Channel);

internal sealed record HistoryAnswer(IReadOnlyList<HistoryMessage?>? Messages, AnswerMetadata? ResponseMetadata);

internal sealed record UserAnswer(UserInfo? User);

internal sealed record ViewAnswer(AnsweredView? View);

internal sealed record AnsweredView(string? Id);

internal sealed record UploadUrlAnswer(string? UploadUrl, string? FileId);

internal sealed record CompletedUploadAnswer(IReadOnlyList<AnsweredFile?>? Files);

internal sealed record AnsweredFile(string? Id);
