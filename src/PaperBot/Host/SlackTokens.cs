using PaperBot.Terminal;

namespace PaperBot.Host;

/// <summary>
/// The way into a workspace: the secrets as they were given, from settings or files, and where the Web API is. Its text never holds a secret.
/// </summary>
internal sealed class SlackTokens
{
    private SlackTokens(string? bot, string? app, string? signingSecret, SlackSettings settings)
    {
        (Bot, App, SigningSecret) = (bot, app, signingSecret);
        (ApiUrl, RateLimitFactor) = (new Uri(settings.ApiUrl.TrimEnd('/') + '/'), settings.RateLimitFactor);
    }

    public string? Bot { get; }

    public string? App { get; }

    public string? SigningSecret { get; }

    /// <summary>Ends with a slash.</summary>
    public Uri ApiUrl { get; }

    public double RateLimitFactor { get; }

    public bool AreMissing => (Bot, App, SigningSecret) is (null, null, null);

    public bool UsesSocketMode => App is not null;

    /// <exception cref="UsageException">A file that is named cannot be read.</exception>
    public static SlackTokens Read(SlackSettings options) => new(
        Read("BotToken", options.BotToken, options.BotTokenFile),
        Read("AppToken", options.AppToken, options.AppTokenFile),
        Read("SigningSecret", options.SigningSecret, options.SigningSecretFile),
        options);

    /// <returns>One sentence for each thing that is wrong; none when the bot can start.</returns>
    public IEnumerable<string> Mistakes()
    {
        if (Wrong("SLACK_BOT_TOKEN", "bot token", "xoxb-", Bot) is { } bot)
            yield return bot;
        else if (Bot is null)
            yield return "SLACK_BOT_TOKEN is missing. It begins with xoxb- and is under \"Install App\" in the app's settings.";
        if (Wrong("SLACK_APP_TOKEN", "app-level token", "xapp-", App) is { } app)
            yield return app;
        if (Wrong("SLACK_SIGNING_SECRET", "signing secret", "", SigningSecret) is { } secret)
            yield return secret;
        else if ((App, SigningSecret) is (null, null))
            yield return "SLACK_APP_TOKEN is missing, for Socket Mode, or SLACK_SIGNING_SECRET, for HTTP. "
                + "Both are under \"Basic Information\" in the app's settings.";
    }

    private static string? Wrong(string name, string kind, string prefix, string? value)
    {
        if (value is null || (prefix.Length > 0 ? value.StartsWith(prefix, StringComparison.Ordinal) : KindOf(value) is null))
            return null;
        var takes = prefix.Length > 0 ? $"the {kind}, which begins with {prefix}" : $"the {kind}, 32 letters and digits";
        return $"{name} takes {takes}, but holds {KindOf(value) ?? "something else"}.";
    }

    private static string? KindOf(string value) => value switch
    {
        _ when value.StartsWith("xoxb-", StringComparison.Ordinal) => "a bot token (xoxb-)",
        _ when value.StartsWith("xapp-", StringComparison.Ordinal) => "an app-level token (xapp-)",
        _ when value.StartsWith("xoxp-", StringComparison.Ordinal) => "a user token (xoxp-)",
        _ when value.StartsWith("xox", StringComparison.Ordinal) => "another kind of token",
        _ => null,
    };

    private static string? Read(string setting, string? value, string? file)
    {
        if (!string.IsNullOrWhiteSpace(value))
            return value.Trim();
        if (string.IsNullOrWhiteSpace(file))
            return null;
        try
        {
            return File.ReadAllText(file).Trim() is { Length: > 0 } content
                ? content : throw new UsageException($"Slack:{setting}File names {file}, which is empty.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"Slack:{setting}File names {file}, which cannot be read. Correct the name, or let your user read it.");
        }
    }
}
