using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PaperBot.Slack.WebApi.Groups;

/// <summary>Finds a message that may have been posted, by its metadata.</summary>
internal sealed class PostedMessages(IConversationsApi conversations)
{
    // The clock here and Slack's, which the messages' ids are made of, may differ this much.
    private static readonly TimeSpan ClockDifference = TimeSpan.FromMinutes(5);
    private const int MostPages = 5;

    /// <returns>The message, or null when it is not there.</returns>
    public async Task<PostedMessage?> FindAsync(Message message, MessageMetadata metadata, DateTimeOffset since, CancellationToken cancellationToken)
    {
        // A message can be sent to a person, whose conversation has an id of its own.
        var channel = message.Channel.StartsWith('U') || message.Channel.StartsWith('W')
            ? await conversations.OpenAsync(message.Channel, cancellationToken)
            : message.Channel;
        var oldest = (since - ClockDifference).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) + ".000000";
        var query = new HistoryQuery(channel) { Oldest = oldest, Limit = 200 };
        for (var page = 1; page <= MostPages; page++)
        {
            var found = message.ThreadTs is { } thread
                ? await conversations.RepliesAsync(thread, query, cancellationToken)
                : await conversations.HistoryAsync(query, cancellationToken);
            if (found.Messages.FirstOrDefault(candidate => IsSame(candidate.Metadata, metadata)) is { } same)
                return new PostedMessage(channel, same.Ts);
            if (found.NextCursor is null)
                return null;
            query = query with { Cursor = found.NextCursor };
        }

        return null;
    }

    private static bool IsSame(HistoryMetadata? found, MessageMetadata sought) =>
        found is { EventPayload.ValueKind: JsonValueKind.Object }
        && found.EventType == sought.EventType
        && JsonNode.DeepEquals(JsonObject.Create(found.EventPayload), sought.EventPayload);
}
