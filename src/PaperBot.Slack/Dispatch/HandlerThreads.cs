using System.Collections.Concurrent;

namespace PaperBot.Slack.Dispatch;

/// <summary>
/// Threads for handlers, so that one that computes takes none of the thread pool's, which reads the sockets and sends the acknowledgements.
/// Tasks that handlers await come back here.
/// </summary>
internal sealed class HandlerThreads : TaskScheduler, IDisposable
{
    // It is as long as the deliveries in hand have steps to run; they are bounded.
    private readonly BlockingCollection<Task> _tasks = [];
    private readonly int _count;

    public HandlerThreads(int count)
    {
        _count = count;
        for (var i = 0; i < count; i++)
            new Thread(Work) { IsBackground = true, Name = "Slack handler" }.Start();
    }

    public override int MaximumConcurrencyLevel => _count;

    public Task Run(Func<Task> work) => Start(work).Unwrap();

    public Task<T> Run<T>(Func<Task<T>> work) => Start(work).Unwrap();

    /// <summary>Lets the threads end when they have nothing more to do. A step that comes later runs on the thread pool.</summary>
    public void Dispose() => _tasks.CompleteAdding();

    protected override void QueueTask(Task task)
    {
        try
        {
            _tasks.Add(task);
        }
        catch (InvalidOperationException)
        {
            ThreadPool.QueueUserWorkItem(_ => TryExecuteTask(task));
        }
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => Current == this && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => [.. _tasks];

    private Task<T> Start<T>(Func<T> work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.DenyChildAttach, this);

    private void Work()
    {
        foreach (var task in _tasks.GetConsumingEnumerable())
            TryExecuteTask(task);
    }
}
