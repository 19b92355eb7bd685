namespace PaperBot.Slack.WebApi.Calls;

/// <summary>One method of the Web API, with what matters for calling it well.</summary>
/// <param name="Name">As Slack names it.</param>
/// <param name="PerMinute">How many calls a minute its tier allows at least. See https://docs.slack.dev/apis/web-api/rate-limits.</param>
/// <param name="Repeatable">Whether a second call does no harm when the first may have landed.</param>
internal sealed record SlackMethod(string Name, int PerMinute, bool Repeatable)
{
    private const int Tier2 = 20;
    private const int Tier3 = 50;
    private const int Tier4 = 100;

    // "Special" in the reference: hundreds a minute for auth.test and chat.postMessage in a workspace, 600 for the status.
    // For a permalink nothing is said.
    private const int Hundreds = 300;
    private const int SixHundred = 600;

    /// <summary>Whether it takes the app-level token instead of the bot's.</summary>
    public bool WithAppToken { get; private init; }

    /// <summary>Whether it counts as a message in its channel.</summary>
    public bool PostsToChannel { get; private init; }

    /// <summary>Whether it waits for a place in its rate limit. What is decoration, or can be done another way, does not.</summary>
    public bool Waits { get; private init; } = true;

    public static SlackMethod AuthTest { get; } = new("auth.test", Hundreds, Repeatable: true);

    public static SlackMethod OpenConnection { get; } = new("apps.connections.open", Tier3, Repeatable: true) { WithAppToken = true };

    public static SlackMethod PostMessage { get; } = new("chat.postMessage", Hundreds, Repeatable: false) { PostsToChannel = true };

    public static SlackMethod PostEphemeral { get; } = new("chat.postEphemeral", Tier4, Repeatable: false) { PostsToChannel = true };

    public static SlackMethod Update { get; } = new("chat.update", Tier3, Repeatable: true);

    public static SlackMethod Delete { get; } = new("chat.delete", Tier3, Repeatable: true);

    public static SlackMethod GetPermalink { get; } = new("chat.getPermalink", Hundreds, Repeatable: true);

    public static SlackMethod Unfurl { get; } = new("chat.unfurl", Tier3, Repeatable: true);

    public static SlackMethod StartStream { get; } = new("chat.startStream", Tier2, Repeatable: false) { Waits = false };

    public static SlackMethod AppendStream { get; } = new("chat.appendStream", Tier4, Repeatable: false);

    public static SlackMethod StopStream { get; } = new("chat.stopStream", Tier2, Repeatable: false);

    public static SlackMethod ConversationInfo { get; } = new("conversations.info", Tier3, Repeatable: true);

    public static SlackMethod History { get; } = new("conversations.history", Tier3, Repeatable: true);

    public static SlackMethod Replies { get; } = new("conversations.replies", Tier3, Repeatable: true);

    public static SlackMethod OpenConversation { get; } = new("conversations.open", Tier3, Repeatable: true);

    public static SlackMethod UserInfo { get; } = new("users.info", Tier4, Repeatable: true);

    public static SlackMethod OpenView { get; } = new("views.open", Tier4, Repeatable: false);

    public static SlackMethod PushView { get; } = new("views.push", Tier4, Repeatable: false);

    public static SlackMethod UpdateView { get; } = new("views.update", Tier4, Repeatable: true);

    public static SlackMethod PublishView { get; } = new("views.publish", Tier4, Repeatable: true);

    public static SlackMethod AddReaction { get; } = new("reactions.add", Tier3, Repeatable: true) { Waits = false };

    public static SlackMethod GetUploadUrl { get; } = new("files.getUploadURLExternal", Tier4, Repeatable: true);

    public static SlackMethod CompleteUpload { get; } = new("files.completeUploadExternal", Tier4, Repeatable: false) { PostsToChannel = true };

    public static SlackMethod SetStatus { get; } = new("assistant.threads.setStatus", SixHundred, Repeatable: true) { Waits = false };

    public static SlackMethod SetTitle { get; } = new("assistant.threads.setTitle", Tier4, Repeatable: true) { Waits = false };

    public static SlackMethod SetSuggestedPrompts { get; } = new("assistant.threads.setSuggestedPrompts", Tier4, Repeatable: true) { Waits = false };
}
