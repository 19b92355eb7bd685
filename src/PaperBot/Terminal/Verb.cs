using System.CommandLine;

namespace PaperBot.Terminal;

/// <summary>One verb of the command: what can be typed after it, what it does, and examples for its help.</summary>
/// <param name="examples">Whole command lines; the first is shown when an argument is missing.</param>
internal abstract class Verb(string name, string description, params string[] examples) : Command(name, description)
{
    public IReadOnlyList<string> Examples => examples;

    /// <summary>The group that a verb of another room belongs to; null when it stands alone.</summary>
    public virtual string? Group => null;

    /// <summary>Does the work and writes the result.</summary>
    /// <returns>The exit code.</returns>
    /// <exception cref="UsageException">The arguments do not make sense together.</exception>
    public abstract Task<int> RunAsync(VerbRun run, CancellationToken cancellationToken);

    /// <summary>Words that make one text: a question needs no quotes around it.</summary>
    protected Argument<string[]> AddWords(string helpName, string description)
    {
        // The verb itself says what is missing, with an example.
        var words = new Argument<string[]>(helpName) { Description = description, Arity = ArgumentArity.ZeroOrMore };
        Add(words);
        return words;
    }

    protected Option<bool> AddFlag(string optionName, string text, params string[] aliases)
    {
        var flag = new Option<bool>(optionName, aliases) { Description = text, Arity = ArgumentArity.Zero };
        Add(flag);
        return flag;
    }

    protected Option<string?> AddText(string optionName, string helpName, string text)
    {
        var option = new Option<string?>(optionName) { HelpName = helpName, Description = text };
        Add(option);
        return option;
    }

    protected Option<int> AddCount(string optionName, int standard, int most, string text, params string[] aliases)
    {
        var count = new Option<int>(optionName, aliases)
        {
            HelpName = "N",
            Description = $"{text}. Default: {standard}",
            DefaultValueFactory = _ => standard,
            CustomParser = result =>
            {
                var typed = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
                if (int.TryParse(typed, out var value) && value >= 1 && value <= most)
                    return value;
                result.AddError($"{optionName} takes a whole number from 1 to {most}, not \"{typed}\".");
                return standard;
            },
        };
        Add(count);
        return count;
    }

    protected UsageException Missing(string what) => new($"`{this.Path()}` needs {what}, for example: {Examples[0]}");
}

/// <summary>Verbs that belong together: <c>paperbot model install</c>.</summary>
internal sealed class VerbGroup : Command
{
    public VerbGroup(string name, string description, params Verb[] verbs)
        : base(name, description)
    {
        foreach (var verb in verbs)
            Add(verb);
    }
}

internal static class CommandPath
{
    /// <summary>What is typed to reach a command: <c>paperbot model install</c>.</summary>
    public static string Path(this Command command) =>
        string.Join(' ', command.Parents.OfType<Command>().Select(parent => parent.Name).Reverse().Append(command.Name));
}
