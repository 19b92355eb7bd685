using System.CommandLine;

namespace PaperBot.Terminal;

/// <summary>The options that every verb takes, before or after its name.</summary>
internal static class GlobalOptions
{
    public static Option<string?> Data { get; } = Everywhere(new Option<string?>("--data")
    {
        HelpName = "DIR",
        Description = "The folder of the library; PAPERBOT_DATA says so too. Default: ./data",
    });

    public static Option<bool> Json { get; } = Flag("--json", "Print one JSON document, for programs");

    public static Option<bool> Quiet { get; } = Flag("--quiet", "Leave out notices and progress", "-q");

    public static Option<bool> Verbose { get; } = Flag("--verbose", "Tell what is done meanwhile", "-v");

    public static Option<bool> NoColor { get; } = Flag("--no-color", "No colours; NO_COLOR says so too");

    public static Option<bool> Help { get; } = Flag("--help", "Show this help", "-h", "-?");

    public static IReadOnlyList<Option> All { get; } = [Data, Json, Quiet, Verbose, NoColor, Help];

    /// <summary>An option that is on when it is there. It takes no value, so that "--json true stories" asks about true stories.</summary>
    public static Option<bool> Flag(string name, string description, params string[] aliases) =>
        Everywhere(new Option<bool>(name, aliases) { Description = description, Arity = ArgumentArity.Zero });

    private static Option<T> Everywhere<T>(Option<T> option)
    {
        option.Recursive = true;
        return option;
    }
}
