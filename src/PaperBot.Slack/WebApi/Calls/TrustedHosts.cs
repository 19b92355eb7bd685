namespace PaperBot.Slack.WebApi.Calls;

/// <summary>
/// Which addresses from a payload or an answer are Slack's own. A forged one must not make the bot send something to another machine,
/// least of all inside its own network.
/// </summary>
internal sealed class TrustedHosts(Uri apiUrl)
{
    /// <returns>The address when it is one of Slack's for replies, or the configured host's; otherwise null.</returns>
    public Uri? ResponseUrl(string? address) => Trusted(address, host => host == "hooks.slack.com");

    /// <returns>The address when it is one of Slack's for files, or the configured host's; otherwise null.</returns>
    public Uri? UploadUrl(string? address) => Trusted(address, host => host == "files.slack.com");

    private Uri? Trusted(string? address, Func<string, bool> isSlacks)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0)
            return null;
        var own = uri.Scheme == apiUrl.Scheme && uri.IdnHost == apiUrl.IdnHost && uri.Port == apiUrl.Port;
        return own || (uri.Scheme == Uri.UriSchemeHttps && uri.IsDefaultPort && isSlacks(uri.IdnHost)) ? uri : null;
    }
}
