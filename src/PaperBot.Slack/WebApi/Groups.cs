using PaperBot.Slack.Blocks;

namespace PaperBot.Slack.WebApi;

/// <summary>See https://docs.slack.dev/reference/methods?family=auth.</summary>
public interface IAuthApi
{
    /// <summary><c>auth.test</c>, with the scopes that the token has.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    Task<AuthTestResponse> TestAsync(CancellationToken cancellationToken);
}

/// <summary>See https://docs.slack.dev/reference/methods/apps.connections.open.</summary>
public interface IAppsApi
{
    /// <summary><c>apps.connections.open</c>: an address for one WebSocket, good for 30 seconds. It is called with the app-level token.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Uri> OpenConnectionAsync(CancellationToken cancellationToken);
}

/// <summary>See https://docs.slack.dev/reference/methods?family=chat.</summary>
public interface IChatApi
{
    /// <summary>
    /// <c>chat.postMessage</c>. When it cannot be told whether the message landed, it is looked up by its metadata before it is sent again; a message without metadata is not sent again then.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<PostedMessage> PostMessageAsync(Message message, CancellationToken cancellationToken);

    /// <summary><c>chat.postEphemeral</c>: one person sees it, until they reload.</summary>
    /// <param name="user">The person.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task PostEphemeralAsync(string user, Message message, CancellationToken cancellationToken);

    /// <summary><c>chat.update</c>.</summary>
    /// <param name="ts">Which message of <see cref="Message.Channel"/>.</param>
    /// <param name="message">What it says from now on.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task UpdateAsync(string ts, Message message, CancellationToken cancellationToken);

    /// <summary><c>chat.delete</c>.</summary>
    /// <param name="channel">The conversation.</param>
    /// <param name="ts">The message.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task DeleteAsync(string channel, string ts, CancellationToken cancellationToken);

    /// <summary><c>chat.getPermalink</c>.</summary>
    /// <param name="channel">The conversation.</param>
    /// <param name="ts">The message.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Uri> GetPermalinkAsync(string channel, string ts, CancellationToken cancellationToken);

    /// <summary><c>chat.unfurl</c>.</summary>
    /// <param name="unfurl">What to show under which address.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task UnfurlAsync(Unfurl unfurl, CancellationToken cancellationToken);

    /// <summary><c>chat.startStream</c>. It is not waited for a place in its rate limit: when there is none, it throws <see cref="SlackRateLimitException"/> at once and the answer is posted whole.</summary>
    /// <param name="stream">Where.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<PostedMessage> StartStreamAsync(StreamStart stream, CancellationToken cancellationToken);

    /// <summary><c>chat.appendStream</c>.</summary>
    /// <param name="channel">The conversation.</param>
    /// <param name="ts">The streaming message.</param>
    /// <param name="markdownText">From 1 to 12,000 characters of Markdown to add.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task AppendStreamAsync(string channel, string ts, string markdownText, CancellationToken cancellationToken);

    /// <summary><c>chat.stopStream</c>. A stream older than about 5 minutes answers <c>message_not_in_streaming_state</c>; <see cref="UpdateAsync"/> finishes it.</summary>
    /// <param name="ending">How it ends.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task StopStreamAsync(StreamStop ending, CancellationToken cancellationToken);
}

/// <summary>See https://docs.slack.dev/reference/methods?family=conversations.</summary>
public interface IConversationsApi
{
    /// <summary><c>conversations.info</c>.</summary>
    /// <param name="channel">The conversation.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Conversation> InfoAsync(string channel, CancellationToken cancellationToken);

    /// <summary><c>conversations.history</c>, the newest first, with metadata.</summary>
    /// <param name="query">Which part.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<HistoryPage> HistoryAsync(HistoryQuery query, CancellationToken cancellationToken);

    /// <summary><c>conversations.replies</c>, the oldest first, the thread's first message included, with metadata.</summary>
    /// <param name="threadTs">The thread's first message.</param>
    /// <param name="query">Which part.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<HistoryPage> RepliesAsync(string threadTs, HistoryQuery query, CancellationToken cancellationToken);

    /// <summary><c>conversations.open</c>: the direct conversation with one person.</summary>
    /// <param name="user">The person.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The conversation's id.</returns>
    Task<string> OpenAsync(string user, CancellationToken cancellationToken);
}

/// <summary>See https://docs.slack.dev/reference/methods?family=users.</summary>
public interface IUsersApi
{
    /// <summary><c>users.info</c>.</summary>
    /// <param name="user">The person.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<UserInfo> InfoAsync(string user, CancellationToken cancellationToken);
}

/// <summary>See https://docs.slack.dev/reference/methods?family=views.</summary>
public interface IViewsApi
{
    /// <summary><c>views.open</c>, within 3 seconds of what a person did.</summary>
    /// <param name="triggerId">From the payload; good once.</param>
    /// <param name="view">The window.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The view's id.</returns>
    Task<string> OpenAsync(string triggerId, ModalView view, CancellationToken cancellationToken);

    /// <summary><c>views.push</c>: over the window that is open.</summary>
    /// <param name="triggerId">From the payload; good once.</param>
    /// <param name="view">The window.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The view's id.</returns>
    Task<string> PushAsync(string triggerId, ModalView view, CancellationToken cancellationToken);

    /// <summary><c>views.update</c>.</summary>
    /// <param name="viewId">Which view.</param>
    /// <param name="view">What it shows from now on.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task UpdateAsync(string viewId, ModalView view, CancellationToken cancellationToken);

    /// <summary><c>views.publish</c>: a person's App Home.</summary>
    /// <param name="user">The person.</param>
    /// <param name="view">What it shows.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task PublishAsync(string user, HomeView view, CancellationToken cancellationToken);
}

/// <summary>See https://docs.slack.dev/reference/methods?family=reactions.</summary>
public interface IReactionsApi
{
    /// <summary><c>reactions.add</c>; one that is there already is no error.</summary>
    /// <param name="channel">The conversation.</param>
    /// <param name="ts">The message.</param>
    /// <param name="name">The emoji without colons.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task AddAsync(string channel, string ts, string name, CancellationToken cancellationToken);
}

/// <summary>See https://docs.slack.dev/messaging/working-with-files#uploading_files.</summary>
public interface IFilesApi
{
    /// <summary><c>files.getUploadURLExternal</c>, the upload, and <c>files.completeUploadExternal</c>.</summary>
    /// <param name="upload">The file and where it goes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The file's id.</returns>
    Task<string> UploadAsync(FileUpload upload, CancellationToken cancellationToken);
}

/// <summary>See https://docs.slack.dev/reference/methods?family=assistant.threads.</summary>
public interface IAssistantThreadsApi
{
    /// <summary><c>assistant.threads.setStatus</c>: "is searching…" under the app's name, for 2 minutes at most; empty clears it.</summary>
    /// <param name="channel">The conversation.</param>
    /// <param name="threadTs">The thread.</param>
    /// <param name="status">What the app is doing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task SetStatusAsync(string channel, string threadTs, string status, CancellationToken cancellationToken);

    /// <summary><c>assistant.threads.setTitle</c>.</summary>
    /// <param name="channel">The direct conversation.</param>
    /// <param name="threadTs">The thread.</param>
    /// <param name="title">Its title in the list of threads.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task SetTitleAsync(string channel, string threadTs, string title, CancellationToken cancellationToken);

    /// <summary><c>assistant.threads.setSuggestedPrompts</c>.</summary>
    /// <param name="channel">The direct conversation.</param>
    /// <param name="threadTs">The thread of an assistant app; null for an agent app, where it would fail without a word.</param>
    /// <param name="title">Over the prompts; null leaves Slack's own.</param>
    /// <param name="prompts">From 1 to 4.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task SetSuggestedPromptsAsync(string channel, string? threadTs, string? title, IReadOnlyList<SuggestedPrompt> prompts, CancellationToken cancellationToken);
}
