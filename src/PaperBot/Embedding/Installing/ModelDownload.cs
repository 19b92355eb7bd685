using System.Formats.Tar;
using System.IO.Compression;
using System.Net;

namespace PaperBot.Embedding.Installing;

/// <summary>Brings an export into a folder: from a folder's address file by file, or as an archive.</summary>
internal sealed class ModelDownload(HttpClient http, IProgress<InstallProgress>? progress)
{
    // COR_E_IO: an entry that leads out of the folder, and other faults of the archive. A fault of the disk has the system's own number.
    private const int OfTheArchive = unchecked((int)0x80131620);

    private const int Block = 1 << 16;

    // Graphs end at ONNX's two gigabytes and their data seldom goes beyond that; a server that sends without end must not fill the disk.
    private const long LongestFile = 4L << 30, LongestText = 64L << 20;

    /// <returns>The folder that holds the export.</returns>
    /// <exception cref="EmbeddingModelException">The address cannot be read.</exception>
    public async Task<string> FetchAsync(Uri address, string folder, CancellationToken cancellationToken)
    {
        try
        {
            if (!IsArchive(address.AbsolutePath))
            {
                await FetchFilesAsync(address, folder, cancellationToken).ConfigureAwait(false);
                return folder;
            }
            var archive = Path.Combine(folder, "archive");
            if (!await FetchFileAsync(address, archive, cancellationToken).ConfigureAwait(false))
                throw new EmbeddingModelException($"There is nothing at {Shown(address)}; check the address.");
            return await UnpackAsync(archive, address.AbsolutePath, folder, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or HttpIOException)
        {
            throw new EmbeddingModelException(
                $"{Shown(address)} could not be fetched: {e.Message.TrimEnd('.')}. Check the address and the network, then try again.", e);
        }
        catch (Exception e) when (e is NotSupportedException or UriFormatException or InvalidOperationException or ArgumentException)
        {
            // What HttpClient throws for a redirection to file:// and to what is no address at all.
            throw new EmbeddingModelException($"{Shown(address)} leads to an address that is not of the web; give the address of the files themselves.", e);
        }
        catch (TaskCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new EmbeddingModelException($"{Shown(address)} did not answer in time; check the network, then try again.", e);
        }
    }

    /// <summary>An address as it may be shown and stored: user names, passwords and signed queries are nobody else's business.</summary>
    public static string Shown(Uri address) => address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    public static bool IsArchive(string path) => IsZip(path) || IsTar(path);

    /// <summary>Unpacks an archive; the export may lie in a folder inside.</summary>
    public static async Task<string> UnpackAsync(string archive, string name, string folder, CancellationToken cancellationToken)
    {
        var unpacked = Directory.CreateDirectory(Path.Combine(folder, "unpacked")).FullName;
        await using var stream = File.OpenRead(archive);
        try
        {
            if (IsZip(name))
            {
                await ZipFile.ExtractToDirectoryAsync(stream, unpacked, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                await using var unzipped = new GZipStream(stream, CompressionMode.Decompress);
                await TarFile.ExtractToDirectoryAsync(unzipped, unpacked, overwriteFiles: false, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or IOException { HResult: OfTheArchive })
        {
            throw new EmbeddingModelException($"{name} is not a readable archive ({e.Message.TrimEnd('.')}); fetch it again.", e);
        }
        var tokenizer = SentenceTransformersExport.TokenizerFiles.Where(file => !file.Contains('/', StringComparison.Ordinal))
            .SelectMany(file => Directory.EnumerateFiles(unpacked, file, SearchOption.AllDirectories))
            .MinBy(path => path.Length);
        return Path.GetDirectoryName(tokenizer) ?? unpacked;
    }

    private async Task FetchFilesAsync(Uri address, string folder, CancellationToken cancellationToken)
    {
        // A relative address replaces what follows the last slash, so a folder must end in one.
        var root = new Uri(address.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/");
        foreach (var file in SentenceTransformersExport.SettingFiles)
            await FetchFileAsync(new Uri(root, file), Path.Combine(folder, file), cancellationToken).ConfigureAwait(false);
        await FetchFirstAsync(root, folder, SentenceTransformersExport.TokenizerFiles, cancellationToken).ConfigureAwait(false);
        if (await FetchFirstAsync(root, folder, SentenceTransformersExport.GraphFiles.Take(2), cancellationToken).ConfigureAwait(false) is { } graph)
            await FetchFirstAsync(root, folder, [graph + "_data", graph + ".data"], cancellationToken).ConfigureAwait(false);
    }

    private async Task<string?> FetchFirstAsync(Uri root, string folder, IEnumerable<string> files, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            if (await FetchFileAsync(new Uri(root, file), Path.Combine(folder, file), cancellationToken).ConfigureAwait(false))
                return file;
        }
        return null;
    }

    private async Task<bool> FetchFileAsync(Uri address, string path, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
            return false;
        response.EnsureSuccessStatusCode();
        var longest = Path.GetExtension(path) is ".json" or ".txt" ? LongestText : LongestFile;
        if (response.Content.Headers.ContentLength > longest)
            throw TooLong(address, longest);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await using var source = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using var target = File.Create(path);
        var (step, total) = ($"Fetching {address.Segments[^1]}", response.Content.Headers.ContentLength);
        var block = new byte[Block];
        for (long done = 0; await source.ReadAsync(block, cancellationToken).ConfigureAwait(false) is var read and > 0;)
        {
            if (done + read > longest)
                throw TooLong(address, longest);
            await target.WriteAsync(block.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
            progress?.Report(new InstallProgress(step, done += read, total));
        }
        return true;
    }

    private static EmbeddingModelException TooLong(Uri address, long longest) =>
        new($"{Shown(address)} is longer than {longest >> 20} MiB, which no such file of a model is; check the address.");

    private static bool IsZip(string path) => path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    private static bool IsTar(string path) =>
        path.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".tar.gz", StringComparison.OrdinalIgnoreCase);
}
