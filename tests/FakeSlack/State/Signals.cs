using System.Collections.Immutable;

namespace FakeSlack;

/// <summary>
/// Lets a test wait for something that happens, by a key (a channel, a thread, a person), without polling.
/// Only the waiters of a key look at what is published under it.
/// </summary>
internal sealed class Signals<T>
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ImmutableList<Waiter>> _waiters = [];

    public void Publish(string key, T what)
    {
        ImmutableList<Waiter>? waiters;
        lock (_gate)
            _waiters.TryGetValue(key, out waiters);
        foreach (var waiter in waiters ?? [])
            if (waiter.Wants(what))
                waiter.Found.TrySetResult(what);
    }

    /// <summary>What is there already, or what comes within the time; the time is wall time, a test's safety net.</summary>
    /// <exception cref="TimeoutException">Nothing wanted came; the message says what was there.</exception>
    public async Task<T> WaitAsync(string key, Func<T, bool> wants, Func<IEnumerable<T>> existing, TimeSpan? timeout, Func<T, string> describe)
    {
        var waiter = new Waiter(wants, new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously));
        lock (_gate)
            _waiters[key] = _waiters.GetValueOrDefault(key, []).Add(waiter);
        try
        {
            foreach (var there in existing())
                if (wants(there))
                    return there;
            return await waiter.Found.Task.WaitAsync(timeout ?? FakeWorkspace.Patience);
        }
        catch (TimeoutException)
        {
            var there = string.Join('\n', existing().TakeLast(20).Select(describe));
            throw new TimeoutException($"Nothing that was waited for came to {key}. What is there:\n{(there.Length == 0 ? "(nothing)" : there)}");
        }
        finally
        {
            lock (_gate)
            {
                var rest = _waiters[key].Remove(waiter);
                if (rest.IsEmpty)
                    _waiters.Remove(key);
                else
                    _waiters[key] = rest;
            }
        }
    }

    private sealed record Waiter(Func<T, bool> Wants, TaskCompletionSource<T> Found);
}
