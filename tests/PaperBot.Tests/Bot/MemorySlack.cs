using PaperBot.Slack;
using PaperBot.Slack.Blocks;
using PaperBot.Slack.Events;
using PaperBot.Slack.WebApi;

namespace PaperBot.Tests.Bot;

/// <summary>
/// One conversation kept in memory, on the far side of the Web API. Each call can be made to fail: before it takes effect or after, as a refusal,
/// a lost answer, or the end of the process.
/// </summary>
internal sealed class MemorySlack : ISlackApiClient, IChatApi, IConversationsApi, IAuthApi, IAssistantThreadsApi, IReactionsApi, IFilesApi, IViewsApi, IUsersApi
{
    public const string Self = "UBOT";

    private int _clock;

    public List<Kept> Messages { get; } = [];

    public List<string> Calls { get; } = [];

    /// <summary>What only one person saw.</summary>
    public List<(string User, Message Message)> Ephemeral { get; } = [];

    public List<(string Url, ResponseMessage Message)> Responses { get; } = [];

    public List<(string Channel, string? Thread, IReadOnlyList<SuggestedPrompt> Prompts)> Prompts { get; } = [];

    public List<FileUpload> Uploads { get; } = [];

    public List<View> Opened { get; } = [];

    /// <summary>By method, number of the call from 0, and whether it took effect already.</summary>
    public Func<string, int, bool, Exception?> Fault { get; set; } = (_, _, _) => null;

    public IAuthApi Auth => this;

    public IAppsApi Apps => throw new NotSupportedException();

    public IChatApi Chat => this;

    public IConversationsApi Conversations => this;

    public IUsersApi Users => this;

    public IViewsApi Views => this;

    public IReactionsApi Reactions => this;

    public IFilesApi Files => this;

    public IAssistantThreadsApi AssistantThreads => this;

    public string Say(string channel, string? thread, string user, string text)
    {
        Messages.Add(new Kept(channel, Next(), thread, user, text));
        return Messages[^1].Ts;
    }

    public Task<AuthTestResponse> TestAsync(CancellationToken cancellationToken) =>
        Call("auth.test", () => new AuthTestResponse { UserId = Self, BotId = "BBOT", TeamId = "T1" });

    public Task<PostedMessage> PostMessageAsync(Message message, CancellationToken cancellationToken) =>
        Call("chat.postMessage", () => Post(message));

    public Task PostEphemeralAsync(string user, Message message, CancellationToken cancellationToken) =>
        Call("chat.postEphemeral", () => Ephemeral.Add((user, message)));

    public Task UpdateAsync(string ts, Message message, CancellationToken cancellationToken) => Call("chat.update", () =>
    {
        var kept = Find(ts);
        if (kept.Streaming == "in_progress")
            throw new SlackException("streaming_state_conflict", "chat.update");
        (kept.Text, kept.Blocks, kept.Metadata) = (message.Text, message.Blocks ?? [], message.Metadata ?? kept.Metadata);
    });

    public Task DeleteAsync(string channel, string ts, CancellationToken cancellationToken) => Call("chat.delete", () => Messages.Remove(Find(ts)));

    public Task<Uri> GetPermalinkAsync(string channel, string ts, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task UnfurlAsync(Unfurl unfurl, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<PostedMessage> StartStreamAsync(StreamStart stream, CancellationToken cancellationToken) => Call("chat.startStream", () =>
    {
        Messages.Add(new Kept(stream.Channel, Next(), stream.ThreadTs, Self, stream.MarkdownText ?? "") { Streaming = "in_progress" });
        return new PostedMessage(stream.Channel, Messages[^1].Ts);
    });

    public Task AppendStreamAsync(string channel, string ts, string markdownText, CancellationToken cancellationToken) =>
        Call("chat.appendStream", () => Open(ts, "chat.appendStream").Text += markdownText);

    public Task StopStreamAsync(StreamStop ending, CancellationToken cancellationToken) => Call("chat.stopStream", () =>
    {
        var kept = Open(ending.Ts, "chat.stopStream");
        (kept.Streaming, kept.Blocks, kept.Metadata) = ("completed", ending.Blocks ?? [], ending.Metadata);
    });

    /// <summary>Channels are made by UMAKER, and the bot is in those of which it was not told otherwise.</summary>
    public HashSet<string> Elsewhere { get; } = [];

    public Dictionary<string, HomeView> Homes { get; } = [];

    Task<Conversation> IConversationsApi.InfoAsync(string channel, CancellationToken cancellationToken) => Call(
        "conversations.info", () => new Conversation { Id = channel, Creator = "UMAKER", IsMember = !Elsewhere.Contains(channel), IsIm = channel.StartsWith('D') });

    Task<UserInfo> IUsersApi.InfoAsync(string user, CancellationToken cancellationToken) =>
        Call("users.info", () => new UserInfo { Id = user, Tz = "Europe/Berlin", IsAdmin = user == "UADMIN" });

    public Task<HistoryPage> HistoryAsync(HistoryQuery query, CancellationToken cancellationToken) =>
        Call("conversations.history", () => Page(
            Enumerable.Reverse(Messages).Where(kept => kept.Channel == query.Channel && kept.Thread is null), query));

    public Task<HistoryPage> RepliesAsync(string threadTs, HistoryQuery query, CancellationToken cancellationToken) =>
        Call("conversations.replies", () => Page(
            Messages.Where(kept => kept.Channel == query.Channel && (kept.Thread == threadTs || kept.Ts == threadTs)), query));

    public Task<string> OpenAsync(string user, CancellationToken cancellationToken) => Call("conversations.open", () => "D" + user);

    public Task SetStatusAsync(string channel, string threadTs, string status, CancellationToken cancellationToken) =>
        Call("assistant.threads.setStatus", () => { });

    public Task SetTitleAsync(string channel, string threadTs, string title, CancellationToken cancellationToken) =>
        Call("assistant.threads.setTitle", () => { });

    public Task SetSuggestedPromptsAsync(
        string channel, string? threadTs, string? title, IReadOnlyList<SuggestedPrompt> prompts, CancellationToken cancellationToken) =>
        Call("assistant.threads.setSuggestedPrompts", () => Prompts.Add((channel, threadTs, prompts)));

    public Task AddAsync(string channel, string ts, string name, CancellationToken cancellationToken) => Call("reactions.add", () => { });

    public Task<string> UploadAsync(FileUpload upload, CancellationToken cancellationToken) => Call("files.upload", () =>
    {
        Uploads.Add(upload);
        Messages.Add(new Kept(upload.Channel, Next(), upload.ThreadTs, Self, "") { File = upload.FileName });
        return "F1";
    });

    public Task RespondAsync(string responseUrl, ResponseMessage message, CancellationToken cancellationToken) =>
        Call("response_url", () => Responses.Add((responseUrl, message)));

    public Task<string> OpenAsync(string triggerId, ModalView view, CancellationToken cancellationToken) => Call("views.open", () =>
    {
        Opened.Add(view);
        return $"V{Opened.Count}";
    });

    public Task<string> PushAsync(string triggerId, ModalView view, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task UpdateAsync(string viewId, ModalView view, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task PublishAsync(string user, HomeView view, CancellationToken cancellationToken) => Call("views.publish", () => Homes[user] = view);

    private PostedMessage Post(Message message)
    {
        Messages.Add(new Kept(message.Channel, Next(), message.ThreadTs, Self, message.Text)
        {
            Blocks = message.Blocks ?? [],
            Metadata = message.Metadata,
        });
        return new PostedMessage(message.Channel, Messages[^1].Ts);
    }

    private static HistoryPage Page(IEnumerable<Kept> messages, HistoryQuery query) => new(
        [.. messages.Where(kept => query.Oldest is null || string.CompareOrdinal(kept.Ts, query.Oldest) > 0).Take(query.Limit).Select(Shown)], null);

    private static HistoryMessage Shown(Kept kept) => new()
    {
        Ts = kept.Ts,
        ThreadTs = kept.Thread,
        User = kept.User,
        BotId = kept.User == Self ? "BBOT" : null,
        Text = kept.Text,
        StreamingState = kept.Streaming,
        Files = kept.File is { } file ? [new SharedFile { Id = "F1", Name = file }] : [],
        Metadata = kept.Metadata is not { } metadata ? null : new HistoryMetadata
        {
            EventType = metadata.EventType,
            EventPayload = System.Text.Json.JsonSerializer.SerializeToElement(metadata.EventPayload),
        },
    };

    private Kept Find(string ts) => Messages.Find(kept => kept.Ts == ts) ?? throw new SlackException("message_not_found", "chat.update");

    private Kept Open(string ts, string method) =>
        Find(ts) is { Streaming: "in_progress" } kept ? kept : throw new SlackException("message_not_in_streaming_state", method);

    private string Next() => $"{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}.{++_clock:D6}";

    private Task<int> Call(string method, Action effect) => Call(method, () =>
    {
        effect();
        return 0;
    });

    private async Task<T> Call<T>(string method, Func<T> effect)
    {
        await Task.Yield();
        var number = Calls.Count;
        Calls.Add(method);
        if (Fault(method, number, false) is { } refused)
            throw refused;
        var result = effect();
        return Fault(method, number, true) is { } lost ? throw lost : result;
    }

    internal sealed class Kept(string channel, string ts, string? thread, string user, string text)
    {
        public string Channel => channel;

        public string Ts => ts;

        public string? Thread => thread;

        public string User => user;

        public string Text { get; set; } = text;

        public IReadOnlyList<Block> Blocks { get; set; } = [];

        public MessageMetadata? Metadata { get; set; }

        public string? Streaming { get; set; }

        public string? File { get; init; }
    }
}
