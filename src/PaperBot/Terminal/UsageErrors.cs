using System.CommandLine;
using System.CommandLine.Parsing;
using PaperBot.Settings;

namespace PaperBot.Terminal;

/// <summary>Says in one sentence what is wrong with a command line, and what to type instead.</summary>
internal static class UsageErrors
{
    /// <returns>Null when nothing is wrong.</returns>
    public static string? Describe(ParseResult typed)
    {
        var command = typed.CommandResult.Command;
        if (typed.UnmatchedTokens.Count > 0)
            return Unmatched(command, typed.UnmatchedTokens[0], typed.UnmatchedTokens);
        if (MistypedOption(typed) is { } mistyped)
            return Unmatched(command, mistyped, [mistyped]);
        if (typed.Errors.Select(Option).OfType<string>().FirstOrDefault() is { } wrongOption)
            return wrongOption;
        if (command is VerbGroup group)
            return $"`{group.Path()}` needs one of {string.Join(", ", group.Subcommands.Select(verb => verb.Name))}, for example: {group.Subcommands.OfType<Verb>().First().Examples[0]}";
        return typed.Errors.Count > 0 ? $"{typed.Errors[0].Message} `{command.Path()} --help` shows how." : null;
    }

    private static string? Option(ParseError error) => error.SymbolResult switch
    {
        OptionResult { Tokens.Count: 0, Option: var option } when option.Arity.MinimumNumberOfValues > 0 =>
            $"{option.Name} needs a value: {option.Name} {option.HelpName ?? "VALUE"}.",
        OptionResult { IdentifierTokenCount: > 1, Option: var option } when option.Arity.MaximumNumberOfValues <= 1 =>
            $"{option.Name} is given more than once; give it once.",
        OptionResult or ArgumentResult { Parent: OptionResult } => error.Message,
        _ => null,
    };

    /// <summary>A verb that takes words takes an unknown option for one; only what stands behind <c>--</c> is a word for certain.</summary>
    private static string? MistypedOption(ParseResult typed)
    {
        var sure = typed.Tokens.SkipWhile(token => token.Type != TokenType.DoubleDash).ToHashSet<Token>(ReferenceEqualityComparer.Instance);
        return typed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens)
            .Where(token => !sure.Contains(token)).Select(token => token.Value)
            .FirstOrDefault(value => value is ['-', not (>= '0' and <= '9'), ..] && !value.Any(char.IsWhiteSpace));
    }

    private static string Unmatched(Command command, string token, IReadOnlyList<string> tokens)
    {
        if (token.StartsWith('-') && token.Length > 1)
        {
            var name = token.Split('=', ':')[0];
            var known = command.Options.Concat(GlobalOptions.All).Select(option => option.Name).Distinct();
            return Spelling.Nearest(name, known) is { } meant
                ? $"`{command.Path()}` has no option {name}. Did you mean {meant}?"
                : $"`{command.Path()}` has no option {name}. `{command.Path()} --help` lists them; a text that starts with a dash goes behind --.";
        }

        if (!command.Subcommands.Any())
            return $"`{command.Path()}` does not take \"{token}\". `{command.Path()} --help` shows what it takes.";
        var nearest = Spelling.Nearest(token, command.Subcommands.Select(verb => verb.Name));
        var isQuestion = command is PaperBotCommand && (tokens.Count > 2 || token.Any(char.IsWhiteSpace)) && (nearest is null || StartsQuestion(token));
        return isQuestion
            ? $"There is no verb \"{Shorten(token)}\". To ask a question, type: paperbot ask \"{Shorten(string.Join(' ', tokens))}\""
            : nearest is not null
                ? $"There is no verb \"{token}\". Did you mean `{command.Path()} {nearest}`?"
                : $"There is no verb \"{Shorten(token)}\". Verbs are {string.Join(", ", command.Subcommands.Select(known => known.Name))}.";
    }

    /// <summary>"how" is one letter away from <c>show</c>, but nobody means that.</summary>
    private static bool StartsQuestion(string word) => word.ToLowerInvariant() is "how" or "what" or "which" or "why" or "who" or "when" or "where" or "does" or "is" or "are";

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..60].TrimEnd() + "…";
}
