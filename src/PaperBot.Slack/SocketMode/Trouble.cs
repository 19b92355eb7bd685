using System.Net.WebSockets;

namespace PaperBot.Slack.SocketMode;

/// <summary>Why there is no socket, and how long to wait. The sentence has no address in it, since a socket's address is a secret.</summary>
internal sealed record Trouble(string Sentence, TimeSpan Wait, string? RefusedCode)
{
    // What no try changes, but only a person: see the errors of https://docs.slack.dev/reference/methods/apps.connections.open.
    private static readonly HashSet<string> Refusals = new(StringComparer.Ordinal)
    {
        "access_denied", "account_inactive", "ekm_access_denied", "enterprise_is_restricted", "forbidden_team", "invalid_auth", "missing_scope",
        "no_permission", "not_allowed_token_type", "not_authed", "org_login_required", "team_access_not_granted", "team_disabled", "token_expired",
        "token_revoked", "two_factor_setup_required", "user_removed_from_team",
    };

    public static Trouble OfLost(string? sentence, int failures, SlackOptions options) =>
        new(sentence ?? "Slack ended a socket.", Backoff.After(failures, TimeSpan.FromSeconds(options.ReconnectSeconds)), null);

    public static Trouble OfOpening(Exception exception, int failures, SlackOptions options)
    {
        var backoff = Backoff.After(failures, TimeSpan.FromSeconds(options.ReconnectSeconds));
        return exception switch
        {
            SlackRateLimitException limit => new("Slack asks to wait before the next socket.", limit.RetryAfter + backoff, null),
            SlackException refusal when Refusals.Contains(refusal.ErrorCode) => new(
                $"Slack refuses the app-level token ({refusal.ErrorCode}).", TimeSpan.FromSeconds(options.RefusedSeconds), refusal.ErrorCode),
            SlackException other => new($"Slack gave no address for a socket ({other.ErrorCode}).", backoff, null),
            WebSocketException { InnerException: HttpRequestException inner } => NotOpened(inner.HttpRequestError.ToString()),
            WebSocketException broken => NotOpened(broken.WebSocketErrorCode.ToString()),
            OperationCanceledException or TimeoutException => new($"A socket to Slack was not ready within {options.HelloSeconds} s.", backoff, null),
            _ => NotOpened(exception.GetType().Name),
        };

        Trouble NotOpened(string why) => new($"A socket to Slack could not be opened ({why}).", backoff, null);
    }
}
