namespace PaperBot.Slack.WebApi;

/// <summary>See https://docs.slack.dev/reference/methods?family=chat.</summary>
public interface IChatApi
{
    /// <summary>
    /// <c>chat.postMessage</c>. When it cannot be told whether the message landed, it is looked up by its metadata before it is sent again; a message
    /// without metadata is not sent again then.
    /// About 1 a second in a channel, hundreds a minute in a workspace. See https://docs.slack.dev/reference/methods/chat.postMessage.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SlackException">
    /// Among others <c>channel_not_found</c>, <c>not_in_channel</c>, <c>is_archived</c>, <c>invalid_blocks</c>, <c>msg_blocks_too_long</c>,
    /// <c>metadata_too_large</c>; <c>connection_failed</c>, <c>timeout</c> or <c>http_5…</c> when it may have landed and nothing tells.
    /// </exception>
    Task<PostedMessage> PostMessageAsync(Message message, CancellationToken cancellationToken);

    /// <summary>
    /// <c>chat.postEphemeral</c>: one person sees it, until they reload.
    /// At least 100 a minute. See https://docs.slack.dev/reference/methods/chat.postEphemeral.
    /// </summary>
    /// <param name="user">The person.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SlackException">Among others <c>user_not_in_channel</c>, <c>channel_not_found</c>, <c>invalid_blocks</c>.</exception>
    Task PostEphemeralAsync(string user, Message message, CancellationToken cancellationToken);

    /// <summary>
    /// <c>chat.update</c>.
    /// At least 50 a minute. See https://docs.slack.dev/reference/methods/chat.update.
    /// </summary>
    /// <param name="ts">Which message of <see cref="Message.Channel"/>.</param>
    /// <param name="message">What it says from now on.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SlackException">
    /// Among others <c>message_not_found</c>, <c>cant_update_message</c>, <c>edit_window_closed</c>, <c>invalid_blocks</c>.
    /// </exception>
    Task UpdateAsync(string ts, Message message, CancellationToken cancellationToken);

    /// <summary>
    /// <c>chat.delete</c>.
    /// At least 50 a minute. See https://docs.slack.dev/reference/methods/chat.delete.
    /// </summary>
    /// <param name="channel">The conversation.</param>
    /// <param name="ts">The message.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SlackException">Among others <c>message_not_found</c>, <c>cant_delete_message</c>.</exception>
    Task DeleteAsync(string channel, string ts, CancellationToken cancellationToken);

    /// <summary>
    /// <c>chat.getPermalink</c>.
    /// Slack names no rate; hundreds a minute are kept to. See https://docs.slack.dev/reference/methods/chat.getPermalink.
    /// </summary>
    /// <param name="channel">The conversation.</param>
    /// <param name="ts">The message.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SlackException">Among others <c>message_not_found</c>, <c>channel_not_found</c>.</exception>
    Task<Uri> GetPermalinkAsync(string channel, string ts, CancellationToken cancellationToken);

    /// <summary>
    /// <c>chat.unfurl</c>.
    /// At least 50 a minute. See https://docs.slack.dev/reference/methods/chat.unfurl.
    /// </summary>
    /// <param name="unfurl">What to show under which address.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SlackException">Among others <c>cannot_unfurl_url</c>, <c>cannot_find_message</c>, <c>cannot_unfurl_message</c>.</exception>
    Task UnfurlAsync(Unfurl unfurl, CancellationToken cancellationToken);

    /// <summary>
    /// <c>chat.startStream</c>. It is not waited for a place in its rate limit: when there is none, it throws <see cref="SlackRateLimitException"/>
    /// at once and the answer is posted whole.
    /// At least 20 a minute. See https://docs.slack.dev/reference/methods/chat.startStream.
    /// </summary>
    /// <param name="stream">Where.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SlackException">
    /// Among others <c>channel_not_found</c>, <c>channel_type_not_supported</c>, <c>missing_recipient_user_id</c>, <c>missing_recipient_team_id</c>.
    /// </exception>
    Task<PostedMessage> StartStreamAsync(StreamStart stream, CancellationToken cancellationToken);

    /// <summary>
    /// <c>chat.appendStream</c>.
    /// At least 100 a minute. See https://docs.slack.dev/reference/methods/chat.appendStream.
    /// </summary>
    /// <param name="channel">The conversation.</param>
    /// <param name="ts">The streaming message.</param>
    /// <param name="markdownText">From 1 to 12,000 characters of Markdown to add.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SlackException">
    /// Among others <c>message_not_in_streaming_state</c>, <c>stopped_by_user</c>, <c>message_not_owned_by_app</c>.
    /// </exception>
    Task AppendStreamAsync(string channel, string ts, string markdownText, CancellationToken cancellationToken);

    /// <summary>
    /// <c>chat.stopStream</c>. A stream older than about 5 minutes answers <c>message_not_in_streaming_state</c>; <see cref="UpdateAsync"/> finishes
    /// it.
    /// At least 20 a minute. See https://docs.slack.dev/reference/methods/chat.stopStream.
    /// </summary>
    /// <param name="ending">How it ends.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SlackException">Among others <c>message_not_in_streaming_state</c>, <c>invalid_blocks</c>.</exception>
    Task StopStreamAsync(StreamStop ending, CancellationToken cancellationToken);
}
