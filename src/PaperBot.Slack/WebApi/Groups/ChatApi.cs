using PaperBot.Slack.Blocks;
using PaperBot.Slack.Json;
using PaperBot.Slack.WebApi.Calls;

namespace PaperBot.Slack.WebApi.Groups;

internal sealed class ChatApi(SlackCaller caller, IConversationsApi conversations, TimeProvider time) : IChatApi
{
    private readonly PostedMessages _posted = new(conversations);

    public Task<PostedMessage> PostMessageAsync(Message message, CancellationToken cancellationToken)
    {
        var since = time.GetUtcNow();
        return caller.CallAsync(
            SlackMethod.PostMessage,
            SlackBody.Json(message, SlackJson.Default.Message),
            SlackJson.Default.PostedMessage,
            (answer, _) => Complete(answer),
            cancellationToken,
            message.Channel,
            message.Metadata is { } metadata ? stop => _posted.FindAsync(message, metadata, since, stop) : null);
    }

    public Task PostEphemeralAsync(string user, Message message, CancellationToken cancellationToken)
    {
        var body = new EphemeralBody(user, message.Channel, message.Text, message.Blocks, message.ThreadTs);
        return caller.CallAsync(SlackMethod.PostEphemeral, SlackBody.Json(body, SlackJson.Default.EphemeralBody), cancellationToken, message.Channel);
    }

    public Task UpdateAsync(string ts, Message message, CancellationToken cancellationToken)
    {
        // Left out, the blocks would stay as they were under the new text.
        var body = new UpdateBody(message.Channel, ts, message.Text, message.Blocks ?? [], message.ReplyBroadcast, message.Metadata);
        return caller.CallAsync(SlackMethod.Update, SlackBody.Json(body, SlackJson.Default.UpdateBody), cancellationToken);
    }

    public Task DeleteAsync(string channel, string ts, CancellationToken cancellationToken) => caller.CallAsync(
        SlackMethod.Delete, SlackBody.Json(new DeleteBody(channel, ts), SlackJson.Default.DeleteBody), cancellationToken);

    public Task<Uri> GetPermalinkAsync(string channel, string ts, CancellationToken cancellationToken) => caller.CallAsync(
        SlackMethod.GetPermalink,
        SlackBody.Form(("channel", channel), ("message_ts", ts)),
        SlackJson.Default.PermalinkAnswer,
        (answer, _) => Uri.TryCreate(answer.Permalink, UriKind.Absolute, out var link) ? link : null,
        cancellationToken);

    public Task UnfurlAsync(Unfurl unfurl, CancellationToken cancellationToken)
    {
        // Slack takes one of the two pairs; while a message is being written there is only the second.
        var body = unfurl is { UnfurlId: { } id, Source: { } source }
            ? new UnfurlBody(Channel: null, Ts: null, id, source, unfurl.Unfurls)
            : new UnfurlBody(unfurl.Channel, unfurl.Ts, UnfurlId: null, Source: null, unfurl.Unfurls);
        return caller.CallAsync(SlackMethod.Unfurl, SlackBody.Json(body, SlackJson.Default.UnfurlBody), cancellationToken);
    }

    public Task<PostedMessage> StartStreamAsync(StreamStart stream, CancellationToken cancellationToken) => caller.CallAsync(
        SlackMethod.StartStream,
        SlackBody.Json(stream, SlackJson.Default.StreamStart),
        SlackJson.Default.PostedMessage,
        (answer, _) => Complete(answer),
        cancellationToken);

    public Task AppendStreamAsync(string channel, string ts, string markdownText, CancellationToken cancellationToken)
    {
        var body = new AppendBody(channel, ts, Limit.Text(markdownText, 12_000, nameof(markdownText)));
        return caller.CallAsync(SlackMethod.AppendStream, SlackBody.Json(body, SlackJson.Default.AppendBody), cancellationToken);
    }

    public Task StopStreamAsync(StreamStop ending, CancellationToken cancellationToken) => caller.CallAsync(
        SlackMethod.StopStream, SlackBody.Json(ending, SlackJson.Default.StreamStop), cancellationToken);

    private static PostedMessage? Complete(PostedMessage answer) => answer is { Channel: not null, Ts: not null } ? answer : null;
}
