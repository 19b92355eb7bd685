using PaperBot.Papers;
using PaperBot.Slack;
using PaperBot.Slack.Blocks;

namespace PaperBot.Bot.Rendering;

/// <summary>A paper's title as people read it, linked to the address that the library has for it and to no other.</summary>
internal static class PaperLink
{
    // Longer ones would leave no room for the title.
    private const int LongestAddress = 800;

    private const int LongestTitle = 300;

    /// <returns>At most 1,110 characters.</returns>
    public static string Mrkdwn(Paper paper)
    {
        var title = SafeText.Mrkdwn(Title(paper).Replace('|', '¦'), LongestTitle);
        return Address(paper) is { } address ? $"<{SlackText.Escape(address.AbsoluteUri)}|{title}>" : $"*{title}*";
    }

    public static string Bold(Paper paper) => Address(paper) is null ? Mrkdwn(paper) : $"*{Mrkdwn(paper)}*";

    public static RichTextPart Rich(Paper paper) => Rich(paper, Title(paper));

    /// <param name="shown">What stands for the paper, as its number does.</param>
    public static RichTextPart Rich(Paper paper, string shown) =>
        Address(paper) is { } address
            ? new RichTextLink(address.AbsoluteUri, shown) : new RichText(shown) { Style = new RichTextStyle { Bold = true } };

    /// <summary>The title on one line; never empty.</summary>
    public static string Title(Paper paper) => SafeText.Line(paper.Title, LongestTitle) is { Length: > 0 } title ? title : "Untitled";

    /// <returns>Null when the paper has no address.</returns>
    public static Uri? Address(Paper paper) =>
        Web(paper.Url) ?? Web(PaperUrl.Of(paper.Key)) ?? (paper.Doi is { } doi ? Web($"https://doi.org/{doi}") : null);

    private static Uri? Web(string? address) =>
        PaperUrl.IsWeb(address) && Uri.TryCreate(address, UriKind.Absolute, out var uri) && SlackText.Escape(uri.AbsoluteUri).Length <= LongestAddress
        && !uri.AbsoluteUri.AsSpan().ContainsAny('<', '>', '|') ? uri : null;
}
