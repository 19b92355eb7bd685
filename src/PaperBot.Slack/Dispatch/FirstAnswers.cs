using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PaperBot.Slack.Interaction;

namespace PaperBot.Slack.Dispatch;

/// <summary>The two things that run before an acknowledgement, because it carries them: a menu's options and the answer to a form.</summary>
internal sealed class FirstAnswers(
    HandlerTable handlers, IServiceScopeFactory scopes, TimeProvider time, IOptions<SlackOptions> options, ILogger<FirstAnswers> logger) : IDisposable
{
    // Threads of their own: while one computes, the thread pool goes on acknowledging.
    private readonly Lazy<HandlerThreads> _threads = new(() => new HandlerThreads(2));

    private TimeSpan Deadline => TimeSpan.FromSeconds(options.Value.AnswerSeconds);

    /// <returns>The acknowledgement's payload; without options when they failed or came too late.</returns>
    public async Task<string> OptionsAsync(BlockOptionsRequest request, CancellationToken cancellationToken)
    {
        try
        {
            using var deadline = new CancellationTokenSource(Deadline, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
            var token = either.Token;
            var found = await RunAsync(
                async scope => handlers.FindOptions(scope, request.ActionId) is { } provider ? await provider.GetOptionsAsync(request, token) : [],
                token);
            return AnswerJson.Options([.. found.Take(100)]);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Log.AnswerFailed(logger, e, nameof(BlockOptionsRequest), Reference.New());
            return AnswerJson.Options([]);
        }
    }

    /// <returns>What the person sees; null when the handler failed, or was too slow. Close when there is none.</returns>
    public async Task<ViewSubmissionResponse?> FormAsync(ViewSubmission form, CancellationToken cancellationToken)
    {
        try
        {
            using var deadline = new CancellationTokenSource(Deadline, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
            return await RunAsync(
                scope => Task.FromResult(handlers.FindForm(scope, form.View.CallbackId)?.Answer(form) ?? new ViewSubmissionResponse.Close()),
                either.Token);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Log.AnswerFailed(logger, e, nameof(ViewSubmission), Reference.New());
            return null;
        }
    }

    public void Dispose()
    {
        if (_threads.IsValueCreated)
            _threads.Value.Dispose();
    }

    // The scope ends with the work, also when that is not waited for any more.
    private async Task<T> RunAsync<T>(Func<IServiceProvider, Task<T>> work, CancellationToken cancellationToken)
    {
        var run = _threads.Value.Run(async () =>
        {
            await using var scope = scopes.CreateAsyncScope();
            return await work(scope.ServiceProvider);
        });
        return await run.WaitAsync(cancellationToken);
    }
}
