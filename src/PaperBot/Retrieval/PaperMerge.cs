using PaperBot.Papers;

namespace PaperBot.Retrieval;

/// <summary>A paper, and which source each of its fields comes from.</summary>
/// <param name="Origins">The source of each field that has a value, by the names of <see cref="PaperMerge.Fields"/>.</param>
internal sealed record MergedPaper(Paper Paper, IReadOnlyDictionary<string, string> Origins)
{
    /// <summary>A record that all comes from one source.</summary>
    public static MergedPaper Of(Paper paper) =>
        new(paper, PaperMerge.Fields.Where(field => field.Value(paper) is not null).ToDictionary(field => field.Name, _ => paper.Source));
}

/// <summary>
/// Makes one paper of two records of it: of each field the value of the source that knows best. Of sources that know equally well the later
/// record counts, so that a source corrects itself. In whatever order sources of different rank are read, the same paper comes out, unless
/// dates of different precision meet.
/// </summary>
internal static class PaperMerge
{
    /// <summary>A field as it is compared: its value as an object, null where the record leaves it out.</summary>
    internal sealed record Field(string Name, Func<Paper, object?> Value);

    internal static readonly IReadOnlyList<Field> Fields =
    [
        new("title", paper => paper.Title),
        new("abstract", paper => paper.Abstract.Length > 0 ? paper.Abstract : null),
        new("authors", paper => paper.Authors.Count > 0 ? paper.Authors : null),
        new("published", paper => paper.Published),
        new("venue", paper => paper.Venue),
        new("categories", paper => paper.Categories.Count > 0 ? paper.Categories : null),
        new("doi", paper => paper.Doi),
        new("url", paper => paper.Url),
        new("extra", paper => paper.Extra),
    ];

    /// <param name="known">What the library has.</param>
    /// <param name="next">What comes.</param>
    public static MergedPaper Merge(MergedPaper known, MergedPaper next)
    {
        var taken = Fields.ToDictionary(field => field.Name, field => Better(field, known, next));
        var origins = Fields.Where(field => field.Value(taken[field.Name].Paper) is not null)
            .ToDictionary(field => field.Name, field => taken[field.Name].Origins[field.Name]);
        return new MergedPaper(
            new Paper
            {
                Key = Key(known.Paper, next.Paper),
                Title = taken["title"].Paper.Title,
                Abstract = taken["abstract"].Paper.Abstract,
                Authors = taken["authors"].Paper.Authors,
                Published = taken["published"].Paper.Published,
                Venue = taken["venue"].Paper.Venue,
                Categories = taken["categories"].Paper.Categories,
                Doi = taken["doi"].Paper.Doi,
                Url = taken["url"].Paper.Url,
                Source = origins.GetValueOrDefault("title", next.Paper.Source),
                Withdrawn = known.Paper.Withdrawn || next.Paper.Withdrawn,
                Extra = taken["extra"].Paper.Extra,
            },
            origins);
    }

    private static MergedPaper Better(Field field, MergedPaper known, MergedPaper next)
    {
        if (field.Value(next.Paper) is not { } said)
            return known;
        if (field.Value(known.Paper) is not { } had)
            return next;
        // A month says no more than the day in it, whoever says so.
        if (had is PublicationDate earlier && said is PublicationDate later && earlier != later)
        {
            if (earlier.ToString().StartsWith(later.ToString(), StringComparison.Ordinal))
                return known;
            if (later.ToString().StartsWith(earlier.ToString(), StringComparison.Ordinal))
                return next;
        }

        return Rank(field, known) > Rank(field, next) ? known : next;
    }

    private static int Rank(Field field, MergedPaper merged)
    {
        // What arXiv registers for every paper is not where it was published.
        if (field.Name == "doi" && merged.Paper.Doi!.StartsWith("10.48550/", StringComparison.Ordinal))
            return 0;
        var source = merged.Origins[field.Name];
        return field.Name is "venue" or "doi" ? PublicationRank(source) : TextRank(source);
    }

    /// <summary>Those that hold the text, then files that somebody keeps, then those that gather from others.</summary>
    private static int TextRank(string source) => source switch
    {
        "arxiv" => 90,
        "pubmed" => 85,
        "crossref" => 80,
        "openalex" => 60,
        "semanticscholar" => 50,
        "huggingface" => 40,
        "trending" or "sample" => 30,
        _ => 70,
    };

    private static int PublicationRank(string source) => source switch
    {
        "crossref" => 90,
        "pubmed" => 80,
        "openalex" => 60,
        "semanticscholar" => 55,
        "arxiv" => 50,
        "huggingface" or "trending" or "sample" => 30,
        _ => 70,
    };

    /// <summary>What most people call it; among equals the one it goes by already, unless that was made of its title.</summary>
    private static PaperKey Key(Paper known, Paper next) =>
        KeyRank(next.Key) != KeyRank(known.Key)
            ? KeyRank(next.Key) > KeyRank(known.Key) ? next.Key : known.Key
            : known.Key == PaperKey.Local(known.Title) ? next.Key : known.Key;

    private static int KeyRank(PaperKey key) => key.Scheme switch { "arxiv" => 3, "acl" => 2, "doi" => 1, _ => 0 };
}
