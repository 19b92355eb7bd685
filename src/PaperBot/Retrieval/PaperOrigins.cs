using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using PaperBot.Papers;
using PaperBot.Storage;

namespace PaperBot.Retrieval;

/// <summary>What one source says of a paper, as <c>paper_sources</c> has it.</summary>
internal sealed record PaperOrigin(string Source, string Fields, string Status, PaperSignals Signals);

/// <summary>The keys and sources of papers, written within one transaction with statements that are prepared once.</summary>
internal sealed class PaperOrigins : IDisposable
{
    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _byKeys, _addKey, _addDoi, _read, _write;

    public PaperOrigins(SqliteConnection connection, string now)
    {
        _connection = connection;
        _byKeys = connection.Prepare(
            "SELECT DISTINCT paper_id FROM paper_keys WHERE key IN ($key, $doi) ORDER BY paper_id", ("$key", ""), ("$doi", ""));
        // A DOI is somebody else's word for a paper; it takes no key away from one that has it.
        _addKey = connection.Prepare("INSERT OR REPLACE INTO paper_keys (key, paper_id) VALUES ($key, $paper)", ("$key", ""), ("$paper", 0L));
        _addDoi = connection.Prepare("INSERT OR IGNORE INTO paper_keys (key, paper_id) VALUES ($key, $paper)", ("$key", ""), ("$paper", 0L));
        _read = connection.Prepare(
            $"SELECT s.source, s.fields, s.status, {SignalColumns.All} FROM paper_sources s WHERE s.paper_id = $paper ORDER BY s.source", ("$paper", 0L));
        // Of a change of the state only the first day counts. A source that says nothing of a signal takes none back.
        _write = connection.Prepare(
            """
            INSERT INTO paper_sources (paper_id, source, key, fields, version, status, status_at,
                upvotes, citations, tldr, keywords, code, featured_on, first_seen, changed_at)
            VALUES ($paper, $source, $key, $fields, $version, $status, iif($status = '', NULL, $now),
                $upvotes, $citations, $tldr, $keywords, $code, $featured, $now, $now)
            ON CONFLICT (paper_id, source) DO UPDATE SET
                key = $key, fields = $fields, version = coalesce($version, version), status = $status,
                status_at = CASE WHEN $status = '' THEN NULL WHEN status = $status THEN status_at ELSE $now END,
                upvotes = coalesce($upvotes, upvotes), citations = coalesce($citations, citations), tldr = coalesce($tldr, tldr),
                keywords = iif($keywords = '[]', keywords, $keywords), code = coalesce($code, code),
                featured_on = coalesce($featured, featured_on), changed_at = $now
            """,
            ("$paper", 0L), ("$source", ""), ("$key", ""), ("$fields", ""), ("$version", null), ("$status", ""), ("$upvotes", null),
            ("$citations", null),
            ("$tldr", null), ("$keywords", "[]"), ("$code", null), ("$featured", null), ("$now", now));
    }

    public static string StatusOf(Paper paper) => paper.Signals?.Retracted == true ? "retracted" : paper.Withdrawn ? "withdrawn" : "";

    /// <summary>The papers that go by the key or the DOI of a record, the oldest first.</summary>
    public IReadOnlyList<long> Find(Paper paper)
    {
        _byKeys.Parameters["$key"].Value = paper.Key.Value;
        _byKeys.Parameters["$doi"].Value = DoiKey(paper)?.Value ?? paper.Key.Value;
        using var reader = _byKeys.ExecuteReader();
        var ids = new List<long>(1);
        while (reader.Read())
            ids.Add(reader.GetInt64(0));
        return ids;
    }

    public void AddKeys(long id, Paper paper)
    {
        Add(_addKey, paper.Key, id);
        if (DoiKey(paper) is { } doi && doi != paper.Key)
            Add(_addDoi, doi, id);
    }

    public IReadOnlyList<PaperOrigin> Of(long id)
    {
        _read.Parameters["$paper"].Value = id;
        using var reader = _read.ExecuteReader();
        var origins = new List<PaperOrigin>(1);
        while (reader.Read())
            origins.Add(new PaperOrigin(reader.GetString(0), reader.GetString(1), reader.GetString(2), SignalColumns.Read(reader, 3)));
        return origins;
    }

    public void Write(long id, Paper paper, string fields)
    {
        var signals = paper.Signals;
        foreach (var (name, value) in (ReadOnlySpan<(string, object?)>)
        [
            ("$paper", id), ("$source", paper.Source), ("$key", paper.Key.Value), ("$fields", fields), ("$version", signals?.Version),
            ("$status", StatusOf(paper)),
            ("$upvotes", signals?.Upvotes), ("$citations", signals?.Citations), ("$tldr", signals?.Tldr),
            ("$keywords", JsonSerializer.Serialize(signals?.Keywords ?? [], AsWritten)), ("$code", signals?.Code),
            ("$featured", signals?.FeaturedOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
        ])
            _write.Parameters[name].Value = value ?? DBNull.Value;
        _write.ExecuteNonQuery();
    }

    public void WriteFields(long id, string source, string fields) => _connection.Execute(
        "UPDATE paper_sources SET fields = $fields WHERE paper_id = $paper AND source = $source",
        ("$paper", id), ("$source", source), ("$fields", fields));

    /// <summary>Gives all that the library knows of a paper by to another, and takes the paper out.</summary>
    public void Absorb(long from, long into)
    {
        foreach (var sql in (ReadOnlySpan<string>)
        [
            "UPDATE paper_keys SET paper_id = $into WHERE paper_id = $from",
            "UPDATE OR IGNORE paper_sources SET paper_id = $into WHERE paper_id = $from",
            "DELETE FROM papers WHERE id = $from",
        ])
            _connection.Execute(sql, ("$from", from), ("$into", into));
    }

    public void Dispose()
    {
        _byKeys.Dispose();
        _addKey.Dispose();
        _addDoi.Dispose();
        _read.Dispose();
        _write.Dispose();
    }

    private static void Add(SqliteCommand add, PaperKey key, long id)
    {
        (add.Parameters["$key"].Value, add.Parameters["$paper"].Value) = (key.Value, id);
        add.ExecuteNonQuery();
    }

    private static PaperKey? DoiKey(Paper paper) => paper.Doi is { } doi && DoiName.TryParse(doi, out var parsed) ? PaperKey.Doi(parsed) : null;
}
