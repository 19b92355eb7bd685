using System.Text.Json;

namespace FakeSlack;

/// <summary>A person in the workspace, and what a person does with Slack's client.</summary>
public sealed class FakeUser
{
    private readonly FakeWorkspace _workspace;
    private readonly Interactions _interactions;

    internal FakeUser(FakeWorkspace workspace, string id, string name, bool isAdmin, string timeZone)
    {
        (_workspace, Id, Name, IsAdmin, TimeZone) = (workspace, id, name, isAdmin, timeZone);
        _interactions = new Interactions(workspace, this);
    }

    /// <summary>The id: U….</summary>
    public string Id { get; }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The name shown.</summary>
    public string RealName => char.ToUpperInvariant(Name[0]) + Name[1..];

    /// <summary>Whether the person runs the workspace.</summary>
    public bool IsAdmin { get; }

    /// <summary>An IANA name.</summary>
    public string TimeZone { get; }

    /// <summary>The conversation with the bot.</summary>
    public FakeChannel DirectChannel => _workspace.Conversations.Direct(Id, _workspace.BotUserId);

    /// <summary>The channel that the person looks at beside the agent.</summary>
    public FakeChannel? Viewing { get; private set; }

    /// <summary>Says something in a channel.</summary>
    /// <param name="channel">Where.</param>
    /// <param name="text">What, in Slack's markup.</param>
    /// <param name="threadTs">The thread's first message, for a reply.</param>
    /// <param name="files">Files shared with it.</param>
    public FakeMessage Say(FakeChannel channel, string text, string? threadTs = null, params FakeFile[] files)
    {
        if (!channel.Has(Id))
            throw new InvalidOperationException($"{Name} is not in {channel.Name}.");
        var message = _workspace.Conversations.Post(new FakeMessage
        {
            Channel = channel.Id,
            Ts = "",
            ThreadTs = threadTs,
            User = Id,
            Text = text,
            Blocks = RichText.Of(text),
            Files = [.. files.Select(file => _workspace.Files.Keep(file with { User = Id, Created = _workspace.Time.GetUtcNow() }))],
            Subtype = files.Length > 0 ? "file_share" : null,
        });
        _workspace.Events.Posted(message);
        var links = RichText.Links(text).Select(url => (Domain: _workspace.UnfurlDomain(url)!, Url: url)).Where(link => link.Domain is not null)
            .ToList();
        if (links.Count > 0)
            _workspace.Events.LinksShared(message, links);
        return message;
    }

    /// <summary>Mentions the bot, then says something.</summary>
    public FakeMessage Mention(FakeChannel channel, string text, string? threadTs = null, params FakeFile[] files) =>
        Say(channel, $"<@{_workspace.BotUserId}> {text}", threadTs, files);

    /// <summary>Replies in the thread of a message.</summary>
    public FakeMessage Reply(FakeMessage message, string text) =>
        Say(_workspace.Conversations.Find(message.Channel)!, text, message.ThreadTs ?? message.Ts);

    /// <summary>Says something to the bot alone.</summary>
    public FakeMessage DirectMessage(string text, string? threadTs = null, params FakeFile[] files) => Say(DirectChannel, text, threadTs, files);

    /// <summary>Posts a link; with one of the app's domains, the app is asked to unfurl it.</summary>
    public FakeMessage ShareLink(FakeChannel channel, string url, string? threadTs = null) => Say(channel, $"<{url}>", threadTs);

    /// <summary>Edits the person's own message.</summary>
    public FakeMessage Edit(FakeMessage message, string text) => _workspace.Edit(
        message, before => before with { Text = text, Blocks = RichText.Of(text) }, shown: true, Id) ?? throw Gone(message);

    /// <summary>Deletes a message.</summary>
    public void Delete(FakeMessage message) => _workspace.Remove(message);

    /// <summary>Adds an emoji to a message, or takes it away.</summary>
    public void React(FakeMessage message, string emoji, bool add = true) => _workspace.React(message, Id, emoji, add);

    /// <summary>
    /// Opens the app: its Home tab or its messages. With the legacy agent surface the messages tab starts a thread, whose timestamp is returned.
    /// </summary>
    /// <param name="tab"><c>home</c> or <c>messages</c>.</param>
    /// <param name="viewing">The channel that the person looks at meanwhile.</param>
    public string? OpenHome(string tab = "home", FakeChannel? viewing = null)
    {
        Viewing = viewing ?? Viewing;
        if (tab == "messages" && _workspace.Options.Surface == AgentSurface.AssistantView)
        {
            var threadTs = _workspace.Conversations.Post(new FakeMessage
            {
                Channel = DirectChannel.Id,
                Ts = "",
                User = _workspace.BotUserId,
                BotId = _workspace.BotId,
                Text = "New Assistant Thread",
                Subtype = "assistant_app_thread",
            }).Ts;
            _workspace.ChangeAssistant(DirectChannel.Id, threadTs, thread => thread);
            _workspace.Events.Assistant("assistant_thread_started", this, threadTs);
            return threadTs;
        }
        _workspace.Events.HomeOpened(this, tab);
        return null;
    }

    /// <summary>Looks at another channel while the agent is open.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="threadTs">The agent's thread, with the legacy surface.</param>
    public void LookAt(FakeChannel channel, string? threadTs = null)
    {
        Viewing = channel;
        if (_workspace.Options.Surface == AgentSurface.AgentView)
            _workspace.Events.ContextChanged(this);
        else if (threadTs is not null)
            _workspace.Events.Assistant("assistant_thread_context_changed", this, threadTs);
    }

    /// <summary>Gives a command, such as <c>/papers</c> with <c>ask …</c>, and waits for the acknowledgement.</summary>
    public Task<CommandReply> CommandAsync(FakeChannel channel, string command, string text = "") =>
        _interactions.CommandAsync(channel, command, text);

    /// <summary>Clicks a button of a message, named by its action id or by the words on it, and waits for the acknowledgement.</summary>
    /// <exception cref="InvalidOperationException">The message shows no such button.</exception>
    public Task<Delivery> ClickAsync(FakeMessage message, string button) => _interactions.ClickAsync(Current(message), button);

    /// <summary>Clicks a button of a modal or of the Home tab.</summary>
    /// <exception cref="InvalidOperationException">The view shows no such button.</exception>
    public Task<Delivery> ClickAsync(FakeView view, string button) => _interactions.ClickAsync(Current(view), button);

    /// <summary>Chooses in a menu of a message: an option's value or words, a person's or channel's id, a date, several of them.</summary>
    /// <exception cref="InvalidOperationException">The message shows no such menu, or the menu no such option.</exception>
    public Task<Delivery> SelectAsync(FakeMessage message, string actionId, params string[] chosen) =>
        _interactions.SelectAsync(Current(message), actionId, chosen);

    /// <summary>Chooses in a menu of a view.</summary>
    /// <exception cref="InvalidOperationException">The view shows no such menu, or the menu no such option.</exception>
    public Task<Delivery> SelectAsync(FakeView view, string actionId, params string[] chosen) =>
        _interactions.SelectAsync(Current(view), actionId, chosen);

    /// <summary>Types into a menu whose options the app provides, and gives the options that it offers.</summary>
    /// <exception cref="InvalidOperationException">The view shows no such menu, or fewer letters were typed than it waits for.</exception>
    public Task<IReadOnlyList<FakeOption>> TypeaheadAsync(FakeView view, string actionId, string text) =>
        _interactions.TypeaheadAsync(Current(view), actionId, text);

    /// <summary>Types into a menu of a message whose options the app provides.</summary>
    /// <exception cref="InvalidOperationException">The message shows no such menu.</exception>
    public Task<IReadOnlyList<FakeOption>> TypeaheadAsync(FakeMessage message, string actionId, string text) =>
        _interactions.TypeaheadAsync(Current(message), actionId, text);

    /// <summary>
    /// Fills a modal in and submits it. A value is a text, an option's value or words, a <see cref="FakeOption"/>, or several of them, by action id.
    /// </summary>
    /// <returns>The delivery; errors that the app answered are in <see cref="FakeWorkspace.OpenView"/>.</returns>
    /// <exception cref="InvalidOperationException">A value that is needed is missing, or the modal has no such input.</exception>
    public Task<Delivery> SubmitAsync(FakeView view, params (string ActionId, object Value)[] values) =>
        _interactions.SubmitAsync(Current(view), values);

    /// <summary>Closes the topmost modal; the app hears of it when it asked to.</summary>
    public Task<Delivery?> CloseViewAsync(FakeView view, bool all = false) => _interactions.CloseAsync(Current(view), all);

    /// <summary>Uses a shortcut on a message.</summary>
    public Task<Delivery> MessageShortcutAsync(FakeMessage message, string callbackId) =>
        _interactions.MessageShortcutAsync(Current(message), callbackId);

    /// <summary>Uses a shortcut from the menu.</summary>
    public Task<Delivery> GlobalShortcutAsync(string callbackId) => _interactions.GlobalShortcutAsync(callbackId);

    /// <summary>Takes a prompt that the agent offers, as a click on it does.</summary>
    public FakeMessage TakePrompt(SuggestedPrompt prompt, string? threadTs = null) => DirectMessage(prompt.Message, threadTs);

    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({Id})";

    private static InvalidOperationException Gone(FakeMessage message) => new($"The message {message.Ts} is gone.");

    private FakeMessage Current(FakeMessage message) => _workspace.Find(message) ?? throw Gone(message);

    private FakeView Current(FakeView view) =>
        _workspace.Views.Find(view.Id) ?? throw new InvalidOperationException($"The view {view.Id} is closed.");
}

/// <summary>An option of a menu.</summary>
/// <param name="Text">The words.</param>
/// <param name="Value">The app's value.</param>
/// <param name="Json">As the app sent it.</param>
public sealed record FakeOption(string Text, string Value, JsonElement Json);

/// <summary>What came back at once for a command.</summary>
/// <param name="Delivery">The command's way to the app.</param>
/// <param name="Message">What the acknowledgement itself showed; null when it was empty.</param>
/// <param name="ResponseUrl">Where later answers go.</param>
public sealed record CommandReply(Delivery Delivery, FakeMessage? Message, string ResponseUrl);
