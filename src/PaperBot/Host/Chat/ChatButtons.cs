using PaperBot.Slack.Blocks;

namespace PaperBot.Host.Chat;

/// <summary>Something that a number presses: a button, a thumb, or one option of a menu.</summary>
internal sealed record ChatButton(string Label, ChatMessage? Message, string ActionId, string Type, string? Value, string? SelectedOption);

/// <summary>The buttons that the last reply shows, by their numbers.</summary>
internal sealed class ChatButtons
{
    private readonly List<ChatButton> _all = [];

    public void Clear() => _all.Clear();

    public ChatButton? Find(int number) => _all.ElementAtOrDefault(number - 1);

    public int Count => _all.Count;

    /// <returns>The labels of an element with their numbers; none for what a number cannot press.</returns>
    public IEnumerable<string> Add(BlockElement element, ChatMessage? message)
    {
        foreach (var button in Of(element, message))
        {
            _all.Add(button);
            yield return $"[{_all.Count}] {button.Label}";
        }
    }

    private static IEnumerable<ChatButton> Of(BlockElement element, ChatMessage? message) => element switch
    {
        Button { Url: { } url } link => [new ChatButton($"{link.Text.Text} · {url}", message, link.ActionId, "button", link.Value, null)],
        Button button => [new ChatButton(button.Text.Text, message, button.ActionId, "button", button.Value, null)],
        IconButton icon => [new ChatButton(icon.Text.Text, message, icon.ActionId, "icon_button", icon.Value, null)],
        FeedbackButtons thumbs =>
        [
            new ChatButton(thumbs.PositiveButton.Text.Text, message, thumbs.ActionId, "feedback_buttons", thumbs.PositiveButton.Value, null),
            new ChatButton(thumbs.NegativeButton.Text.Text, message, thumbs.ActionId, "feedback_buttons", thumbs.NegativeButton.Value, null),
        ],
        OverflowMenu menu => menu.Options.Select(option => new ChatButton(option.Text.Text, message, menu.ActionId, "overflow", null, option.Value)),
        StaticSelect menu =>
            menu.Options.Select(option => new ChatButton(option.Text.Text, message, menu.ActionId, "static_select", null, option.Value)),
        _ => [],
    };
}
