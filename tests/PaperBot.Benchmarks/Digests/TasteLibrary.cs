using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PaperBot.Embedding;
using PaperBot.Ingestion.Sources;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Storage;

namespace PaperBot.Benchmarks.Digests;

/// <summary>
/// A library in which some hundred papers of each of sixteen fields came on five days: four on which digests are read and voted on, and one whose papers
/// are only ranked. Each paper is embedded as a whole with the real model.
/// </summary>
internal static class TasteLibrary
{
    public const int VotingDays = 4;

    private const int PapersOfAnArea = 450;

    // Of ten papers six come on the days of voting.
    private const int SharesForVoting = 6, Shares = 10;

    public static readonly DateTimeOffset FirstDay = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    public static async Task<ServiceProvider> OpenAsync(string folder, string file, TextWriter log, CancellationToken cancellationToken)
    {
        var library = BenchmarkLibrary.Open(folder);
        await library.GetRequiredService<ModelStore>().EnsureDefaultAsync(null, cancellationToken).ConfigureAwait(false);
        if (library.GetRequiredService<PaperStore>().Count() == 0)
        {
            var time = new SetTime();
            var papers = new PaperStore(library.GetRequiredService<LibraryDatabase>(), time);
            foreach (var day in (await ReadAsync(file, cancellationToken).ConfigureAwait(false)).GroupBy(DayOf).OrderBy(day => day.Key))
            {
                // At noon: digests are due at midnight.
                time.Now = FirstDay.AddDays(day.Key).AddHours(12);
                papers.Store([.. day]);
            }
        }

        await EmbedAsync(library.GetRequiredService<VectorStore>(), library.GetRequiredService<EmbeddingModelLoader>(), log, cancellationToken).ConfigureAwait(false);
        return library;
    }

    /// <summary>0 to 3 are days of voting, 4 is the day whose papers are ranked.</summary>
    public static int DayOf(Paper paper)
    {
        var share = Number(paper) % Shares;
        return share < SharesForVoting ? (int)(Number(paper) / Shares % VotingDays) : VotingDays;
    }

    private static async Task<List<Paper>> ReadAsync(string file, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file);
        var all = new List<Paper>();
        await foreach (var record in new JsonLinesSource().ReadAsync(stream, cancellationToken).ConfigureAwait(false))
            if (record.Paper is { Abstract.Length: > 0 } paper)
                // All are taken as new: what is measured is what they are about.
                all.Add(paper with { Published = null });
        return [.. TasteArea.All.SelectMany(area => all.Where(paper => paper.Categories is [var first, ..] && first == area.Category)
            .OrderBy(Number).Take(PapersOfAnArea))];
    }

    /// <summary>As good as a random number, and the same in every run.</summary>
    private static uint Number(Paper paper) => BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(paper.Key.Value)));

    private static async Task EmbedAsync(VectorStore vectors, EmbeddingModelLoader models, TextWriter log, CancellationToken cancellationToken)
    {
        var model = models.Load() ?? throw new InvalidOperationException("The embedding model is not installed.");
        while (vectors.Pending(model.Model.Id, EmbeddingPart.Paper, 0, 256) is { Count: > 0 } batch)
        {
            var embeddings = await model.GenerateAsync(
                batch.Select(paper => LatexText.ToReadable($"{paper.Title}. {paper.Abstract}")), EmbeddingInput.Passage, cancellationToken).ConfigureAwait(false);
            vectors.Write(model.Model.Id, model.Model.Dimensions, [.. batch.Select((paper, i) => (paper, embeddings[i].Vector))]);
            await log.WriteLineAsync($"{vectors.PendingCount(model.Model.Id, EmbeddingPart.Paper)} papers left to embed").ConfigureAwait(false);
        }
    }
}
