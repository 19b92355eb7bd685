using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using PaperBot.Papers;

namespace PaperBot.Retrieval;

/// <summary>How <see cref="PaperSignals"/> stand in the <c>paper_sources</c> table.</summary>
internal static class SignalColumns
{
    /// <summary>The columns that <see cref="Read"/> expects, in its order, of a table called <c>s</c>.</summary>
    public const string All = "s.version, s.upvotes, s.citations, s.tldr, s.keywords, s.code, s.featured_on";

    public static PaperSignals Read(SqliteDataReader row, int first) => new()
    {
        Version = Number(row, first),
        Upvotes = Number(row, first + 1),
        Citations = Number(row, first + 2),
        Tldr = Text(row, first + 3),
        Keywords = row.GetString(first + 4) is "[]" ? [] : JsonSerializer.Deserialize<string[]>(row.GetString(first + 4)) ?? [],
        Code = Text(row, first + 5),
        FeaturedOn = Text(row, first + 6) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
    };

    private static int? Number(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
