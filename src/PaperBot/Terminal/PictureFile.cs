using PaperBot.Charts;
using PaperBot.Papers;

namespace PaperBot.Terminal;

/// <summary>Writes a picture where the person wants it.</summary>
internal static class PictureFile
{
    public const string Option = "--output", OptionText = "Write the picture to this file";

    /// <exception cref="UsageException">The file's name is no picture's.</exception>
    public static void Check(string? path)
    {
        if (path is not null && !path.EndsWith(".png", StringComparison.OrdinalIgnoreCase))
            throw new UsageException($"The picture is a PNG; let the name of the file end so: {Option} {PrintableText.Line(path)}.png");
    }

    /// <returns>The file, for people; null when none was wanted.</returns>
    public static async Task<string?> WriteAsync(string? path, Picture picture, CancellationToken cancellationToken)
    {
        if (path is null)
            return null;
        await File.WriteAllBytesAsync(path, picture.Png, cancellationToken).ConfigureAwait(false);
        return path;
    }

    /// <summary>Where the picture is, or how to get it.</summary>
    public static string Told(string? file) =>
        file is null ? $"`{Option} FILE.png` draws this as a picture." : $"The picture is in {PrintableText.Line(file)}.";
}
