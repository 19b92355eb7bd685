using PaperBot.Bot.Replies;
using PaperBot.Slack.Blocks;

namespace PaperBot.Bot.Rendering;

/// <summary>A private reply made fit for everybody: with who asked what, and under an id of its own, so that all may use its buttons.</summary>
internal static class SharedReply
{
    public static Reply Of(string id, SavedReply saved)
    {
        var words = SafeText.Typed(saved.Request, 300);
        var asked = $"Asked by <@{saved.Place.Person}>{(words.Length > 0 ? $": {words}" : ".")}";
        return saved.Reply with
        {
            Id = id,
            Text = $"{asked}\n{saved.Reply.Text}",
            Blocks = [.. Lines.Small(asked), .. saved.Reply.Blocks.Select(block => WithId(block, saved.Reply.Id, id))],
            SpokenBlocks = 0,
        };
    }

    private static Block WithId(Block block, string from, string to) => block switch
    {
        ActionsBlock actions => actions with { Elements = [.. actions.Elements.Select(element => WithId(element, from, to))] },
        ContextActionsBlock actions => actions with { Elements = [.. actions.Elements.Select(element => WithId(element, from, to))] },
        _ => block,
    };

    private static BlockElement WithId(BlockElement element, string from, string to) => element switch
    {
        Button { Value: { } value } button => button with { Value = value.Replace(from, to, StringComparison.Ordinal) },
        FeedbackButtons votes => votes with
        {
            PositiveButton = WithId(votes.PositiveButton, from, to),
            NegativeButton = WithId(votes.NegativeButton, from, to),
        },
        _ => element,
    };

    private static Slack.Blocks.FeedbackButton WithId(Slack.Blocks.FeedbackButton button, string from, string to) =>
        button with { Value = button.Value.Replace(from, to, StringComparison.Ordinal) };
}
