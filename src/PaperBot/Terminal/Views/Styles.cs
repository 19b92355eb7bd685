using Spectre.Console;

namespace PaperBot.Terminal.Views;

/// <summary>The few looks that texts have. Calm: weight and dimness first, colour only for what is a mark or a warning.</summary>
internal static class Styles
{
    public static readonly Style Plain = Style.Plain;
    public static readonly Style Strong = new(decoration: Decoration.Bold);
    public static readonly Style Quiet = new(decoration: Decoration.Dim);
    public static readonly Style Mark = new(Color.Teal);
    public static readonly Style Warning = new(Color.Olive);
}
