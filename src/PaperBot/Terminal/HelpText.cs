using System.CommandLine;
using System.Reflection;
using PaperBot.Terminal.Output;
using Spectre.Console;

namespace PaperBot.Terminal;

/// <summary>The help of a command: how to type it, what its parts mean, and examples to copy.</summary>
internal static class HelpText
{
    private static readonly Style Heading = new(decoration: Decoration.Bold);
    private static readonly Style Quietly = new(decoration: Decoration.Dim);

    public static string Version { get; } =
        typeof(HelpText).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    public static void Write(Command command, TerminalOutput output)
    {
        output.Write(new Paragraph(command.Description + "\n"));
        Section("Usage:", [(Usage(command), "")]);
        Section("Verbs:", command.Subcommands.Select(verb => (verb.Name, verb.Description ?? "")));
        Section("Takes:", command.Arguments.Select(argument => (argument.Name, argument.Description ?? "")));
        Section("Options:", command.Options.Except(GlobalOptions.All).Select(Row));
        Section("Options of every verb:", GlobalOptions.All.Select(Row));
        var examples = command is Verb verb ? verb.Examples : [.. command.Subcommands.SelectMany(Examples).Take(4)];
        Section("Examples:", examples.Select(example => (example, "")));
        if (command.Subcommands.Any())
            output.Write(new Paragraph($"\n`{command.Path()} VERB --help` tells more of a verb.\n", Quietly));

        void Section(string title, IEnumerable<(string Left, string Right)> rows)
        {
            var lines = rows.ToList();
            if (lines.Count == 0)
                return;
            output.Write(new Paragraph($"\n{title}\n", Heading));
            if (lines.TrueForAll(line => line.Right.Length == 0))
            {
                foreach (var (left, _) in lines)
                    output.Out.Write(new Paragraph($"  {left}\n"));
                return;
            }

            var grid = new Grid()
                .AddColumn(new GridColumn { NoWrap = true, Padding = new Padding(2, 0, 2, 0) })
                .AddColumn(new GridColumn { Padding = new Padding(0) });
            foreach (var (left, right) in lines)
                grid.AddRow(new Text(left), new Text(right));
            output.Write(grid);
        }
    }

    private static IEnumerable<string> Examples(Command command) => command is Verb verb ? verb.Examples.Take(1) : command.Subcommands.SelectMany(Examples).Take(1);

    private static string Usage(Command command) => string.Join(' ', ((string[])[
        command.Path(),
        command.Subcommands.Any() ? "VERB" : "",
        .. command.Arguments.Select(argument => argument.Name),
        "[options]"]).Where(part => part.Length > 0));

    private static (string Left, string Right) Row(Option option)
    {
        var names = string.Join(", ", option.Aliases.Where(alias => alias != "-?").Append(option.Name).OrderBy(name => name.Length).Distinct());
        return (option.Arity.MaximumNumberOfValues == 0 ? names : $"{names} {option.HelpName ?? "VALUE"}", option.Description ?? "");
    }
}
