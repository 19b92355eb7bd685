using PaperBot.Slack.Blocks;

namespace PaperBot.Slack.WebApi;

/// <summary>See https://docs.slack.dev/reference/methods?family=auth.</summary>
public interface IAuthApi
{
    /// <summary>
    /// <c>auth.test</c>, with the scopes that the token has.
    /// Hundreds a minute. See https://docs.slack.dev/reference/methods/auth.test.
    /// </summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SlackException">Among others <c>invalid_auth</c>, <c>token_revoked</c>, <c>account_inactive</c>.</exception>
    Task<AuthTestResponse> TestAsync(CancellationToken cancellationToken);
}

/// <summary>See https://docs.slack.dev/reference/methods/apps.connections.open.</summary>
public interface IAppsApi
{
    /// <summary>
    /// <c>apps.connections.open</c>: an address for one WebSocket, good for 30 seconds. It is called with the app-level token.
    /// At least 50 a minute. See https://docs.slack.dev/reference/methods/apps.connections.open.
    /// </summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SlackException">Among others <c>invalid_auth</c>, <c>not_allowed_token_type</c>.</exception>
    Task<Uri> OpenConnectionAsync(CancellationToken cancellationToken);
}

/// <summary>See https://docs.slack.dev/reference/methods?family=conversations.</summary>
public interface IConversationsApi
{
    /// <summary>
    /// <c>conversations.info</c>.
    /// At least 50 a minute. See https://docs.slack.dev/reference/methods/conversations.info.
    /// </summary>
    /// <param name="channel">The conversation.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SlackException">Among others <c>channel_not_found</c>, <c>missing_scope</c>.</exception>
    Task<Conversation> InfoAsync(string channel, CancellationToken cancellationToken);

    /// <summary>
    /// <c>conversations.history</c>, the newest first, with metadata.
    /// At least 50 a minute. See https://docs.slack.dev/reference/methods/conversations.history.
    /// </summary>
    /// <param name="query">Which part.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SlackException">Among others <c>channel_not_found</c>, <c>not_in_channel</c>, <c>missing_scope</c>.</exception>
    Task<HistoryPage> HistoryAsync(HistoryQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// <c>conversations.replies</c>, the oldest first, the thread's first message included, with metadata.
    /// At least 50 a minute. See https://docs.slack.dev/reference/methods/conversations.replies.
    /// </summary>
    /// <param name="threadTs">The thread's first message.</param>
    /// <param name="query">Which part.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SlackException">Among others <c>thread_not_found</c>, <c>channel_not_found</c>, <c>missing_scope</c>.</exception>
    Task<HistoryPage> RepliesAsync(string threadTs, HistoryQuery query, CancellationToken cancellationToken);

    /// <summary>
    /// <c>conversations.open</c>: the direct conversation with one person.
    /// At least 50 a minute. See https://docs.slack.dev/reference/methods/conversations.open.
    /// </summary>
    /// <param name="user">The person.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The conversation's id.</returns>
    /// <exception cref="SlackException">Among others <c>user_not_found</c>, <c>user_disabled</c>.</exception>
    Task<string> OpenAsync(string user, CancellationToken cancellationToken);
}

/// <summary>See https://docs.slack.dev/reference/methods?family=users.</summary>
public interface IUsersApi
{
    /// <summary>
    /// <c>users.info</c>.
    /// At least 100 a minute. See https://docs.slack.dev/reference/methods/users.info.
    /// </summary>
    /// <param name="user">The person.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SlackException">Among others <c>user_not_found</c>, <c>user_not_visible</c>.</exception>
    Task<UserInfo> InfoAsync(string user, CancellationToken cancellationToken);
}

/// <summary>See https://docs.slack.dev/reference/methods?family=views.</summary>
public interface IViewsApi
{
    /// <summary>
    /// <c>views.open</c>, within 3 seconds of what a person did.
    /// At least 100 a minute. See https://docs.slack.dev/reference/methods/views.open.
    /// </summary>
    /// <param name="triggerId">From the payload; good once.</param>
    /// <param name="view">The window.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The view's id.</returns>
    /// <exception cref="SlackException">Among others <c>expired_trigger_id</c>, <c>exchanged_trigger_id</c>.</exception>
    Task<string> OpenAsync(string triggerId, ModalView view, CancellationToken cancellationToken);

    /// <summary>
    /// <c>views.push</c>: over the window that is open.
    /// At least 100 a minute. See https://docs.slack.dev/reference/methods/views.push.
    /// </summary>
    /// <param name="triggerId">From the payload; good once.</param>
    /// <param name="view">The window.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The view's id.</returns>
    /// <exception cref="SlackException">Among others <c>expired_trigger_id</c>, <c>exchanged_trigger_id</c>, <c>push_limit_reached</c>.</exception>
    Task<string> PushAsync(string triggerId, ModalView view, CancellationToken cancellationToken);

    /// <summary>
    /// <c>views.update</c>.
    /// At least 100 a minute. See https://docs.slack.dev/reference/methods/views.update.
    /// </summary>
    /// <param name="viewId">Which view.</param>
    /// <param name="view">What it shows from now on.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SlackException">Among others <c>not_found</c>, <c>hash_conflict</c>, <c>view_too_large</c>.</exception>
    Task UpdateAsync(string viewId, ModalView view, CancellationToken cancellationToken);

    /// <summary>
    /// <c>views.publish</c>: a person's App Home.
    /// At least 100 a minute. See https://docs.slack.dev/reference/methods/views.publish.
    /// </summary>
    /// <param name="user">The person.</param>
    /// <param name="view">What it shows.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SlackException">Among others <c>not_enabled</c>, <c>view_too_large</c>.</exception>
    Task PublishAsync(string user, HomeView view, CancellationToken cancellationToken);
}

/// <summary>See https://docs.slack.dev/reference/methods?family=reactions.</summary>
public interface IReactionsApi
{
    /// <summary>
    /// <c>reactions.add</c>; one that is there already is no error.
    /// At least 50 a minute. See https://docs.slack.dev/reference/methods/reactions.add.
    /// </summary>
    /// <param name="channel">The conversation.</param>
    /// <param name="ts">The message.</param>
    /// <param name="name">The emoji without colons.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SlackException">Among others <c>invalid_name</c>, <c>message_not_found</c>, <c>too_many_reactions</c>.</exception>
    Task AddAsync(string channel, string ts, string name, CancellationToken cancellationToken);
}

/// <summary>See https://docs.slack.dev/messaging/working-with-files#uploading_files.</summary>
public interface IFilesApi
{
    /// <summary>
    /// <c>files.getUploadURLExternal</c>, the upload, and <c>files.completeUploadExternal</c>.
    /// At least 100 a minute. See https://docs.slack.dev/reference/methods/files.completeUploadExternal.
    /// </summary>
    /// <param name="upload">The file and where it goes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The file's id.</returns>
    /// <exception cref="SlackException">
    /// Among others <c>channel_not_found</c>, <c>not_in_channel</c>, <c>file_type_not_allowed</c>; <c>invalid_upload_url</c> when the address is none
    /// of Slack's.
    /// </exception>
    Task<string> UploadAsync(FileUpload upload, CancellationToken cancellationToken);
}

/// <summary>
/// See https://docs.slack.dev/reference/methods?family=assistant.threads. None of it waits for a place in its rate limit: when there is none, it throws
/// <see cref="SlackRateLimitException"/> at once.
/// </summary>
public interface IAssistantThreadsApi
{
    /// <summary>
    /// <c>assistant.threads.setStatus</c>: "is searching…" under the app's name, for 2 minutes at most; empty clears it.
    /// 600 a minute. See https://docs.slack.dev/reference/methods/assistant.threads.setStatus.
    /// </summary>
    /// <param name="channel">The conversation.</param>
    /// <param name="threadTs">The thread.</param>
    /// <param name="status">What the app is doing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SlackException">Among others <c>channel_not_found</c>, <c>invalid_thread_ts</c>.</exception>
    Task SetStatusAsync(string channel, string threadTs, string status, CancellationToken cancellationToken);

    /// <summary>
    /// <c>assistant.threads.setTitle</c>.
    /// At least 100 a minute. See https://docs.slack.dev/reference/methods/assistant.threads.setTitle.
    /// </summary>
    /// <param name="channel">The direct conversation.</param>
    /// <param name="threadTs">The thread.</param>
    /// <param name="title">Its title in the list of threads.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SlackException">Among others <c>channel_not_found</c>, <c>invalid_thread_ts</c>.</exception>
    Task SetTitleAsync(string channel, string threadTs, string title, CancellationToken cancellationToken);

    /// <summary>
    /// <c>assistant.threads.setSuggestedPrompts</c>.
    /// At least 100 a minute. See https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts.
    /// </summary>
    /// <param name="channel">The direct conversation.</param>
    /// <param name="threadTs">The thread of an assistant app; null for an agent app, where it would fail without a word.</param>
    /// <param name="title">Over the prompts; null leaves Slack's own.</param>
    /// <param name="prompts">From 1 to 4.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SlackException">Among others <c>not_agent_app</c>, <c>channel_not_found</c>, <c>invalid_thread_ts</c>.</exception>
    Task SetSuggestedPromptsAsync(
        string channel, string? threadTs, string? title, IReadOnlyList<SuggestedPrompt> prompts, CancellationToken cancellationToken);
}
