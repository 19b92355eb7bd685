using PaperBot.Bot.Replies;

namespace PaperBot.Bot.Rendering;

/// <summary>A sentence or two.</summary>
internal static class NoticeReply
{
    /// <param name="lines">In Slack's markup, each at most 3,000 characters.</param>
    public static Reply Of(string id, params IReadOnlyList<string> lines) =>
        new(id, ReplyKind.Notice, string.Join('\n', lines), [.. Lines.Plain(lines)], [], []);
}
