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
        return connection.Query(
            "SELECT mode, people, categories, changed_by, changed_at FROM channel_settings WHERE channel = $channel",
            row => new ChannelSettings(
                channel, row.GetString(0) == "questions" ? AnswerMode.Questions : AnswerMode.Mentions, List(row.GetString(1)), List(row.GetString(2)),
                row.GetString(3), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4))),
            ("$channel", channel)).FirstOrDefault() ?? ChannelSettings.Usual(channel);
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

    private static List<string> List(string json) => JsonSerializer.Deserialize<List<string>>(json) ?? [];
}
