using Microsoft.Extensions.Options;
using PaperBot.Embedding;
using PaperBot.Ingestion;
using PaperBot.Retrieval;
using PaperBot.Terminal.Output;

namespace PaperBot.Terminal;

/// <summary>Sees to the embedding model and the papers' embeddings, telling how far it is.</summary>
internal sealed class EmbeddingRun(
    ModelStore models, EmbeddingCatchUp catchUp, VectorStore vectors, ProgressDisplay progress, TerminalOutput output, IOptions<EmbeddingOptions> options)
{
    /// <summary>The configured model. The default one is installed when it is missing.</summary>
    /// <returns>Null when there is none; why, and what follows from it, has been told.</returns>
    public async Task<EmbeddingModel?> EnsureModelAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (models.Find(options.Value.Model) is { } installed)
                return installed;
            if (options.Value.Model == ModelStore.DefaultName)
                return await InstallAsync(models.EnsureDefaultAsync, InstallingDefault, cancellationToken).ConfigureAwait(false);
            throw new EmbeddingModelException($"The model {options.Value.Model} is not installed. Install it with `paperbot model install --from`, or set Embedding:Model to one of `paperbot model list`.");
        }
        catch (EmbeddingModelException e)
        {
            output.Notice($"{e.Message} Until then papers are found by their words alone.");
            return null;
        }
    }

    /// <exception cref="EmbeddingModelException">It cannot be installed.</exception>
    public Task<EmbeddingModel> InstallAsync(ModelRequest request, CancellationToken cancellationToken) => InstallAsync(
        (told, token) => models.InstallAsync(request, told, token),
        request.From is null ? InstallingDefault : $"Installing the embedding model from {request.From}.",
        cancellationToken);

    private const string InstallingDefault = "Installing the embedding model, once: about 45 MB to fetch, 67 MB on disk.";

    private async Task<EmbeddingModel> InstallAsync(
        Func<IProgress<InstallProgress>, CancellationToken, Task<EmbeddingModel>> installAsync, string notice, CancellationToken cancellationToken)
    {
        output.Notice(notice);
        var model = await progress.RunAsync(told => installAsync(new Told<InstallProgress>(told, State), cancellationToken)).ConfigureAwait(false);
        output.Notice($"The model {model.Name} is installed in {model.Folder}.");
        return model;
    }

    /// <summary>How many papers wait for this part of their embedding.</summary>
    public long Pending(EmbeddingModel model, EmbeddingPart part) => vectors.PendingCount(model.Id, part);

    /// <returns>How many papers were embedded.</returns>
    public Task<long> CatchUpAsync(CancellationToken cancellationToken) =>
        progress.RunAsync(told => catchUp.RunAsync(new Told<EmbeddingProgress>(told, State), cancellationToken));

    internal static ProgressState State(EmbeddingProgress embedding) => new(
        embedding.Part == EmbeddingPart.Paper ? "Embedding papers" : "Embedding their sentences",
        embedding.Embedded, "papers", embedding.Total > 0 ? (double)embedding.Embedded / embedding.Total : null);

    private static ProgressState State(InstallProgress install) =>
        new(install.Step, install.Done, "bytes", install.Total is > 0 and { } total ? (double)install.Done / total : null);
}
