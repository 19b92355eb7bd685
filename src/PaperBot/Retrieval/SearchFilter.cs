using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using PaperBot.Papers;

namespace PaperBot.Retrieval;

/// <summary>Conditions that a paper must meet to be found at all. Several values of one field: any of them; several fields: all.</summary>
internal sealed record SearchFilter
{
    public static readonly SearchFilter None = new();

    public IReadOnlyList<string> Authors { get; init; } = [];

    public IReadOnlyList<string> Venues { get; init; } = [];

    /// <summary>A whole category, <c>cs.IR</c>, or an archive, <c>cs</c>.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>Inclusive, as is <see cref="Until"/>. A paper dated by its year alone passes when any day of that year would.</summary>
    public PublicationDate? Since { get; init; }

    public PublicationDate? Until { get; init; }

    /// <summary>These papers and no other; null is any.</summary>
    public IReadOnlyList<PaperKey>? Papers { get; init; }

    /// <summary>Conditions that hold beside these, whatever these are; null is none.</summary>
    public SearchFilter? Within { get; init; }

    public bool IsEmpty => Papers is null && Within is null or { IsEmpty: true } &&
        Authors.Count == 0 && Venues.Count == 0 && Categories.Count == 0 && Sources.Count == 0 && Since is null && Until is null;

    /// <returns>An SQL condition on the papers table <c>p</c>, its values added to the command as parameters.</returns>
    public string Where(SqliteCommand command)
    {
        var all = new List<string> { "1" };
        if (Since is { } since)
            all.Add(Bind("(p.published >= {0} OR {0} LIKE p.published || '-%')", since.ToString()));
        if (Until is { } until)
            all.Add(Bind("substr(p.published, 1, length({0})) <= {0}", until.ToString()));
        Any(Authors, "p.id IN (SELECT rowid FROM papers_text WHERE papers_text MATCH {0})", author => KeywordQuery.AllIn("authors", author) ?? "authors : \"\"");
        Any(Venues, "p.venue LIKE {0} ESCAPE '\\'", venue => $"%{EscapeLike(venue)}%");
        Any(Categories, "EXISTS (SELECT 1 FROM json_each(p.categories) WHERE value LIKE {0} ESCAPE '\\' OR value LIKE {0} || '.%' ESCAPE '\\')", EscapeLike);
        Any(Sources, "EXISTS (SELECT 1 FROM paper_sources s WHERE s.paper_id = p.id AND s.source LIKE {0} ESCAPE '\\')", EscapeLike);
        if (Papers is { } papers)
            all.Add(Bind("p.key IN (SELECT value FROM json_each({0}))", JsonSerializer.Serialize(papers.Select(paper => paper.Value))));
        if (Within is { } within)
            all.Add(within.Where(command));
        return string.Join(" AND ", all);

        void Any(IReadOnlyList<string> values, string condition, Func<string, string> convert)
        {
            if (values.Count > 0)
                all.Add($"({string.Join(" OR ", values.Select(value => Bind(condition, convert(value))))})");
        }

        string Bind(string condition, string value)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"$filter{command.Parameters.Count}");
            command.Parameters.AddWithValue(name, value);
            return string.Format(CultureInfo.InvariantCulture, condition, name);
        }
    }

    private static string EscapeLike(string value) =>
        value.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal);
}
