using System.Globalization;
using Microsoft.Data.Sqlite;
using PaperBot.Papers;
using PaperBot.Storage;

namespace PaperBot.Retrieval;

/// <summary>Writes papers within one transaction, with statements that are prepared once.</summary>
internal sealed class PaperWriter : IDisposable
{
    private readonly SqliteCommand _byKey, _byTitle, _insert, _update;

    public PaperWriter(SqliteConnection connection, TimeProvider time)
    {
        var now = time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        _byKey = connection.Prepare($"SELECT p.id, p.content_hash, {PaperRow.Columns} FROM papers p WHERE p.key = $key", ("$key", ""));
        _byTitle = connection.Prepare(
            $"SELECT p.id, p.content_hash, {PaperRow.Columns} FROM papers p WHERE p.title_key = $title ORDER BY p.id LIMIT 1", ("$title", ""));
        _insert = connection.Prepare(
            """
            INSERT INTO papers (key, title, abstract, authors, published, venue, categories, doi, url, source, withdrawn, extra,
                                terms, title_key, content_hash, added_at, updated_at)
            VALUES ($key, $title, $abstract, $authors, $published, $venue, $categories, $doi, $url, $source, $withdrawn, $extra,
                    $terms, $title_key, $content_hash, $now, $now)
            """,
            ("$now", now));
        _update = connection.Prepare(
            """
            UPDATE papers SET key = $key, title = $title, abstract = $abstract, authors = $authors, published = $published, venue = $venue,
                   categories = $categories, doi = $doi, url = $url, source = $source, withdrawn = $withdrawn, extra = $extra,
                   terms = $terms, title_key = $title_key, content_hash = $content_hash, updated_at = $now
            WHERE id = $id
            """,
            ("$now", now), ("$id", 0L));
    }

    public StoreOutcome Write(Paper paper)
    {
        if (Known(paper) is not { } known)
        {
            PaperRow.Bind(_insert.Parameters, paper);
            _insert.ExecuteNonQuery();
            return StoreOutcome.Added;
        }

        var merged = Merge(known.Paper, paper);
        if (known.Hash.AsSpan().SequenceEqual(PaperRow.ContentHash(merged)))
            return StoreOutcome.Unchanged;
        _update.Parameters["$id"].Value = known.Id;
        PaperRow.Bind(_update.Parameters, merged);
        _update.ExecuteNonQuery();
        return StoreOutcome.Updated;
    }

    public void Dispose()
    {
        _byKey.Dispose();
        _byTitle.Dispose();
        _insert.Dispose();
        _update.Dispose();
    }

    private (long Id, byte[] Hash, Paper Paper)? Known(Paper paper)
    {
        _byKey.Parameters["$key"].Value = paper.Key.Value;
        if (Read(_byKey) is { } same)
            return same;
        var title = TitleText.Normalize(paper.Title);
        // A title of one word, such as "Introduction", is no proof that two records are one paper.
        if (!title.Contains(' ', StringComparison.Ordinal))
            return null;
        _byTitle.Parameters["$title"].Value = title;
        return Read(_byTitle) is { } titled && (IsKnownByTitleAlone(titled.Paper) || IsKnownByTitleAlone(paper)) && MayBeSameYear(titled.Paper, paper) ? titled : null;
    }

    private static bool IsKnownByTitleAlone(Paper paper) => paper.Key == PaperKey.Local(paper.Title);

    // A preprint and its publication are often a year apart.
    private static bool MayBeSameYear(Paper a, Paper b) =>
        a.Published is not { } first || b.Published is not { } second || Math.Abs(first.Year - second.Year) <= 1;

    private static (long Id, byte[] Hash, Paper Paper)? Read(SqliteCommand command)
    {
        using var reader = command.ExecuteReader();
        return reader.Read() ? (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1), PaperRow.Read(reader, 2)) : null;
    }

    private static Paper Merge(Paper known, Paper paper) => paper with
    {
        Key = IsKnownByTitleAlone(paper) ? known.Key : paper.Key,
        Abstract = paper.Abstract.Length > 0 ? paper.Abstract : known.Abstract,
        Authors = paper.Authors.Count > 0 ? paper.Authors : known.Authors,
        Published = paper.Published ?? known.Published,
        Venue = paper.Venue ?? known.Venue,
        Categories = paper.Categories.Count > 0 ? paper.Categories : known.Categories,
        Doi = paper.Doi ?? known.Doi,
        Url = paper.Url ?? known.Url,
        Extra = paper.Extra ?? known.Extra,
    };
}
