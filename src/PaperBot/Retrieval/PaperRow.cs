using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using PaperBot.Papers;

namespace PaperBot.Retrieval;

/// <summary>How a <see cref="Paper"/> stands in the <c>papers</c> table.</summary>
internal static class PaperRow
{
    /// <summary>The columns that <see cref="Read"/> expects, in its order, of a table called <c>p</c>.</summary>
    public const string Columns =
        "p.key, p.title, p.abstract, p.authors, p.published, p.venue, p.categories, p.doi, p.url, p.source, p.withdrawn, p.extra";

    // The authors' column is searched: an escaped letter would be a word of its own.
    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="first">The index of the first of <see cref="Columns"/> in the row.</param>
    public static Paper Read(SqliteDataReader row, int first = 0) => new()
    {
        Key = new PaperKey(row.GetString(first)),
        Title = row.GetString(first + 1),
        Abstract = row.GetString(first + 2),
        Authors = List(row.GetString(first + 3)),
        Published = PublicationDate.TryParse(Text(row, first + 4), out var published) ? published : null,
        Venue = Text(row, first + 5),
        Categories = List(row.GetString(first + 6)),
        Doi = Text(row, first + 7),
        Url = Text(row, first + 8),
        Source = row.GetString(first + 9),
        Withdrawn = row.GetBoolean(first + 10),
        Extra = Text(row, first + 11),
    };

    public static void Bind(SqliteParameterCollection parameters, Paper paper)
    {
        Set(parameters, "$key", paper.Key.Value);
        Set(parameters, "$title", paper.Title);
        Set(parameters, "$abstract", paper.Abstract);
        Set(parameters, "$authors", JsonSerializer.Serialize(paper.Authors, AsWritten));
        Set(parameters, "$published", paper.Published?.ToString());
        Set(parameters, "$venue", paper.Venue);
        Set(parameters, "$categories", JsonSerializer.Serialize(paper.Categories, AsWritten));
        Set(parameters, "$doi", paper.Doi);
        Set(parameters, "$url", paper.Url);
        Set(parameters, "$source", paper.Source);
        Set(parameters, "$withdrawn", paper.Withdrawn);
        Set(parameters, "$extra", paper.Extra);
        Set(parameters, "$terms", ReadableTerms(paper));
        Set(parameters, "$title_key", TitleText.Normalize(paper.Title));
        Set(parameters, "$content_hash", ContentHash(paper));
    }

    /// <summary>SHA-256 over everything a source says of the paper; equal hashes mean that there is nothing to write.</summary>
    public static byte[] ContentHash(Paper paper)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in (ReadOnlySpan<string?>)[
            paper.Key.Value, paper.Title, paper.Abstract, .. paper.Authors, "", paper.Published?.ToString(), paper.Venue,
            .. paper.Categories, "", paper.Doi, paper.Url, paper.Source, paper.Withdrawn ? "withdrawn" : null, paper.Extra])
        {
            // Each part goes with its length, so that moving a word from one field to the next changes the hash.
            var bytes = new byte[sizeof(int) + Encoding.UTF8.GetByteCount(part ?? "")];
            BinaryPrimitives.WriteInt32LittleEndian(bytes, bytes.Length);
            Encoding.UTF8.GetBytes(part ?? "", bytes.AsSpan(sizeof(int)));
            hash.AppendData(bytes);
        }

        return hash.GetHashAndReset();
    }

    /// <summary>The words that LaTeX hides, as people type them: "Möbius" for <c>M{\"o}bius</c>; they are searched beside the text.</summary>
    private static string ReadableTerms(Paper paper)
    {
        var (written, readable) = ($"{paper.Title} {paper.Abstract}", LatexText.ToReadable($"{paper.Title} {paper.Abstract}"));
        return ReferenceEquals(written, readable) || written == readable
            ? "" : string.Join(' ', KeywordQuery.Words(readable, int.MaxValue).Except(KeywordQuery.Words(written, int.MaxValue)));
    }

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static string[] List(string json) => json == "[]" ? [] : JsonSerializer.Deserialize<string[]>(json) ?? [];

    private static void Set(SqliteParameterCollection parameters, string name, object? value)
    {
        if (parameters.Contains(name))
            parameters[name].Value = value ?? DBNull.Value;
        else
            parameters.AddWithValue(name, value ?? DBNull.Value);
    }
}
