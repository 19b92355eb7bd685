using PaperBot.Papers;
using PaperBot.Slack;

namespace PaperBot.Bot.Rendering;

/// <summary>A paper's title as people read it, linked to the address that the library has for it and to no other.</summary>
internal static class PaperLink
{
    public static string Mrkdwn(Paper paper)
    {
        var title = SlackText.Escape(LatexText.ToReadable(paper.Title).Replace('|', '¦'));
        return Address(paper) is { } address ? $"<{SlackText.Escape(address.AbsoluteUri)}|{title}>" : $"*{title}*";
    }

    /// <returns>Null when the paper has no address.</returns>
    public static Uri? Address(Paper paper)
    {
        var address = paper.Url ?? paper.Key.Scheme switch
        {
            "arxiv" => $"https://arxiv.org/abs/{paper.Key.Id}",
            "acl" => $"https://aclanthology.org/{paper.Key.Id}",
            "doi" => $"https://doi.org/{paper.Key.Id}",
            _ => paper.Doi is { } doi ? $"https://doi.org/{doi}" : null,
        };
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" ? uri : null;
    }
}
