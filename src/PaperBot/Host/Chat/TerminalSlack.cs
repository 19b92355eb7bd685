using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using PaperBot.Slack;
using PaperBot.Slack.Blocks;
using PaperBot.Slack.WebApi;

namespace PaperBot.Host.Chat;

/// <summary>Slack as far as one person at a terminal needs it: what the bot says goes into the transcript, and the screen shows it.</summary>
internal sealed class TerminalSlack(ChatTranscript transcript)
    : ISlackApiClient, IAuthApi, IAppsApi, IChatApi, IConversationsApi, IUsersApi, IReactionsApi, IFilesApi, IAssistantThreadsApi
{
    private readonly ConcurrentDictionary<string, string> _said = new();

    public IAuthApi Auth => this;

    public IAppsApi Apps => this;

    public IChatApi Chat => this;

    public IConversationsApi Conversations => this;

    public IUsersApi Users => this;

    public IViewsApi Views { get; } = new TerminalWindows(transcript);

    public IReactionsApi Reactions => this;

    public IFilesApi Files => this;

    public IAssistantThreadsApi AssistantThreads => this;

    public Task RespondAsync(string responseUrl, ResponseMessage message, CancellationToken cancellationToken)
    {
        var (channel, clicked) = ResponseAddress.Read(responseUrl);
        // What a command said first is what its later replies take the place of.
        var original = clicked.Length > 0 ? clicked : _said.GetValueOrDefault(responseUrl, "");
        if (message.DeleteOriginal == true)
            transcript.Remove(original);
        else if (message.ReplaceOriginal != true || !transcript.Change(
            original, before => before with { Text = message.Text, Blocks = message.Blocks ?? [] }))
            _said[responseUrl] = transcript.Add(channel, message.ThreadTs, isBots: true, message.Text, said => said with
            {
                Blocks = message.Blocks ?? [],
                IsPrivate = message.ResponseType == "ephemeral",
            }).Ts;
        return Task.CompletedTask;
    }

    Task<AuthTestResponse> IAuthApi.TestAsync(CancellationToken cancellationToken) => Task.FromResult(new AuthTestResponse
    {
        Team = "this terminal",
        TeamId = ChatPlace.Team,
        User = "PaperBot",
        UserId = ChatPlace.Bot,
        BotId = ChatPlace.BotId,
    });

    Task<Uri> IAppsApi.OpenConnectionAsync(CancellationToken cancellationToken) => throw NotHere("apps.connections.open");

    Task<PostedMessage> IChatApi.PostMessageAsync(Message message, CancellationToken cancellationToken) =>
        Task.FromResult(Post(message, isPrivate: false));

    Task IChatApi.PostEphemeralAsync(string user, Message message, CancellationToken cancellationToken) =>
        Task.FromResult(Post(message, isPrivate: true));

    Task IChatApi.UpdateAsync(string ts, Message message, CancellationToken cancellationToken) => Changed(
        ts, "chat.update", before =>
            before with { Text = message.Text, Blocks = message.Blocks ?? [], Metadata = message.Metadata ?? before.Metadata });

    Task IChatApi.DeleteAsync(string channel, string ts, CancellationToken cancellationToken)
    {
        transcript.Remove(ts);
        return Task.CompletedTask;
    }

    Task<Uri> IChatApi.GetPermalinkAsync(string channel, string ts, CancellationToken cancellationToken) =>
        Task.FromResult(new Uri($"https://terminal.invalid/{channel}/{ts}"));

    Task IChatApi.UnfurlAsync(Unfurl unfurl, CancellationToken cancellationToken)
    {
        var thread = transcript.Find(unfurl.Ts)?.ThreadTs;
        foreach (var (_, content) in unfurl.Unfurls)
            transcript.Add(unfurl.Channel, thread, isBots: true, "Preview", said => said with { Blocks = content.Blocks });
        return Task.CompletedTask;
    }

    Task<PostedMessage> IChatApi.StartStreamAsync(StreamStart stream, CancellationToken cancellationToken)
    {
        var message = transcript.Add(stream.Channel, stream.ThreadTs, isBots: true, stream.MarkdownText ?? "");
        return Task.FromResult(new PostedMessage(message.Channel, message.Ts));
    }

    Task IChatApi.AppendStreamAsync(string channel, string ts, string markdownText, CancellationToken cancellationToken) =>
        Changed(ts, "chat.appendStream", before => before with { Text = before.Text + markdownText });

    Task IChatApi.StopStreamAsync(StreamStop ending, CancellationToken cancellationToken) => Changed(ending.Ts, "chat.stopStream", before =>
    {
        var text = before.Text + ending.MarkdownText;
        IReadOnlyList<Block> streamed = text.Length > 0 ? [new MarkdownBlock { Text = text }] : [];
        return before with { Text = text, Blocks = [.. streamed, .. ending.Blocks ?? []], Metadata = ending.Metadata ?? before.Metadata };
    });

    Task<Conversation> IConversationsApi.InfoAsync(string channel, CancellationToken cancellationToken) => Task.FromResult(new Conversation
    {
        Id = channel,
        Name = channel == ChatPlace.Channel ? ChatPlace.ChannelName : null,
        IsIm = channel == ChatPlace.Direct,
        IsMember = true,
        Creator = ChatPlace.Person,
    });

    Task<HistoryPage> IConversationsApi.HistoryAsync(HistoryQuery query, CancellationToken cancellationToken) =>
        Task.FromResult(Page(query, transcript.In(query.Channel, message => message.ThreadTs is null || message.ThreadTs == message.Ts).Reverse()));

    Task<HistoryPage> IConversationsApi.RepliesAsync(string threadTs, HistoryQuery query, CancellationToken cancellationToken) =>
        Task.FromResult(Page(query, transcript.In(query.Channel, message => message.ThreadTs == threadTs || message.Ts == threadTs)));

    Task<string> IConversationsApi.OpenAsync(string user, CancellationToken cancellationToken) => Task.FromResult(ChatPlace.Direct);

    Task<UserInfo> IUsersApi.InfoAsync(string user, CancellationToken cancellationToken) => Task.FromResult(new UserInfo
    {
        Id = user,
        TeamId = ChatPlace.Team,
        Name = user == ChatPlace.Person ? "you" : "paperbot",
        Tz = TimeZoneInfo.Local.Id,
        IsAdmin = user == ChatPlace.Person,
        IsBot = user == ChatPlace.Bot,
    });

    Task IReactionsApi.AddAsync(string channel, string ts, string name, CancellationToken cancellationToken) => Task.CompletedTask;

    Task<string> IFilesApi.UploadAsync(FileUpload upload, CancellationToken cancellationToken)
    {
        // A picture is told by what it shows.
        var text = upload.AltText ?? FileBeginning.Of(Encoding.UTF8.GetString(upload.Content.Span), upload.FileName);
        transcript.Add(upload.Channel, upload.ThreadTs, isBots: true, string.Create(
            CultureInfo.InvariantCulture, $"{upload.InitialComment}\n{upload.FileName}, {upload.Content.Length:N0} bytes\n{text}").Trim());
        return Task.FromResult($"F{transcript.In(upload.Channel, _ => true).Count}");
    }

    // Decoration of Slack's own window; a terminal has none.
    Task IAssistantThreadsApi.SetStatusAsync(string channel, string threadTs, string status, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    Task IAssistantThreadsApi.SetTitleAsync(string channel, string threadTs, string title, CancellationToken cancellationToken) => Task.CompletedTask;

    Task IAssistantThreadsApi.SetSuggestedPromptsAsync(
        string channel, string? threadTs, string? title, IReadOnlyList<SuggestedPrompt> prompts, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    private PostedMessage Post(Message message, bool isPrivate)
    {
        var channel = message.Channel == ChatPlace.Person ? ChatPlace.Direct : message.Channel;
        var said = transcript.Add(channel, message.ThreadTs, isBots: true, message.Text, said => said with
        {
            Blocks = message.Blocks ?? [],
            IsPrivate = isPrivate,
            Metadata = message.Metadata,
        });
        return new PostedMessage(said.Channel, said.Ts);
    }

    private Task Changed(string ts, string method, Func<ChatMessage, ChatMessage> change) =>
        transcript.Change(ts, change) ? Task.CompletedTask : throw new SlackException("message_not_found", method);

    private static HistoryPage Page(HistoryQuery query, IEnumerable<ChatMessage> messages) => new(
        [.. messages
            .Where(message => query.Oldest is null || string.CompareOrdinal(message.Ts, query.Oldest) >= (query.Inclusive == true ? 0 : 1))
            .Where(message => query.Latest is null || string.CompareOrdinal(message.Ts, query.Latest) <= (query.Inclusive == true ? 0 : -1))
            .Take(query.Limit).Select(message => message.AsHistory())],
        NextCursor: null);

    private static SlackException NotHere(string method) => new("not_in_a_terminal", method);
}
