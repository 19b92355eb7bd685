using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using PaperBot.Embedding;
using PaperBot.Retrieval;
using PaperBot.Terminal;

namespace PaperBot.Host;

/// <summary>
/// Makes the library ready beside the bot, which answers by words meanwhile: the sample library where there is none, the model, and
/// the embeddings of papers that have none, now and as papers come.
/// </summary>
internal sealed class LibraryPreparation(
    SampleLibrary sample, EmbeddingRun embedding, ModelStore models, IOptions<EmbeddingOptions> options, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    // A model that could not be fetched is tried again, but not so often that the log tells of nothing else.
    private static readonly TimeSpan BetweenInstallations = TimeSpan.FromMinutes(15);

    private volatile bool _isInstalling;

    public ModelState Model
    {
        get
        {
            if (models.Find(options.Value.Model) is not null)
                return ModelState.Installed;
            return _isInstalling || options.Value.Model == ModelStore.DefaultName ? ModelState.Installing : ModelState.Missing;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await sample.LoadWhenEmptyAsync(stoppingToken).ConfigureAwait(false);
        while (true)
        {
            var isReady = await EmbedAsync(stoppingToken).ConfigureAwait(false);
            await Task.Delay(isReady ? BetweenLooks : BetweenInstallations, time, stoppingToken).ConfigureAwait(false);
        }
    }

    /// <returns>Whether there is a model.</returns>
    private async Task<bool> EmbedAsync(CancellationToken cancellationToken)
    {
        _isInstalling = true;
        try
        {
            if (await embedding.EnsureModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
                return false;
            if (embedding.Pending(model, EmbeddingPart.Paper) + embedding.Pending(model, EmbeddingPart.Sentences) > 0)
                await embedding.CatchUpAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
        finally
        {
            _isInstalling = false;
        }
    }
}

internal enum ModelState
{
    Installed,
    Installing,
    Missing,
}
