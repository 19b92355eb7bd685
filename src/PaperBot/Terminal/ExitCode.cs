namespace PaperBot.Terminal;

/// <summary>What the process says of itself when it ends. A refused question is an answer, so it ends with <see cref="Ok"/>.</summary>
internal static class ExitCode
{
    public const int Ok = 0;

    /// <summary>Something failed that typing the command differently would not mend.</summary>
    public const int Fault = 1;

    /// <summary>The command or the settings are not as they should be; the message says how to mend them.</summary>
    public const int Usage = 2;

    // A process that a signal ended is reported by shells as 128 and the signal's number.
    public const int Interrupted = 128 + 2;
    public const int Terminated = 128 + 15;
}
