namespace PaperBot.Ingestion.Sources.Web;

/// <summary>
/// Which addresses a source may lead to: its own, and those of the site that it belongs to. Whoever answers in its place shall not make the bot ask
/// what only this machine can reach.
/// </summary>
internal static class SourceRedirect
{
    /// <param name="from">Where the settings say that the source is.</param>
    public static bool IsSafe(Uri from, Uri to)
    {
        // Only a source whose address somebody set to http may stay there.
        if (to.Authority == from.Authority && (to.Scheme == from.Scheme || to.Scheme == Uri.UriSchemeHttps))
            return true;
        return to.Scheme == Uri.UriSchemeHttps && to.IsDefaultPort && to.UserInfo.Length == 0
            && from.HostNameType == UriHostNameType.Dns && to.HostNameType == UriHostNameType.Dns
            && (to.IdnHost == Site(from) || to.IdnHost.EndsWith($".{Site(from)}", StringComparison.Ordinal));
    }

    /// <summary>"arxiv.org" of "export.arxiv.org", and "huggingface.co" of itself.</summary>
    private static string Site(Uri address)
    {
        var host = address.IdnHost;
        var dot = host.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 && host.IndexOf('.', dot + 1) > 0 ? host[(dot + 1)..] : host;
    }
}
