using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
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
    SampleLibrary sample, EmbeddingRun embedding, ModelStore models, IOptions<EmbeddingOptions> options, TimeProvider time,
    ILogger<LibraryPreparation> log) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    // What failed, a download perhaps, is tried again, but not so often that the log tells of nothing else.
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMinutes(15);

    private volatile bool _isInstalling;
    private bool _sampleLoaded;

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
        while (true)
        {
            var isReady = await TryAsync(stoppingToken).ConfigureAwait(false);
            await Task.Delay(isReady ? BetweenLooks : BetweenTries, time, stoppingToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whatever goes wrong here, the bot goes on answering from what there is.</summary>
    private async Task<bool> TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            // Once: who empties a library later wants it empty.
            if (!_sampleLoaded)
                await sample.LoadWhenEmptyAsync(cancellationToken).ConfigureAwait(false);
            _sampleLoaded = true;
            return await EmbedAsync(cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // It is told in the log and tried again. Only who stops the bot cancels this.
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.NotPrepared(log, e, BetweenTries.TotalMinutes);
            return false;
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
