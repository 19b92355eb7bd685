using System.CommandLine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using PaperBot.Settings;
using PaperBot.Terminal.Output;

namespace PaperBot.Terminal;

/// <summary>One run of <c>paperbot</c>, from the words typed to the exit code. Whatever happens, the person is told in a sentence.</summary>
internal static class TerminalProgram
{
    /// <param name="rooms">Adds what the verbs need. A generic host is left out: it would cost more time than most answers.</param>
    public static async Task<int> RunAsync(
        string[] args, TerminalStreams streams, Action<IServiceCollection> rooms, CancellationToken cancellationToken = default)
    {
        var command = new PaperBotCommand();
        // "paperbot help ask" is what many people try first.
        var typed = command.Read(args is ["help", .. var about] ? [.. about, "--help"] : args);
        var output = new TerminalOutput(
            streams, typed.GetValue(GlobalOptions.Json), typed.GetValue(GlobalOptions.Quiet), color: !typed.GetValue(GlobalOptions.NoColor));
        using var interruption = new Interruption(cancellationToken);
        try
        {
            return await RunAsync(command, typed, output, rooms, interruption.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            output.Failure("Stopped. What was stored is kept; run the same command again to go on.");
            return interruption.ExitCode;
        }
        catch (Exception e) when (e is UsageException or SettingsException)
        {
            output.Failure(e.Message);
            return ExitCode.Usage;
        }
        catch (Exception e)
        {
            output.Failure(Fault.Describe(e, typed.GetValue(GlobalOptions.Verbose)));
            return ExitCode.Fault;
        }
        finally
        {
            Flush(output);
        }
    }

    private static async Task<int> RunAsync(
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
        var settings = SettingsFile.Read(commandLine);
        services.AddSingleton<IConfiguration>(settings);
        services.AddSingleton(output);
        services.AddLogging(logging => logging
            .SetMinimumLevel(typed.GetValue(GlobalOptions.Verbose) ? LogLevel.Information : LogLevel.Warning)
            .AddProvider(new StandardErrorLog(output)));
        rooms(services);
        services.TryAddSingleton(TimeProvider.System);
        SettingsCheck.Require(settings, services.Select(service => service.ImplementationInstance).OfType<SettingsSection>());
        return services.BuildServiceProvider();
    }

    private static void Flush(TerminalOutput output)
    {
        try
        {
            output.Flush();
        }
        catch (IOException)
        {
            // Whoever read our output has gone; there is nobody left to tell.
        }
    }
}
