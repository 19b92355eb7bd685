using Microsoft.Extensions.Options;
using PaperBot.Ingestion.Fetching;
using PaperBot.Ingestion.Sources;

namespace PaperBot.Ingestion.Feeds;

/// <summary>A feed that is kept up to date: a reference to a source, or a folder.</summary>
/// <param name="Name">As it stands in the list.</param>
/// <param name="Reference">Null for a folder.</param>
internal sealed record Feed(string Name, SourceReference? Reference, string? Folder);

/// <summary>The text file of feeds: one a line, and what follows a # is a comment.</summary>
internal sealed class FeedList(IOptions<SourcesOptions> options)
{
    private const string FolderScheme = "folder:";

    /// <returns>The feeds, and a sentence for each line that is none.</returns>
    public (IReadOnlyList<Feed> Feeds, IReadOnlyList<string> Mistakes) Read()
    {
        var path = options.Value.FeedsFile ?? Path.Combine(AppContext.BaseDirectory, "config", "feeds.txt");
        if (!File.Exists(path))
            return ([], options.Value.FeedsFile is null ? [] : [$"Sources:FeedsFile names {path}, which is not there. Correct the path."]);
        try
        {
            return Parse(File.ReadAllLines(path), Path.GetFileName(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ([], [$"{path} cannot be read: {e.Message}"]);
        }
    }

    internal static (IReadOnlyList<Feed> Feeds, IReadOnlyList<string> Mistakes) Parse(IReadOnlyList<string> lines, string file)
    {
        var (feeds, mistakes) = (new List<Feed>(), new List<string>());
        for (var i = 0; i < lines.Count; i++)
        {
            var comment = lines[i].StartsWith('#') ? 0 : lines[i].IndexOf(" #", StringComparison.Ordinal);
            var name = (comment < 0 ? lines[i] : lines[i][..comment]).Trim();
            if (name.Length == 0)
                continue;
            if (name.StartsWith(FolderScheme, StringComparison.OrdinalIgnoreCase) && name[FolderScheme.Length..].Trim() is { Length: > 0 } folder)
                feeds.Add(new Feed($"{FolderScheme}{folder}", null, folder));
            else if (SourceReference.Read(name) is { } reference)
                feeds.Add(new Feed(reference.ToString(), reference, null));
            else
                mistakes.Add($"Line {i + 1} of {file} names no source. " +
                    "Feeds are written as hf:daily, arxiv:cs.IR, arxiv:\"ti:retrieval\" or folder:/srv/papers.");
        }

        return ([.. feeds.DistinctBy(feed => feed.Name)], mistakes);
    }
}
