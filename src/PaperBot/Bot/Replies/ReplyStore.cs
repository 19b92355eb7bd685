using System.Text.Json;
using System.Text.Json.Serialization;
using PaperBot.Bot.Requests;
using PaperBot.Papers;
using PaperBot.Slack.Blocks;
using PaperBot.Storage;

namespace PaperBot.Bot.Replies;

/// <summary>The <c>replies</c> table: what the bot said where, to show its sources, to share it, and to understand what is asked next.</summary>
internal sealed class ReplyStore(LibraryDatabase database, TimeProvider time)
{
    /// <summary>The reply to a delivery as it was made before the process ended, or made now and kept before anything of it is sent.</summary>
    public async Task<SavedReply> FindOrMakeAsync(
        string delivery, Place place, Func<CancellationToken, Task<Made>> make, CancellationToken cancellationToken)
    {
        if (FindByDelivery(delivery) is { } saved)
            return saved;
        var (reply, request) = await make(cancellationToken).ConfigureAwait(false);
        var state = IsBegun(delivery) ? ReplyState.Sending : ReplyState.Made;
        Save(reply, place, request, delivery);
        return new SavedReply(reply, place, Message: "", request, time.GetUtcNow()) { State = state };
    }

    /// <param name="request">What was asked, in words; App Home shows it to the person who asked.</param>
    /// <param name="delivery">What it answers; a second reply to one delivery takes the place of the first.</param>
    public void Save(Reply reply, Place place, string request, string delivery)
    {
        using var connection = database.Open();
        connection.Execute(
            """
            INSERT INTO replies (id, delivery, kind, channel, thread, person, private, request, shown, content, papers, file, created_at)
            VALUES ($id, $delivery, $kind, $channel, $thread, $person, $private, $request, $shown, $content, $papers, $file, $now)
            ON CONFLICT (delivery) DO UPDATE SET id = excluded.id, kind = excluded.kind, shown = excluded.shown, content = excluded.content, papers = excluded.papers,
                file = excluded.file, state = CASE replies.state WHEN 3 THEN 1 ELSE replies.state END
            """,
            ("$id", reply.Id), ("$delivery", delivery), ("$kind", reply.Kind.ToString()), ("$channel", place.Channel), ("$thread", place.Thread),
            ("$person", place.Person), ("$private", place.IsPrivate ? 1 : 0), ("$request", request),
            ("$shown", JsonSerializer.Serialize(new Shown(reply.Text, reply.Blocks), ReplyJson.Default.Shown)),
            ("$content", JsonSerializer.Serialize(reply.Statements, ReplyJson.Default.IReadOnlyListStatement)),
            ("$papers", JsonSerializer.Serialize(reply.Papers.Select(paper => paper.Value), ReplyJson.Default.IEnumerableString)),
            ("$file", reply.File is { } file ? JsonSerializer.Serialize(file, ReplyJson.Default.ReplyFile) : ""),
            ("$now", time.GetUtcNow().ToUnixTimeMilliseconds()));
    }

    /// <summary>Notes, before the first sentence of a reply that is not made yet is sent, that there will be one.</summary>
    public void Begin(Place place, string delivery)
    {
        using var connection = database.Open();
        connection.Execute(
            """
            INSERT INTO replies (id, delivery, kind, channel, thread, person, private, request, shown, content, papers, state, created_at)
            VALUES ($id, $delivery, '', $channel, $thread, $person, $private, '', '', '', '', 3, $now)
            """,
            ("$id", ReplyId.New()), ("$delivery", delivery), ("$channel", place.Channel), ("$thread", place.Thread), ("$person", place.Person),
            ("$private", place.IsPrivate ? 1 : 0), ("$now", time.GetUtcNow().ToUnixTimeMilliseconds()));
    }

    /// <returns>Whether the first sentences of a reply to this may have been seen, and the whole was never made.</returns>
    public bool IsBegun(string delivery)
    {
        using var connection = database.Open();
        return connection.Count("SELECT count(*) FROM replies WHERE delivery = $delivery AND state = 3", ("$delivery", delivery)) > 0;
    }

    /// <summary>Notes, before anything of a reply is sent, that it will be: from here on it may have been seen.</summary>
    public void BeginSending(string id)
    {
        using var connection = database.Open();
        connection.Execute("UPDATE replies SET state = 1 WHERE id = $id AND state = 0", ("$id", id));
    }

    /// <summary>Notes the message that a reply grows in.</summary>
    public void SetStream(string delivery, string message)
    {
        using var connection = database.Open();
        connection.Execute("UPDATE replies SET stream = $message WHERE delivery = $delivery", ("$delivery", delivery), ("$message", message));
    }

    /// <summary>Notes that a reply was sent, and which message it became.</summary>
    /// <param name="message">Empty for a reply that one person sees.</param>
    public void SetMessage(string id, string message)
    {
        using var connection = database.Open();
        connection.Execute("UPDATE replies SET state = 2, message = $message, file = '' WHERE id = $id", ("$id", id), ("$message", message));
    }

    /// <summary>Notes that a reply began a thread: it is the first of what was said there.</summary>
    public void SetThread(string id, string thread)
    {
        using var connection = database.Open();
        connection.Execute("UPDATE replies SET thread = $thread WHERE id = $id", ("$id", id), ("$thread", thread));
    }

    /// <returns>Whether a message is known as one of the bot's replies, sent or begun.</returns>
    public bool IsReply(string channel, string message)
    {
        using var connection = database.Open();
        return connection.Count(
            "SELECT count(*) FROM replies WHERE channel = $channel AND (message = $message OR stream = $message)",
            ("$channel", channel), ("$message", message)) > 0;
    }

    /// <returns>Null when it was never said, or has been forgotten.</returns>
    public SavedReply? Find(string id)
    {
        using var connection = database.Open();
        return connection.Query($"SELECT {Columns} FROM replies WHERE id = $id AND state < 3", Read, ("$id", id)).FirstOrDefault();
    }

    /// <returns>The reply to a delivery, when the process ended after it was made; null otherwise.</returns>
    public SavedReply? FindByDelivery(string delivery)
    {
        using var connection = database.Open();
        return connection.Query($"SELECT {Columns} FROM replies WHERE delivery = $delivery AND state < 3", Read, ("$delivery", delivery)).FirstOrDefault();
    }

    /// <returns>
    /// What was said in a thread, the reply that it began with included, or in a conversation outside of its threads, the oldest first. Replies that
    /// one person saw are left out.
    /// </returns>
    public IReadOnlyList<SavedReply> InThread(string channel, string thread, int most)
    {
        using var connection = database.Open();
        var latest = connection.Query(
            $"""
            SELECT {Columns} FROM replies
            WHERE channel = $channel AND (thread = $thread OR (message = $thread AND $thread <> '')) AND private = 0 AND state < 3
            ORDER BY created_at DESC LIMIT $most
            """,
            Read, ("$channel", channel), ("$thread", thread), ("$most", most));
        latest.Reverse();
        return latest;
    }

    /// <returns>What a person asked, the latest first.</returns>
    public IReadOnlyList<SavedReply> OfPerson(string person, int most)
    {
        using var connection = database.Open();
        return connection.Query(
            $"SELECT {Columns} FROM replies WHERE person = $person AND state < 3 ORDER BY created_at DESC LIMIT $most", Read, ("$person", person), ("$most", most));
    }

    private const string Columns = "id, kind, channel, thread, message, person, private, request, shown, content, papers, created_at, stream, state, file, delivery";

    private static SavedReply Read(Microsoft.Data.Sqlite.SqliteDataReader row)
    {
        var shown = JsonSerializer.Deserialize(row.GetString(8), ReplyJson.Default.Shown)!;
        var papers = JsonSerializer.Deserialize(row.GetString(10), ReplyJson.Default.IEnumerableString)!;
        var reply = new Reply(
            row.GetString(0), Enum.Parse<ReplyKind>(row.GetString(1)), shown.Text, shown.Blocks,
            [.. papers.Select(key => new PaperKey(key))], JsonSerializer.Deserialize(row.GetString(9), ReplyJson.Default.IReadOnlyListStatement)!)
        {
            File = row.GetString(14) is { Length: > 0 } file ? JsonSerializer.Deserialize(file, ReplyJson.Default.ReplyFile) : null,
        };
        var place = new Place("", row.GetString(2), row.GetString(3), row.GetString(5), row.GetInt64(6) == 1);
        return new(reply, place, row.GetString(4), row.GetString(7), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(11)))
        {
            Stream = row.GetString(12),
            State = (ReplyState)row.GetInt64(13),
            Delivery = row.GetString(15),
        };
    }
}

/// <summary>A reply, and what was asked, in words.</summary>
internal sealed record Made(Reply Reply, string Request);

/// <summary>Takes a sentence of a reply while the rest of it is still being made.</summary>
internal delegate ValueTask Tell(Statement statement);

/// <param name="Message">Which message it became; empty when that is not known.</param>
/// <param name="Request">What was asked, in words.</param>
internal sealed record SavedReply(Reply Reply, Place Place, string Message, string Request, DateTimeOffset At)
{
    /// <summary>The message that it was begun in piece by piece; empty when it was not, or that is not known.</summary>
    public string Stream { get; init; } = "";

    public ReplyState State { get; init; }

    /// <summary>What it answers; a digest answers its due time.</summary>
    public string Delivery { get; init; } = "";
}

/// <summary>How far a reply has come.</summary>
internal enum ReplyState
{
    /// <summary>Nobody can have seen any of it.</summary>
    Made,

    /// <summary>It may have been seen, in whole or in part.</summary>
    Sending,

    Sent,

    /// <summary>Its first sentences may have been seen; the whole was not made.</summary>
    Begun,
}

internal sealed record Shown(string Text, IReadOnlyList<Block> Blocks);

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(BlockJson), typeof(BlockElementJson), typeof(TextObjectJson), typeof(ContextElementJson), typeof(RichTextElementJson),
        typeof(RichTextPartJson), typeof(TableCellJson),
    ])]
[JsonSerializable(typeof(Shown))]
[JsonSerializable(typeof(ReplyFile))]
[JsonSerializable(typeof(IReadOnlyList<Statement>))]
[JsonSerializable(typeof(IEnumerable<string>))]
internal sealed partial class ReplyJson : JsonSerializerContext;
