using System.Globalization;
using PaperBot.Ingestion.Sources.Web;
using PaperBot.Storage;

namespace PaperBot.Ingestion.Fetching;

/// <summary>Where a reading stopped, and what sources gave to compare with: kept in the library, so that no restart begins anew.</summary>
internal sealed class SourceMemory(LibraryDatabase database, TimeProvider time)
{
    /// <summary>Lists change; one that was left alone for longer is read from its beginning.</summary>
    private static readonly TimeSpan CursorsKept = TimeSpan.FromDays(7);

    private static readonly TimeSpan ValidatorsKept = TimeSpan.FromDays(90);

    /// <returns>Null when the reading of the reference was never interrupted.</returns>
    public (string Cursor, int Taken)? FindCursor(string reference)
    {
        using var connection = database.Open();
        return connection.Query(
            "SELECT cursor, taken FROM source_cursors WHERE reference = $reference AND updated_at >= $since",
            row => ((string, int)?)(row.GetString(0), row.GetInt32(1)), ("$reference", reference), ("$since", Text(-CursorsKept))).FirstOrDefault();
    }

    /// <param name="cursor">Null when the reading is complete.</param>
    public void SaveCursor(string reference, string? cursor, int taken)
    {
        using var connection = database.Open();
        if (cursor is null)
            connection.Execute(
                "DELETE FROM source_cursors WHERE reference = $reference OR updated_at < $since",
                ("$reference", reference), ("$since", Text(-CursorsKept)));
        else
        {
            connection.Execute(
                "INSERT INTO source_cursors (reference, cursor, taken, updated_at) VALUES ($reference, $cursor, $taken, $now) " +
                "ON CONFLICT (reference) DO UPDATE SET cursor = excluded.cursor, taken = excluded.taken, updated_at = excluded.updated_at",
                ("$reference", reference), ("$cursor", cursor), ("$taken", taken), ("$now", Text(TimeSpan.Zero)));
        }
    }

    public Validator? FindValidator(Uri address)
    {
        using var connection = database.Open();
        return connection.Query(
            "SELECT etag, last_modified FROM source_validators WHERE address = $address",
            row => new Validator(address.AbsoluteUri, row.IsDBNull(0) ? null : row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1)),
            ("$address", address.AbsoluteUri)).FirstOrDefault();
    }

    public void Save(Validator validator)
    {
        using var connection = database.Open();
        connection.Execute("DELETE FROM source_validators WHERE updated_at < $since", ("$since", Text(-ValidatorsKept)));
        connection.Execute(
            "INSERT INTO source_validators (address, etag, last_modified, updated_at) VALUES ($address, $etag, $modified, $now) " +
            "ON CONFLICT (address) DO UPDATE SET etag = excluded.etag, last_modified = excluded.last_modified, updated_at = excluded.updated_at",
            ("$address", validator.Address), ("$etag", validator.ETag), ("$modified", validator.LastModified), ("$now", Text(TimeSpan.Zero)));
    }

    private string Text(TimeSpan from) => (time.GetUtcNow() + from).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
