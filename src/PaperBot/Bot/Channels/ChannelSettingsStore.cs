using System.Text.Json;
using PaperBot.Storage;

namespace PaperBot.Bot.Channels;

/// <summary>The <c>channel_settings</c> table.</summary>
internal sealed class ChannelSettingsStore(LibraryDatabase database, TimeProvider time)
{
    /// <returns>The usual settings where nobody has set any.</returns>
    public ChannelSettings Find(string channel)
    {
        using var connection = database.Open();
        return connection.Query($"SELECT {Columns} FROM channel_settings WHERE channel = $channel", Read, ("$channel", channel)).FirstOrDefault()
            ?? ChannelSettings.Usual(channel);
    }

    /// <returns>Settings that a person was the last to change, the latest first.</returns>
    public IReadOnlyList<ChannelSettings> ChangedBy(string person, int most)
    {
        using var connection = database.Open();
        return connection.Query(
            $"SELECT {Columns} FROM channel_settings WHERE changed_by = $person ORDER BY changed_at DESC LIMIT $most", Read, ("$person", person), ("$most", most));
    }

    /// <summary>Keeps settings; when they were changed is noted here.</summary>
    public void Save(ChannelSettings settings)
    {
        using var connection = database.Open();
        connection.Execute(
            """
            INSERT INTO channel_settings (channel, mode, people, categories, changed_by, changed_at)
            VALUES ($channel, $mode, $people, $categories, $by, $now)
            ON CONFLICT (channel) DO UPDATE SET mode = excluded.mode, people = excluded.people, categories = excluded.categories,
                changed_by = excluded.changed_by, changed_at = excluded.changed_at
            """,
            ("$channel", settings.Channel), ("$mode", settings.Mode == AnswerMode.Questions ? "questions" : "mentions"),
            ("$people", JsonSerializer.Serialize(settings.People)), ("$categories", JsonSerializer.Serialize(settings.Categories)),
            ("$by", settings.ChangedBy), ("$now", time.GetUtcNow().ToUnixTimeMilliseconds()));
    }

    private const string Columns = "channel, mode, people, categories, changed_by, changed_at";

    private static ChannelSettings Read(Microsoft.Data.Sqlite.SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1) == "questions" ? AnswerMode.Questions : AnswerMode.Mentions, List(row.GetString(2)), List(row.GetString(3)),
        row.GetString(4), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)));

    private static List<string> List(string json) => JsonSerializer.Deserialize<List<string>>(json) ?? [];
}
