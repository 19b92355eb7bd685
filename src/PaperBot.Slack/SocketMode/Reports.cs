using Microsoft.Extensions.Logging;

namespace PaperBot.Slack.SocketMode;

/// <summary>Tells the log and the state how the sockets do. What only a person can mend is said once, not at each try.</summary>
internal sealed class Reports(SlackConnectionState state, SlackOptions options, ILogger logger)
{
    private string? _refused;

    public void Opened(int number, SignsOfLife socket)
    {
        Interlocked.Exchange(ref _refused, null);
        state.Opened(socket);
        Log.Opened(logger, number, options.Sockets);
    }

    public void Ended(SignsOfLife socket) => state.Ended(socket);

    public void Failed(int number, Trouble trouble)
    {
        state.Failed(trouble.Sentence);
        if (trouble.RefusedCode is null)
            Log.Again(logger, trouble.Sentence, number, trouble.Wait.TotalSeconds);
        else if (Interlocked.Exchange(ref _refused, trouble.RefusedCode) != trouble.RefusedCode)
            Log.Refused(logger, trouble.RefusedCode, options.RefusedSeconds);
    }

    public void SwitchedOff()
    {
        state.SwitchedOff("Slack says that Socket Mode is switched off for this app.");
        Log.SwitchedOff(logger);
    }
}
