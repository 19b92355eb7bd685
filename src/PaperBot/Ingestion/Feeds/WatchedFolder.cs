using System.Globalization;
using System.Text.Json;
using PaperBot.Ingestion.Sources;

namespace PaperBot.Ingestion.Feeds;

/// <summary>Takes the files of a folder into the library as they come and change.</summary>
internal sealed class WatchedFolder(IngestionPipeline pipeline, TimeProvider time)
{
    // Somebody may be writing it still.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(10);

    /// <param name="mark">What an earlier look returned; empty at first.</param>
    /// <returns>What to remember, and a sentence for each file that could not be read.</returns>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public async Task<(string Mark, IReadOnlyList<string> Problems)> LookAsync(
        string folder, string mark, IngestionReport report, CancellationToken cancellationToken)
    {
        var known = mark.Length > 0 ? JsonSerializer.Deserialize<Dictionary<string, string>>(mark)! : [];
        var (seen, problems) = (new Dictionary<string, string>(), new List<string>());
        var youngest = time.GetUtcNow() - Settled;
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles().Where(file => !file.Name.StartsWith('.'))
            .OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            var state = string.Create(CultureInfo.InvariantCulture, $"{file.Length} {file.LastWriteTimeUtc.Ticks}");
            if (known.GetValueOrDefault(file.Name) == state)
                seen[file.Name] = state;
            else if (file.LastWriteTimeUtc <= youngest && await TryAsync(file, report, problems, cancellationToken).ConfigureAwait(false))
                seen[file.Name] = state;
        }

        return (JsonSerializer.Serialize(seen), problems);
    }

    /// <returns>False when the file is worth another look.</returns>
    private async Task<bool> TryAsync(FileInfo file, IngestionReport report, List<string> problems, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = file.OpenRead();
            var head = new byte[SourceFormats.HeadLength];
            var length = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            var detected = SourceFormats.Detect(file.Name, head.AsSpan(0, length));
            stream.Position = 0;
            if (detected.Source is { } source)
                await pipeline.AddAsync(source.ReadAsync(stream, cancellationToken), report, cancellationToken).ConfigureAwait(false);
            else
                problems.Add(detected.Reason!);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add($"{file.Name} cannot be read: {e.Message}");
            return false;
        }
    }
}
