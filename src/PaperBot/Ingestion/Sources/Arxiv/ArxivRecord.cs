using PaperBot.Papers;

namespace PaperBot.Ingestion.Sources.Arxiv;

/// <summary>What all of arXiv's formats say of a paper, turned into one.</summary>
internal sealed record ArxivRecord
{
    public const string Source = "arxiv";

    public required int Line { get; init; }

    /// <summary>With or without a version.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Abstract { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public PublicationDate? Published { get; init; }

    public string JournalReference { get; init; } = "";

    public string Comments { get; init; } = "";

    public string Doi { get; init; } = "";

    public IReadOnlyList<string> Categories { get; init; } = [];

    public int? Version { get; init; }

    public SourceRecord ToRecord()
    {
        if (!ArxivId.TryParse(Id, out var id, out var version))
            return SourceRecord.Rejected(Line, "The record has no identifier of arXiv.");
        if (SourceText.Objection(Title, Abstract) is { } objection)
            return SourceRecord.Rejected(Line, objection);
        var key = PaperKey.Arxiv(id);
        return SourceRecord.Accepted(Line, new Paper
        {
            Key = key,
            Title = Title,
            Abstract = Abstract,
            Authors = AuthorNames.Clean(Authors),
            Published = Published ?? Submitted(id),
            Venue = JournalReference.Length > 0 ? JournalReference : null,
            Categories = Categories,
            // Some records name the article and its erratum, one behind the other.
            Doi = DoiName.TryParse(Doi.Split([' ', ';', ','], StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(), out var doi) ? doi : null,
            Url = PaperUrl.Of(key),
            Source = Source,
            Withdrawn = Withdrawal.IsIn(Comments, Abstract),
            Signals = (Version ?? version) is { } number ? new PaperSignals { Version = number } : null,
        });
    }

    /// <summary>The month that an identifier begins with.</summary>
    private static PublicationDate? Submitted(string id)
    {
        var digits = id[(id.IndexOf('/', StringComparison.Ordinal) + 1)..];
        var year = ((digits[0] - '0') * 10) + digits[1] - '0';
        // The first paper is of 1991.
        return PublicationDate.TryCreate(year >= 91 ? 1900 + year : 2000 + year, ((digits[2] - '0') * 10) + digits[3] - '0', null, out var month)
            ? month : null;
    }
}
