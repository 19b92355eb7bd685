using PaperBot.Bot.Rendering;
using PaperBot.Bot.Replies;
using PaperBot.Slack.Blocks;
using PaperBot.Slack.Events;

namespace PaperBot.Bot.Mentions;

/// <summary>Says of files that they are not read yet.</summary>
internal static class FileNotes
{
    private const int MostNamed = 3;

    public static string Of(IReadOnlyList<SharedFile> files)
    {
        var names = files.Take(MostNamed).Select(file => $"“{SafeText.Mrkdwn(file.Name is { Length: > 0 } name ? name : "the file", 120)}”");
        var more = files.Count > MostNamed ? $" and {files.Count - MostNamed} more" : "";
        return $"I cannot read files yet, so {string.Join(", ", names)}{more} was not read.";
    }

    /// <summary>The reply with the note under it.</summary>
    public static Reply Under(Reply reply, IReadOnlyList<SharedFile> files) => files.Count == 0 ? reply : reply with
    {
        Text = $"{reply.Text}\n{Of(files)}",
        Blocks = [.. reply.Blocks, new ContextBlock { Elements = [new Mrkdwn(Of(files))] }],
    };
}
