namespace FakeSlack;

// What a test sees of the workspace. The waiting methods are woken by the change itself; their time-outs are wall time.
public sealed partial class FakeWorkspace
{
    /// <summary>The calls of the Web API, oldest first, as many as are remembered.</summary>
    public IReadOnlyList<FakeCall> Calls => Api.Log;

    /// <summary>How many calls there ever were.</summary>
    public long CallCount => Api.Count;

    /// <summary>What the app was told, oldest first, as many as are remembered.</summary>
    public IReadOnlyList<Delivery> Deliveries => Dispatcher.Log;

    /// <summary>How many deliveries there ever were, repeats not counted.</summary>
    public long DeliveryCount => Dispatcher.Count;

    /// <summary>The posts to response URLs.</summary>
    public IReadOnlyList<ResponsePost> Responses => ResponseUrls.Log;

    /// <summary>Everything said in a channel, replies included, oldest first.</summary>
    public IReadOnlyList<FakeMessage> Messages(FakeChannel channel) => Conversations.Of(channel.Id).All();

    /// <summary>A thread: the first message and the replies, oldest first.</summary>
    public IReadOnlyList<FakeMessage> Thread(FakeChannel channel, string threadTs) => Conversations.Of(channel.Id).Thread(threadTs);

    /// <summary>A message as it stands now; null when it was deleted.</summary>
    public FakeMessage? Find(FakeMessage message) => message.EphemeralTo is { } user
        ? Conversations.EphemeralsOf(user).Find(message.Ts) : Conversations.Of(message.Channel).Find(message.Ts);

    /// <summary>What only this person sees, oldest first.</summary>
    public IReadOnlyList<FakeMessage> Ephemerals(FakeUser user) => Conversations.EphemeralsOf(user.Id).All();

    /// <summary>The person's Home tab; null when none was published.</summary>
    public FakeView? Home(FakeUser user) => Views.Home(user.Id);

    /// <summary>The modal that the person has open, the topmost one; null when none is.</summary>
    public FakeView? OpenView(FakeUser user) => Views.Open(user.Id);

    /// <summary>What the agent surface shows of a thread; null when nothing was set.</summary>
    public AssistantThread? AgentThread(FakeChannel channel, string? threadTs = null) => Assistant(channel.Id, threadTs ?? "");

    /// <summary>Waits for a message in a channel, or in one of its threads, that is there or comes or is edited to be so.</summary>
    /// <exception cref="TimeoutException">None came; the message says what was there.</exception>
    public Task<FakeMessage> WaitForMessageAsync(FakeChannel channel, Func<FakeMessage, bool> wanted, string? threadTs = null,
        TimeSpan? timeout = null) =>
        Conversations.Signals.WaitAsync(
            Conversations.Key(channel.Id, threadTs), message => !message.IsDeleted && wanted(message),
            () => threadTs is null ? Messages(channel) : Thread(channel, threadTs), timeout, message => message.ToString());

    /// <summary>Waits for the bot's answer in the thread of a message; a streamed one counts once it is complete.</summary>
    /// <exception cref="TimeoutException">None came.</exception>
    public Task<FakeMessage> WaitForAnswerAsync(FakeMessage question, Func<FakeMessage, bool>? wanted = null, TimeSpan? timeout = null) =>
        WaitForMessageAsync(
        Conversations.Find(question.Channel)!,
        message => message.BotId == BotId && message.Streaming is StreamState.None or StreamState.Completed
            && string.CompareOrdinal(message.Ts, question.Ts) > 0 && (wanted?.Invoke(message) ?? true),
        question.ThreadTs ?? question.Ts, timeout);

    /// <summary>Waits for something that only this person sees.</summary>
    /// <exception cref="TimeoutException">None came; the message says what was there.</exception>
    public Task<FakeMessage> WaitForEphemeralAsync(FakeUser user, Func<FakeMessage, bool>? wanted = null, TimeSpan? timeout = null) =>
        Conversations.Signals.WaitAsync(
            Conversations.EphemeralKey(user.Id), message => !message.IsDeleted && (wanted?.Invoke(message) ?? true), () => Ephemerals(user), timeout,
            message => message.ToString());

    /// <summary>Waits for the person to have a modal open, or a Home tab, that is so.</summary>
    /// <exception cref="TimeoutException">None came; the message says what was there.</exception>
    public Task<FakeView> WaitForViewAsync(FakeUser user, Func<FakeView, bool>? wanted = null, TimeSpan? timeout = null) => Views.Signals.WaitAsync(
        user.Id, view => !view.IsClosed && (wanted?.Invoke(view) ?? view.Type == "modal"), () =>
            [.. new[] { Home(user), OpenView(user) }.OfType<FakeView>()], timeout,
        view => view.ToString());

    /// <summary>Waits for the person's Home tab to be so.</summary>
    /// <exception cref="TimeoutException">It was not.</exception>
    public Task<FakeView> WaitForHomeAsync(FakeUser user, Func<FakeView, bool>? wanted = null, TimeSpan? timeout = null) =>
        WaitForViewAsync(user, view => view.Type == "home" && (wanted?.Invoke(view) ?? true), timeout);

    /// <summary>Waits for a call of a method, from those remembered on.</summary>
    /// <exception cref="TimeoutException">None came.</exception>
    public Task<FakeCall> WaitForCallAsync(string method, Func<FakeCall, bool>? wanted = null, TimeSpan? timeout = null) => Api.Signals.WaitAsync(
        method, call => wanted?.Invoke(call) ?? true, () => Calls.Where(call => call.Method == method), timeout, call => $"{call.At:T} {call.Error}");

    /// <summary>Waits until something that the app was told is acknowledged or given up.</summary>
    /// <exception cref="TimeoutException">It was not.</exception>
    public Task<Delivery> WaitForDeliveryAsync(Func<Delivery, bool> wanted, TimeSpan? timeout = null) => Dispatcher.Signals.WaitAsync(
        "", wanted, () => Deliveries.Where(delivery => delivery.Done.IsCompleted), timeout, delivery => delivery.ToString());

    /// <summary>Waits for the agent surface of a thread to be so; without a thread, of the conversation as a whole.</summary>
    /// <exception cref="TimeoutException">It was not.</exception>
    public Task<AssistantThread> WaitForAssistantAsync(FakeChannel channel, string? threadTs, Func<AssistantThread, bool> wanted,
        TimeSpan? timeout = null) =>
        _assistantChanges.WaitAsync(
            Conversations.Key(channel.Id, threadTs ?? ""), wanted,
            () => AgentThread(channel, threadTs) is { } thread ? [thread] : [], timeout, thread => thread.ToString());
}
