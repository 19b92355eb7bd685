namespace PaperBot.Charts;

/// <summary>A picture to send or to write to a file.</summary>
/// <param name="FileName">With its ending: <c>trend.png</c>.</param>
/// <param name="Title">One line over the picture.</param>
/// <param name="AltText">What it shows, with figures, for whoever cannot see it; up to <see cref="LongestAltText"/> characters, never empty.</param>
internal sealed record Picture(string FileName, string Title, ReadOnlyMemory<byte> Png, string AltText)
{
    public const int LongestAltText = 1_000;
}
