namespace PaperBot.Slack.WebApi;

/// <summary>
/// Slack's Web API, in groups as Slack has them. Each call throws <see cref="SlackException"/> when Slack refuses it, and
/// <see cref="SlackRateLimitException"/> when it was put off too often. See https://docs.slack.dev/reference/methods.
/// </summary>
public interface ISlackApiClient
{
    /// <summary>Who the token belongs to.</summary>
    IAuthApi Auth { get; }

    /// <summary>Socket Mode's addresses.</summary>
    IAppsApi Apps { get; }

    /// <summary>Writing messages.</summary>
    IChatApi Chat { get; }

    /// <summary>Channels and what was said in them.</summary>
    IConversationsApi Conversations { get; }

    /// <summary>People.</summary>
    IUsersApi Users { get; }

    /// <summary>Modals and App Home.</summary>
    IViewsApi Views { get; }

    /// <summary>Emoji on messages.</summary>
    IReactionsApi Reactions { get; }

    /// <summary>Files.</summary>
    IFilesApi Files { get; }

    /// <summary>Status, title and prompts of an assistant's thread; all of it decoration that may fail without harm.</summary>
    IAssistantThreadsApi AssistantThreads { get; }

    /// <summary>Answers a command or a click. See https://docs.slack.dev/interactivity/handling-user-interaction#message_responses.</summary>
    /// <remarks>
    /// It is sent again only when it cannot have been written, or when a second reply changes nothing: one that replaces or deletes the original.
    /// </remarks>
    /// <param name="responseUrl">From the payload; takes 5 replies within 30 minutes. It must be Slack's, or the configured host's.</param>
    /// <param name="message">The reply.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="SlackException">
    /// <c>used_url</c> after 5 replies, <c>expired_url</c> after 30 minutes, <c>invalid_response_url</c> for an address elsewhere, where nothing is
    /// sent.
    /// </exception>
    Task RespondAsync(string responseUrl, ResponseMessage message, CancellationToken cancellationToken);
}
