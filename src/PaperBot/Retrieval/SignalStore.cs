using System.Globalization;
using System.Text.Json;
using PaperBot.Papers;
using PaperBot.Storage;

namespace PaperBot.Retrieval;

/// <summary>What all sources together say of a paper.</summary>
/// <param name="Sources">Those that have it, by name.</param>
/// <param name="Signals">The most votes and citations that one of them counts; the last day on which it was featured; keywords of all.</param>
/// <param name="IsRetracted">Whether its publisher took it back.</param>
internal sealed record PaperReception(IReadOnlyList<string> Sources, PaperSignals Signals, bool IsRetracted)
{
    public static readonly PaperReception None = new([], new PaperSignals(), false);
}

/// <summary>A paper that was taken back.</summary>
/// <param name="At">When a source was first seen to say so.</param>
internal sealed record TakenBackPaper(Paper Paper, bool IsRetracted, DateTimeOffset At);

/// <summary>The <c>paper_sources</c> table, for those who rank papers or watch what becomes of them.</summary>
internal sealed class SignalStore(LibraryDatabase database)
{
    /// <returns>One entry for each of the keys that a paper of the library goes by.</returns>
    public IReadOnlyDictionary<PaperKey, PaperReception> Find(IEnumerable<PaperKey> keys)
    {
        using var connection = database.Open();
        return connection.Query(
            $"""
            SELECT k.key, s.source, s.status, {SignalColumns.All} FROM json_each($keys) wanted
            JOIN paper_keys k ON k.key = wanted.value JOIN paper_sources s ON s.paper_id = k.paper_id ORDER BY s.source
            """,
            row => (Key: new PaperKey(row.GetString(0)), Source: row.GetString(1), Status: row.GetString(2), Signals: SignalColumns.Read(row, 3)),
            ("$keys", JsonSerializer.Serialize(keys.Select(key => key.Value).Distinct())))
            .GroupBy(row => row.Key)
            .ToDictionary(rows => rows.Key, rows => new PaperReception(
                [.. rows.Select(row => row.Source)], Together([.. rows.Select(row => row.Signals)]), rows.Any(row => row.Status == "retracted")));
    }

    /// <summary>The papers that a source set before its readers on a day, those with the most votes first.</summary>
    public IReadOnlyList<Paper> Featured(DateOnly day, int most)
    {
        using var connection = database.Open();
        return connection.Query(
            $"""
            SELECT {PaperRow.Columns} FROM papers p JOIN paper_sources s ON s.paper_id = p.id
            WHERE s.featured_on = $day GROUP BY p.id ORDER BY max(coalesce(s.upvotes, 0)) DESC, p.id LIMIT $most
            """,
            row => PaperRow.Read(row), ("$day", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), ("$most", most));
    }

    /// <summary>The last day on which a source featured papers; null when none ever did.</summary>
    public DateOnly? LastFeatured()
    {
        using var connection = database.Open();
        return connection.Query(
            "SELECT max(featured_on) FROM paper_sources WHERE featured_on IS NOT NULL",
            row => row.IsDBNull(0) ? (DateOnly?)null : DateOnly.ParseExact(row.GetString(0), "yyyy-MM-dd", CultureInfo.InvariantCulture))[0];
    }

    /// <summary>Papers that were withdrawn or retracted, or rather seen to be, at or after a time; the first first.</summary>
    public IReadOnlyList<TakenBackPaper> TakenBack(DateTimeOffset since)
    {
        using var connection = database.Open();
        return connection.Query(
            $"""
            SELECT max(s.status = 'retracted'), min(s.status_at), {PaperRow.Columns} FROM papers p JOIN paper_sources s ON s.paper_id = p.id
            WHERE s.status <> '' GROUP BY p.id HAVING min(s.status_at) >= $since ORDER BY 2, p.id
            """,
            row => new TakenBackPaper(
                PaperRow.Read(row, 2), row.GetBoolean(0),
                DateTimeOffset.Parse(row.GetString(1), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)),
            ("$since", since.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)));
    }

    /// <summary>Papers that the world has a name for, in the order of their arrival.</summary>
    /// <param name="after">The last id of an earlier page; 0 for the first.</param>
    public IReadOnlyList<(long Id, PaperKey Key)> KeysAfter(long after, int most)
    {
        using var connection = database.Open();
        return connection.Query(
            "SELECT id, key FROM papers WHERE id > $after AND key NOT LIKE 'local:%' ORDER BY id LIMIT $most",
            row => (row.GetInt64(0), new PaperKey(row.GetString(1))), ("$after", after), ("$most", most));
    }

    private static PaperSignals Together(IReadOnlyList<PaperSignals> signals) => new()
    {
        Upvotes = signals.Max(each => each.Upvotes),
        Citations = signals.Max(each => each.Citations),
        Tldr = signals.Select(each => each.Tldr).FirstOrDefault(tldr => tldr is not null),
        Keywords = [.. signals.SelectMany(each => each.Keywords).Distinct(StringComparer.OrdinalIgnoreCase)],
        Code = signals.Select(each => each.Code).FirstOrDefault(code => code is not null),
        FeaturedOn = signals.Max(each => each.FeaturedOn),
        Version = signals.Max(each => each.Version),
    };
}
