using System.Globalization;
using Microsoft.Data.Sqlite;
using PaperBot.Papers;
using PaperBot.Storage;

namespace PaperBot.Retrieval;

/// <summary>Writes papers within one transaction, with statements that are prepared once.</summary>
internal sealed class PaperWriter : IDisposable
{
    // Papers of one title that are looked at; more are proceedings' prefaces.
    private const int MostOfOneTitle = 5;

    private readonly SqliteCommand _byId, _byTitle, _insert, _update;
    private readonly PaperOrigins _origins;

    public PaperWriter(SqliteConnection connection, TimeProvider time)
    {
        var now = time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        _origins = new PaperOrigins(connection, now);
        _byId = connection.Prepare($"SELECT p.id, p.content_hash, {PaperRow.Columns} FROM papers p WHERE p.id = $id", ("$id", 0L));
        _byTitle = connection.Prepare(
            $"SELECT p.id, p.content_hash, {PaperRow.Columns} FROM papers p WHERE p.title_key = $title ORDER BY p.id LIMIT {MostOfOneTitle}",
            ("$title", ""));
        _insert = connection.Prepare(
            """
            INSERT INTO papers (key, title, abstract, authors, published, venue, categories, doi, url, source, withdrawn, extra,
                                terms, title_key, content_hash, added_at, updated_at)
            VALUES ($key, $title, $abstract, $authors, $published, $venue, $categories, $doi, $url, $source, $withdrawn, $extra,
                    $terms, $title_key, $content_hash, $now, $now)
            RETURNING id
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
        var known = Known(paper);
        if (known.Count == 0)
        {
            PaperRow.Bind(_insert.Parameters, paper);
            var added = (long)_insert.ExecuteScalar()!;
            _origins.AddKeys(added, paper);
            _origins.Write(added, paper, Fields(MergedPaper.Of(paper), paper.Source));
            return StoreOutcome.Added;
        }

        var (id, hash, _) = known[0];
        var (merged, origins) = Join(known);
        var own = origins.FirstOrDefault(origin => origin.Source == paper.Source);
        // An older version has nothing to say to a newer one.
        if (!(paper.Signals?.Version < own?.Signals.Version))
        {
            merged = PaperMerge.Merge(merged, MergedPaper.Of(paper));
            var isTakenBack = paper.Withdrawn || origins.Any(origin => origin.Source != paper.Source && origin.Status.Length > 0);
            merged = merged with { Paper = merged.Paper with { Withdrawn = isTakenBack } };
            WriteOrigins(id, paper, merged, own, origins);
        }

        _origins.AddKeys(id, paper);
        if (known.Count == 1 && hash.AsSpan().SequenceEqual(PaperRow.ContentHash(merged.Paper)))
            return StoreOutcome.Unchanged;
        _update.Parameters["$id"].Value = id;
        PaperRow.Bind(_update.Parameters, merged.Paper);
        _update.ExecuteNonQuery();
        return StoreOutcome.Updated;
    }

    public void Dispose()
    {
        _byId.Dispose();
        _byTitle.Dispose();
        _insert.Dispose();
        _update.Dispose();
        _origins.Dispose();
    }

    /// <summary>The papers that the record is of: more than one where it is the first to say that they are the same.</summary>
    private List<KnownPaper> Known(Paper paper)
    {
        // The one of that very key comes first, whatever else the record names.
        var known = _origins.Find(paper).Select(Read).Where(found => !SamePaper.AreApart(found.Paper, paper))
            .OrderByDescending(found => found.Paper.Key == paper.Key).ToList();
        // Two papers that are apart do not become one because a record names both.
        known = [.. known.Where(found => found == known[0] || !SamePaper.AreApart(found.Paper, known[0].Paper))];
        if (known.Count > 0)
            return known;
        var title = TitleText.Normalize(paper.Title);
        // A title of one word, such as "Introduction", is no proof that two records are one paper.
        if (!title.Contains(' ', StringComparison.Ordinal))
            return [];
        _byTitle.Parameters["$title"].Value = title;
        return [.. ReadAll(_byTitle).Where(titled => SamePaper.IsTitled(titled.Paper, paper)).Take(1)];
    }

    /// <summary>Makes one of papers that turned out to be the same.</summary>
    private (MergedPaper Merged, IReadOnlyList<PaperOrigin> Origins) Join(List<KnownPaper> known)
    {
        var merged = Merged(known[0]);
        foreach (var other in known.Skip(1))
        {
            merged = PaperMerge.Merge(merged, Merged(other));
            _origins.Absorb(other.Id, known[0].Id);
        }

        return (merged, _origins.Of(known[0].Id));
    }

    private MergedPaper Merged(KnownPaper known)
    {
        var whole = MergedPaper.Of(known.Paper);
        var origins = _origins.Of(known.Id).SelectMany(origin => origin.Fields.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(field => (field, origin.Source)))
            .DistinctBy(pair => pair.field).ToDictionary(pair => pair.field, pair => pair.Source);
        return whole with { Origins = whole.Origins.ToDictionary(pair => pair.Key, pair => origins.GetValueOrDefault(pair.Key, pair.Value)) };
    }

    private void WriteOrigins(long id, Paper paper, MergedPaper merged, PaperOrigin? own, IReadOnlyList<PaperOrigin> origins)
    {
        var fields = Fields(merged, paper.Source);
        if (own is null || own.Fields != fields || own.Status != PaperOrigins.StatusOf(paper) || SaysNews(paper.Signals, own.Signals))
            _origins.Write(id, paper, fields);
        foreach (var other in origins.Where(other => other.Source != paper.Source && other.Fields != Fields(merged, other.Source)))
            _origins.WriteFields(id, other.Source, Fields(merged, other.Source));
    }

    private static bool SaysNews(PaperSignals? said, PaperSignals known) =>
        said is not null && (Differs(said.Version, known.Version) || Differs(said.Upvotes, known.Upvotes) || Differs(said.Citations, known.Citations)
            || Differs(said.Tldr, known.Tldr) || Differs(said.Code, known.Code) || Differs(said.FeaturedOn, known.FeaturedOn)
            || (said.Keywords.Count > 0 && !said.Keywords.SequenceEqual(known.Keywords)));

    private static bool Differs<T>(T said, T known) => said is not null && !EqualityComparer<T>.Default.Equals(said, known);

    private static string Fields(MergedPaper merged, string source) =>
        string.Join(' ', PaperMerge.Fields.Select(field => field.Name).Where(field => merged.Origins.GetValueOrDefault(field) == source));

    private KnownPaper Read(long id)
    {
        _byId.Parameters["$id"].Value = id;
        return ReadAll(_byId).Single();
    }

    private static List<KnownPaper> ReadAll(SqliteCommand command)
    {
        using var reader = command.ExecuteReader();
        var papers = new List<KnownPaper>(1);
        while (reader.Read())
            papers.Add(new KnownPaper(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1), PaperRow.Read(reader, 2)));
        return papers;
    }

    private sealed record KnownPaper(long Id, byte[] Hash, Paper Paper);
}
