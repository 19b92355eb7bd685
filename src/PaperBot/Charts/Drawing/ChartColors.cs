using ScottPlot;

namespace PaperBot.Charts.Drawing;

/// <summary>Few and muted colours. Those of groups are told apart by people with any kind of colour blindness, and each group has its name beside it as well.</summary>
internal static class ChartColors
{
    public static readonly Color Paper = Color.FromHex("#FFFFFF"), Ink = Color.FromHex("#1D2433"), Quiet = Color.FromHex("#5B6474"),
        Faint = Color.FromHex("#E6E9EE"), Line = Color.FromHex("#9AA3B2"), Accent = Color.FromHex("#3B6FA0");

    /// <summary>All dark enough to be read as text on white (contrast 4.5 or more), which groups' names are.</summary>
    public static readonly IReadOnlyList<Color> Groups =
    [
        Color.FromHex("#2F6B9A"), Color.FromHex("#B4511F"), Color.FromHex("#1F7A5C"), Color.FromHex("#8A4A8F"),
        Color.FromHex("#7A6412"), Color.FromHex("#9C3550"), Color.FromHex("#4A5568"),
    ];
}
