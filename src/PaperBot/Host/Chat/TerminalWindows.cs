using PaperBot.Slack.Blocks;
using PaperBot.Slack.WebApi;

namespace PaperBot.Host.Chat;

/// <summary>Forms and App Home: what the bot opens is kept until the screen shows it.</summary>
internal sealed class TerminalWindows(ChatTranscript transcript) : IViewsApi
{
    private int _count;

    public Task<string> OpenAsync(string triggerId, ModalView view, CancellationToken cancellationToken)
    {
        var id = $"V{Interlocked.Increment(ref _count)}";
        transcript.Window = (id, view);
        return Task.FromResult(id);
    }

    public Task<string> PushAsync(string triggerId, ModalView view, CancellationToken cancellationToken) =>
        OpenAsync(triggerId, view, cancellationToken);

    public Task UpdateAsync(string viewId, ModalView view, CancellationToken cancellationToken)
    {
        transcript.Window = (viewId, view);
        return Task.CompletedTask;
    }

    public Task PublishAsync(string user, HomeView view, CancellationToken cancellationToken)
    {
        transcript.Home = view;
        return Task.CompletedTask;
    }
}
