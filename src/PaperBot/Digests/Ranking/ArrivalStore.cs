using System.Globalization;
using Microsoft.Data.Sqlite;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Storage;

namespace PaperBot.Digests.Ranking;

/// <summary>
/// Reads what came to the library lately, and keeps it while nothing changes: digests that are due together look at the same papers. What is
/// kept is bounded, and about 430 bytes a paper.
/// </summary>
internal sealed class ArrivalStore(TimeProvider time)
{
    // The newest count when more came, as after a first import; nobody reads so many news.
    private const int MostPapers = 100_000;

    // Votes and citations change without a trace in what is asked each time.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly Lock _reading = new();
    private Arrivals? _latest;

    /// <summary>What came after a time; maybe more that came before it.</summary>
    public Arrivals After(SqliteConnection connection, VectorModel? model, DateTimeOffset after)
    {
        lock (_reading)
        {
            var (state, since) = (State(connection, model), after.ToUnixTimeSeconds());
            if (_latest is { } known && known.State == state && known.After <= since && (time.GetUtcNow() - known.ReadAt).Duration() < Longest)
                return known;
            // Let go of the old before the new is read, so that there is one at a time.
            _latest = null;
            return _latest = Read(connection, model, since, state);
        }
    }

    private static LibraryState State(SqliteConnection connection, VectorModel? model) => connection.Query(
        """
        SELECT (SELECT coalesce(max(id), 0) FROM papers), (SELECT count(*) FROM papers),
               (SELECT coalesce(max(id), 0) FROM vectors WHERE model_id = $model)
        """,
        row => new LibraryState(model?.Id ?? 0, row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)), ("$model", model?.Id ?? 0))[0];

    private Arrivals Read(SqliteConnection connection, VectorModel? model, long after, LibraryState state)
    {
        var size = model is null ? 0 : VectorCodec.Size(model.Dimensions);
        var came = Count(connection, after);
        var (ids, at, places, embeddings) = (new long[came], new long[came], new int[came], new byte[came * size]);
        var (categories, receptions, spellings) = (new string[came], new Reception[came], new Dictionary<string, string>(StringComparer.Ordinal));
        using var command = connection.Prepare(
            """
            SELECT p.id, p.added_at, p.categories, p.published, v.embedding,
                   (SELECT min(first_seen) FROM paper_sources s WHERE s.paper_id = p.id),
                   (SELECT max(upvotes) FROM paper_sources s WHERE s.paper_id = p.id),
                   (SELECT max(citations) FROM paper_sources s WHERE s.paper_id = p.id)
            FROM (SELECT id FROM papers WHERE added_at > $after AND NOT withdrawn ORDER BY id DESC LIMIT $most) new
            CROSS JOIN papers p ON p.id = new.id LEFT JOIN vectors v ON v.paper_id = p.id AND v.model_id = $model
            ORDER BY p.id
            """,
            ("$after", Text(after)), ("$most", came), ("$model", model?.Id ?? 0));
        using var row = command.ExecuteReader();
        var (count, embedded) = (0, 0);
        for (; row.Read(); count++)
        {
            ids[count] = row.GetInt64(0);
            // A paper that took in an older one is as old as that.
            at[count] = Math.Min(Seconds(row.GetString(1)), row.IsDBNull(5) ? long.MaxValue : Seconds(row.GetString(5)));
            var list = row.GetString(2);
            categories[count] = spellings.TryGetValue(list, out var same) ? same : spellings[list] = list;
            receptions[count] = new Reception(Number(row, 6), Number(row, 7), Day(row, 3));
            places[count] = row.IsDBNull(4) ? -1 : embedded++;
            if (places[count] >= 0)
                row.GetBytes(4, 0, embeddings, places[count] * size, size);
        }

        return new Arrivals(after, state, time.GetUtcNow(), new PaperPool(ids, model?.Dimensions ?? 0, places, embeddings), at, categories, receptions);
    }

    private static int Count(SqliteConnection connection, long after) => (int)Math.Min(
        MostPapers, connection.Count("SELECT count(*) FROM papers WHERE added_at > $after AND NOT withdrawn", ("$after", Text(after))));

    private static int Number(SqliteDataReader row, int column) => row.IsDBNull(column) ? 0 : row.GetInt32(column);

    private static int Day(SqliteDataReader row, int column) =>
        !row.IsDBNull(column) && PublicationDate.TryParse(row.GetString(column), out var published) ? published.LastDay.DayNumber : 0;

    /// <summary>As the library writes times: to the second, in UTC.</summary>
    private static string Text(long seconds) =>
        DateTimeOffset.FromUnixTimeSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static long Seconds(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ToUnixTimeSeconds();
}
