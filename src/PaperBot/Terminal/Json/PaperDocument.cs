using PaperBot.Papers;
using PaperBot.Terminal.Views;

namespace PaperBot.Terminal.Json;

/// <param name="Abstract">As the source wrote it, to the letter.</param>
internal sealed record PaperDocument(
    string Id,
    string Title,
    IReadOnlyList<string> Authors,
    string? Published,
    string? Venue,
    IReadOnlyList<string> Categories,
    string? Doi,
    string? Url,
    string Source,
    bool Withdrawn,
    string Abstract)
{
    public static PaperDocument Of(Paper paper) => new(
        paper.Key.Value, PaperText.Title(paper), paper.Authors, paper.Published?.ToString(), paper.Venue, paper.Categories, paper.Doi,
        PaperText.Link(paper), paper.Source, paper.Withdrawn, paper.Abstract);
}

/// <param name="Total">Papers in the library that meet the conditions; more than are listed when the list was cut.</param>
internal sealed record ListDocument(IReadOnlyList<ListedDocument> Papers, long Total);

internal sealed record ListedDocument(string Id, string Title, string? Published, string? Url)
{
    public static ListedDocument Of(Paper paper) => new(paper.Key.Value, PaperText.Title(paper), paper.Published?.ToString(), PaperText.Link(paper));
}

/// <summary>The paper that was removed.</summary>
internal sealed record RemovalDocument(string Id, string Title);
