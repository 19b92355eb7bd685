using System.Runtime.InteropServices;

namespace PaperBot.Terminal;

/// <summary>
/// Turns the first Ctrl-C or SIGTERM into a cancellation, so that the work under way is put down in order. A second one ends the
/// process at once, as without us.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly PosixSignalRegistration[] _signals;
    private int _exitCode;

    public Interruption(CancellationToken outer)
    {
        _source = CancellationTokenSource.CreateLinkedTokenSource(outer);
        _signals =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Stop(context, Terminal.ExitCode.Interrupted)),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Stop(context, Terminal.ExitCode.Terminated)),
        ];
    }

    public CancellationToken Token => _source.Token;

    public int ExitCode => _exitCode == 0 ? Terminal.ExitCode.Interrupted : _exitCode;

    public void Dispose()
    {
        foreach (var signal in _signals)
            signal.Dispose();
        _source.Dispose();
    }

    private void Stop(PosixSignalContext context, int exitCode)
    {
        if (Interlocked.CompareExchange(ref _exitCode, exitCode, 0) != 0)
            return;
        context.Cancel = true;
        _source.Cancel();
    }
}
