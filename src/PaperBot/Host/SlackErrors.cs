namespace PaperBot.Host;

/// <summary>What to do about an error of Slack's.</summary>
internal static class SlackErrors
{
    /// <summary>Whether no later try with this token can succeed.</summary>
    public static bool IsFinal(string code) =>
        code is "invalid_auth" or "not_authed" or "account_inactive" or "token_revoked" or "token_expired" or "not_allowed_token_type";

    public static string Mend(string code) => code switch
    {
        "invalid_auth" or "not_authed" =>
            "Copy the bot token (xoxb-…) anew from \"OAuth & Permissions\" in the app's settings into SLACK_BOT_TOKEN.",
        "account_inactive" or "token_revoked" or "token_expired" =>
            "The app was removed from the workspace or its token was revoked: install it again and copy the new token.",
        "not_allowed_token_type" => "SLACK_BOT_TOKEN takes the bot token, which begins with xoxb-.",
        "ratelimited" => "Slack is being asked too much; try again in a minute.",
        _ => Unreachable(code) ?? $"Look at https://slack-status.com, and for {code} in Slack's reference.",
    };

    public static string MendSocket(string code) => code switch
    {
        "invalid_auth" or "not_authed" or "missing_args" =>
            "Make an app-level token (xapp-…) with connections:write under \"Basic Information\" and put it into SLACK_APP_TOKEN.",
        "missing_scope" or "no_permission" => "The app-level token lacks connections:write; make a new one with it under \"Basic Information\".",
        "not_allowed_token_type" => "SLACK_APP_TOKEN takes the app-level token, which begins with xapp-.",
        "forbidden_team" or "access_denied" =>
            "Turn on \"Socket Mode\" in the app's settings, and check that the app is installed in this workspace.",
        "account_inactive" or "token_revoked" or "token_expired" => "The app-level token was revoked; make a new one under \"Basic Information\".",
        _ => Unreachable(code) ?? $"Check that \"Socket Mode\" is on in the app's settings, and look for {code} in Slack's reference.",
    };

    private static string? Unreachable(string code) =>
        code is "connection_failed" or "timeout" or "invalid_response" || code.StartsWith("http_", StringComparison.Ordinal)
        ? "Check that this machine reaches slack.com (a proxy may stand between) and that SLACK_API_URL, if set, is right." : null;
}
