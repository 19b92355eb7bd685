namespace PaperBot.Embedding.Installing;

/// <summary>Lets one process at a time install into a folder. The system releases it when its holder dies, however it dies.</summary>
internal static class InstallLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public static async Task<IDisposable> TakeAsync(string folder, IProgress<InstallProgress>? progress, CancellationToken cancellationToken)
    {
        var told = false;
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(folder, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(Path.Combine(folder, ".lock")))
            {
                if (!told)
                    progress?.Report(new InstallProgress("Waiting for another process that installs a model"));
                told = true;
                // No system notifies of a released file lock, so it is asked for again.
                await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
