using System.Globalization;
using Microsoft.Extensions.Options;
using PaperBot.Embedding;
using PaperBot.Ingestion.Feeds;
using PaperBot.Retrieval;
using PaperBot.Storage;

namespace PaperBot.Host.Doctor;

/// <summary>Looks at what lies on this machine: the library, the disk under it and the model.</summary>
internal sealed class LibraryChecks(LibraryDatabase library, PaperStore papers, ModelStore models, FeedWatch feeds, IOptions<EmbeddingOptions> embedding)
{
    // A library of ten thousand papers with its embeddings is some sixty megabytes.
    private const long LittleSpace = 200_000_000;

    public Finding Database()
    {
        const string subject = "library";
        try
        {
            return library.FindDamage() is [var damage, ..]
                ? Finding.Wrong(subject, $"{library.Path} is damaged: {damage}.", "Restore a backup, or move the file away and ingest again.")
                : Finding.Well(
                    subject, string.Create(CultureInfo.InvariantCulture, $"{library.Path} opens and is sound; {papers.Count():N0} papers."));
        }
        catch (LibraryException e)
        {
            return Finding.Wrong(subject, "The library cannot be used.", e.Message);
        }
    }

    /// <returns>None when there are no feeds.</returns>
    public IEnumerable<Finding> Feeds()
    {
        const string subject = "feeds";
        FeedStanding standing;
        try
        {
            standing = feeds.Look();
        }
        catch (LibraryException)
        {
            // It is told of already.
            yield break;
        }

        foreach (var problem in standing.Problems)
            yield return Finding.Wrong(subject, problem, "Mend the line in the file of feeds, or wait: what was missed is caught up with.");
        if (standing is { Feeds: > 0, Problems.Count: 0 })
            yield return Finding.Well(subject, standing.NextAt is { } next
                ? string.Create(CultureInfo.InvariantCulture, $"{standing.Feeds} kept up to date; the next {next:yyyy-MM-dd HH:mm} UTC.")
                : $"{standing.Feeds} listed; `paperbot run` reads them.");
    }

    public Finding Disk()
    {
        const string subject = "disk";
        var probe = Path.Combine(library.Folder, $".paperbot-doctor-{Environment.ProcessId}");
        try
        {
            File.WriteAllBytes(probe, [1]);
            File.Delete(probe);
            var free = new DriveInfo(library.Folder).AvailableFreeSpace;
            var words = string.Create(CultureInfo.InvariantCulture, $"{library.Folder} can be written to; {free / 1e9:0.0} GB are free.");
            return free >= LittleSpace ? Finding.Well(subject, words) : Finding.Wrong(
                subject, words, "Make room, or choose another folder with --data DIR or PAPERBOT_DATA.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Finding.Wrong(
                subject, $"{library.Folder} cannot be written to.",
                "Give your user the right to, or choose another folder with --data DIR or PAPERBOT_DATA.");
        }
    }

    public async Task<Finding> ModelAsync(CancellationToken cancellationToken)
    {
        const string subject = "model";
        var name = embedding.Value.Model;
        try
        {
            if (models.Find(name) is not { } model)
                return Finding.Wrong(
                    subject, $"{name} is not installed; papers are found by their words alone.",
                    "`paperbot model install` installs it; `paperbot run` does too.");
            var faults = await models.VerifyAsync(name, cancellationToken).ConfigureAwait(false);
            return faults is [var fault, ..]
                ? Finding.Wrong(subject, $"{name} in {model.Folder}: {fault}", "`paperbot model install` installs it again.")
                : Finding.Well(subject, $"{name} is installed in {model.Folder} and unchanged.");
        }
        catch (EmbeddingModelException e)
        {
            return Finding.Wrong(subject, e.Message, "`paperbot model install` installs it again.");
        }
    }
}
