using PaperBot.Slack;

namespace PaperBot.Bot.Deliveries;

/// <summary>What a refused call means for the message that it was to send.</summary>
internal static class SlackFailure
{
    /// <summary>It may go well later, and it may have gone well already.</summary>
    public static bool IsTemporary(SlackException e) =>
        e is SlackRateLimitException
        || e.ErrorCode.StartsWith("http_5", StringComparison.Ordinal)
        || e.ErrorCode is "connection_failed" or "timeout" or "invalid_response" or "internal_error" or "fatal_error" or "service_unavailable"
            or "request_timeout" or "ratelimited" or "rate_limited" or "message_limit_exceeded";

    /// <summary>The bot was taken out of the conversation, or nobody can write there.</summary>
    public static bool IsClosed(SlackException e) =>
        e.ErrorCode is "channel_not_found" or "not_in_channel" or "is_archived" or "is_inactive" or "messages_tab_disabled" or "thread_not_found"
            or "cannot_reply_to_message" or "user_not_in_channel" or "access_denied"
        || e.ErrorCode.StartsWith("restricted_action", StringComparison.Ordinal);

    /// <summary>The message itself is not taken, but a plainer one may be.</summary>
    public static bool IsTooMuch(SlackException e) =>
        e.ErrorCode is "msg_too_long" or "msg_blocks_too_long" or "invalid_blocks" or "invalid_blocks_format" or "invalid_arguments";
}
