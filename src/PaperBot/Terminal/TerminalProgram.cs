using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using PaperBot.LanguageModels.Prompts;
using PaperBot.Papers;
using PaperBot.Settings;
using PaperBot.Terminal.Output;

namespace PaperBot.Terminal;

/// <summary>One run of <c>paperbot</c>, from the words typed to the exit code. Whatever happens, the person is told in a sentence.</summary>
internal static class TerminalProgram
{
    /// <param name="rooms">Adds what the verbs need. A generic host is left out: it would cost more time than most answers.</param>
    /// <param name="verbs">Verbs of rooms that this one does not know.</param>
    public static async Task<int> RunAsync(
        string[] args, TerminalStreams streams, Action<IServiceCollection> rooms, IEnumerable<Verb> verbs, CancellationToken cancellationToken = default)
    {
        var command = new PaperBotCommand(verbs);
        // "paperbot help ask" is what many people try first.
        var typed = command.Read(args is ["help", .. var about] ? [.. about, "--help"] : args);
        var output = new TerminalOutput(
            streams, typed.GetValue(GlobalOptions.Json), typed.GetValue(GlobalOptions.Quiet), color: !typed.GetValue(GlobalOptions.NoColor));
        return Finish(output, await RunAsync(command, typed, output, rooms, cancellationToken).ConfigureAwait(false));
    }

    private static async Task<int> RunAsync(
        PaperBotCommand command, ParseResult typed, TerminalOutput output, Action<IServiceCollection> rooms, CancellationToken cancellationToken)
    {
        using var interruption = new Interruption(cancellationToken);
        try
        {
            return await RunVerbAsync(command, typed, output, rooms, interruption.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            Tell(output, "Stopped. What was stored is kept; run the same command again to go on.");
            return interruption.ExitCode;
        }
        catch (Exception e) when (e is UsageException or SettingsException or PromptException)
        {
            Tell(output, e.Message);
            return ExitCode.Usage;
        }
        catch (Exception e)
        {
            Tell(output, Fault.Describe(e, typed.GetValue(GlobalOptions.Verbose)));
            return ExitCode.Fault;
        }
    }

    private static async Task<int> RunVerbAsync(
        PaperBotCommand command, ParseResult typed, TerminalOutput output, Action<IServiceCollection> rooms, CancellationToken cancellationToken)
    {
        if (typed.GetValue(GlobalOptions.Help) || (typed.Tokens.Count == 0 && typed.UnmatchedTokens.Count == 0))
        {
            HelpText.Write(typed.CommandResult.Command, output);
            return ExitCode.Ok;
        }

        if (typed.GetValue(command.Version))
        {
            output.Streams.Out.WriteLine($"paperbot {HelpText.Version}");
            return ExitCode.Ok;
        }

        if (UsageErrors.Describe(typed) is { } mistake)
            throw new UsageException(mistake);
        if (typed.CommandResult.Command is not Verb verb)
            throw new UsageException($"`paperbot` needs a verb, for example: {new Verbs.AskVerb().Examples[0]}");
        using var services = Services(typed, output, rooms);
        return await verb.RunAsync(new VerbRun(typed, output, services, services.GetRequiredService<TimeProvider>()), cancellationToken).ConfigureAwait(false);
    }

    private static ServiceProvider Services(ParseResult typed, TerminalOutput output, Action<IServiceCollection> rooms)
    {
        var commandLine = new Dictionary<string, string?>();
        if (typed.GetValue(GlobalOptions.Data) is { } folder)
            commandLine["Storage:DataFolder"] = folder;
        var services = new ServiceCollection();
        services.AddSingleton(output);
        services.AddLogging(logging => logging
            .SetMinimumLevel(typed.GetValue(GlobalOptions.Verbose) ? LogLevel.Information : LogLevel.Warning)
            .AddProvider(new StandardErrorLog(output)));
        rooms(services);
        services.TryAddSingleton(TimeProvider.System);
        var sections = services.Select(service => service.ImplementationInstance).OfType<SettingsSection>().ToList();
        var settings = SettingsFile.Read(sections, commandLine);
        SettingsCheck.Require(settings, sections);
        services.AddSingleton<IConfiguration>(settings);
        return services.BuildServiceProvider();
    }

    /// <summary>Writes what is left, and does not call a run a success whose output was lost.</summary>
    private static int Finish(TerminalOutput output, int exitCode)
    {
        try
        {
            output.Flush();
            return exitCode;
        }
        catch (Exception e) when (IsLostOutput(e))
        {
            // A reader that has gone, as `head` does, is no failure: the console's stream keeps silent about it and nothing is thrown.
            Tell(output, $"The output could not be written: {e.Message.TrimEnd('.')}.");
            return exitCode == ExitCode.Ok ? ExitCode.Fault : exitCode;
        }
    }

    private static void Tell(TerminalOutput output, string sentence)
    {
        try
        {
            output.Failure(sentence);
        }
        catch (Exception e) when (IsLostOutput(e))
        {
            TellWithoutOutput(output, sentence);
        }
    }

    /// <summary>A failure is told after the output; where that cannot be written any more, the sentence stands alone.</summary>
    private static void TellWithoutOutput(TerminalOutput output, string sentence)
    {
        try
        {
            output.Streams.Error.WriteLine(PrintableText.Block(sentence));
            output.Streams.Error.Flush();
        }
        catch (Exception e) when (IsLostOutput(e))
        {
            // Standard error is gone as well; the exit code is all that is left to say.
        }
    }

    // A stream that was closed before we began cannot be written to, which .NET reports as a missing permission.
    private static bool IsLostOutput(Exception e) => e is IOException or UnauthorizedAccessException or ObjectDisposedException;
}
