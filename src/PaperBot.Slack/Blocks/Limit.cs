using System.Runtime.CompilerServices;

namespace PaperBot.Slack.Blocks;

/// <summary>Holds texts and lists to what Slack takes, where a block is built: a message that Slack would refuse is a mistake of ours.</summary>
internal static class Limit
{
    /// <summary>A text from 1 to <paramref name="most"/> characters (UTF-16 code units).</summary>
    public static string Text(string value, int most, [CallerMemberName] string name = "")
    {
        ArgumentException.ThrowIfNullOrEmpty(value, name);
        return value.Length <= most ? value : throw TooMany(name, value.Length, most, "characters");
    }

    public static T Text<T>(T value, int most, [CallerMemberName] string name = "")
        where T : TextObject
    {
        ArgumentNullException.ThrowIfNull(value, name);
        Text(value.Text, most, name);
        return value;
    }

    public static string? OptionalText(string? value, int most, [CallerMemberName] string name = "") =>
        value is null || value.Length <= most ? value : throw TooMany(name, value.Length, most, "characters");

    public static T? OptionalText<T>(T? value, int most, [CallerMemberName] string name = "")
        where T : TextObject => value is null ? null : Text(value, most, name);

    public static IReadOnlyList<T> Count<T>(IReadOnlyList<T> value, int least, int most, [CallerMemberName] string name = "")
    {
        ArgumentNullException.ThrowIfNull(value, name);
        if (value.Count < least)
            throw new ArgumentException($"{name} needs at least {least} elements.", name);
        return value.Count <= most ? value : throw TooMany(name, value.Count, most, "elements");
    }

    public static IReadOnlyList<T>? OptionalCount<T>(IReadOnlyList<T>? value, int least, int most, [CallerMemberName] string name = "") =>
        value is null ? null : Count(value, least, most, name);

    public static int Range(int value, int least, int most, [CallerMemberName] string name = "") =>
        value >= least && value <= most ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} goes from {least} to {most}.");

    // The text itself stays out: it may be a person's message.
    private static ArgumentException TooMany(string name, int found, int most, string unit) =>
        new($"{name} takes up to {most} {unit}; this has {found}.", name);
}
