using Microsoft.Extensions.Hosting;

namespace PaperBot.Host;

/// <summary>Signals are the command's business: the host's own way would swallow the second Ctrl-C.</summary>
internal sealed class NoSignals : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
