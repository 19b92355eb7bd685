using System.Collections.Concurrent;
using System.Threading.Channels;
using PaperBot.Slack.Blocks;
using PaperBot.Slack.Dispatch;
using PaperBot.Slack.Events;
using PaperBot.Slack.Interaction;

namespace PaperBot.Slack.Tests.Dispatch;

/// <summary>What a test's handlers do, and what they were given.</summary>
internal sealed class Probe
{
    private readonly ConcurrentQueue<(object Request, Delivery Delivery)> _begun = new();
    private readonly ConcurrentQueue<object> _ended = new();
    private readonly Channel<bool> _changes = Channel.CreateUnbounded<bool>();

    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(20);

    public Func<object, Delivery, CancellationToken, Task> Do { get; set; } = (_, _, _) => Task.CompletedTask;

    public Func<ViewSubmission, ViewSubmissionResponse> Answer { get; set; } = _ => new ViewSubmissionResponse.Close();

    public Func<BlockOptionsRequest, CancellationToken, Task<IReadOnlyList<Option>>> Options { get; set; } =
        (_, _) => Task.FromResult<IReadOnlyList<Option>>([]);

    public IReadOnlyList<(object Request, Delivery Delivery)> Begun => [.. _begun];

    public IReadOnlyList<object> Ended => [.. _ended];

    public ConcurrentQueue<(object Request, string Reference, Delivery Delivery)> Failures { get; } = new();

    public IEnumerable<string> Texts => Ended.Select(TextOf);

    public static string TextOf(object request) => request switch
    {
        MessageBase message => message.Text,
        SlashCommand command => command.Text,
        _ => request.GetType().Name,
    };

    public async Task RunAsync(object request, Delivery delivery, CancellationToken cancellationToken)
    {
        _begun.Enqueue((request, delivery));
        _changes.Writer.TryWrite(true);
        await Do(request, delivery, cancellationToken);
        _ended.Enqueue(request);
        _changes.Writer.TryWrite(true);
    }

    public void Failed(object request, string reference, Delivery delivery)
    {
        Failures.Enqueue((request, reference, delivery));
        _changes.Writer.TryWrite(true);
    }

    /// <summary>Waits until what the handlers did is as wanted.</summary>
    public async Task WaitAsync(Func<Probe, bool> wanted)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!wanted(this))
            await _changes.Reader.ReadAsync(patience.Token);
    }
}

internal sealed class ProbeEvents<TEvent>(Probe probe) : IEventHandler<TEvent>
    where TEvent : SlackEvent
{
    public Task HandleAsync(TEvent slackEvent, Delivery delivery, CancellationToken cancellationToken) =>
        probe.RunAsync(slackEvent, delivery, cancellationToken);
}

internal sealed class ProbeRequests(Probe probe)
    : ISlashCommandHandler, IBlockActionHandler, IViewSubmissionHandler, IMessageShortcutHandler, IGlobalShortcutHandler, IBlockOptionProvider,
    IFailureHandler
{
    public ViewSubmissionResponse Answer(ViewSubmission submission) => probe.Answer(submission);

    public Task<IReadOnlyList<Option>> GetOptionsAsync(BlockOptionsRequest request, CancellationToken cancellationToken) =>
        probe.Options(request, cancellationToken);

    public Task HandleAsync(SlashCommand command, Delivery delivery, CancellationToken cancellationToken) =>
        probe.RunAsync(command, delivery, cancellationToken);

    public Task HandleAsync(BlockAction action, BlockActionRequest request, Delivery delivery, CancellationToken cancellationToken) =>
        probe.RunAsync(request, delivery, cancellationToken);

    public Task HandleAsync(ViewSubmission submission, Delivery delivery, CancellationToken cancellationToken) =>
        probe.RunAsync(submission, delivery, cancellationToken);

    public Task HandleAsync(MessageShortcut shortcut, Delivery delivery, CancellationToken cancellationToken) =>
        probe.RunAsync(shortcut, delivery, cancellationToken);

    public Task HandleAsync(GlobalShortcut shortcut, Delivery delivery, CancellationToken cancellationToken) =>
        probe.RunAsync(shortcut, delivery, cancellationToken);

    public Task HandleAsync(object request, string reference, Delivery delivery, CancellationToken cancellationToken)
    {
        probe.Failed(request, reference, delivery);
        return Task.CompletedTask;
    }
}
