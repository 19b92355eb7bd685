using System.Globalization;
using System.Text.Json.Nodes;
using PaperBot.Slack.Blocks;

namespace PaperBot.Host.Chat;

/// <summary>A window's fields, asked one after the other.</summary>
internal sealed class ChatForm(ChatScreen screen)
{
    /// <param name="offerAsync">Options of a menu that looks them up by what is typed: its action id, the text.</param>
    /// <returns>The state of the view as Slack sends it; null when the person would rather not.</returns>
    public async Task<JsonObject?> FillAsync(
        ModalView view, Func<string, string, Task<IReadOnlyList<Option>>> offerAsync, CancellationToken cancellationToken)
    {
        screen.Show(view.Title.Text, [.. view.Blocks.Where(block => block is not InputBlock)]);
        var values = new JsonObject();
        foreach (var (input, index) in view.Blocks.OfType<InputBlock>().Select((input, index) => (input, index)))
        {
            if (input.Element is not ActionElement element)
                continue;
            screen.Say(input.Hint is { } hint ? $"{input.Label.Text} ({hint.Text})" : input.Label.Text);
            if (await AskAsync(element, offerAsync, cancellationToken).ConfigureAwait(false) is not { } field)
                return null;
            values[input.BlockId ?? $"block{index}"] = new JsonObject { [element.ActionId] = field };
        }

        return new JsonObject { ["values"] = values };
    }

    private async Task<JsonObject?> AskAsync(
        ActionElement element, Func<string, string, Task<IReadOnlyList<Option>>> offerAsync, CancellationToken cancellationToken)
    {
        switch (element)
        {
            case PlainTextInput text:
                return await LineAsync(text.InitialValue, cancellationToken).ConfigureAwait(false) is { } line
                    ? new JsonObject { ["type"] = "plain_text_input", ["value"] = line.Length > 0 ? line : null } : null;
            case Checkboxes boxes:
                return Several("checkboxes", await ChooseAsync(boxes.Options, boxes.InitialOptions ?? [], cancellationToken).ConfigureAwait(false));
            case MultiStaticSelect menu:
                return Several(
                    "multi_static_select", await ChooseAsync(menu.Options, menu.InitialOptions ?? [], cancellationToken).ConfigureAwait(false));
            case RadioButtons radio:
                return One("radio_buttons", await ChooseAsync(radio.Options, Initial(radio.InitialOption), cancellationToken).ConfigureAwait(false));
            case StaticSelect menu:
                return One("static_select", await ChooseAsync(menu.Options, Initial(menu.InitialOption), cancellationToken).ConfigureAwait(false));
            case MultiExternalSelect menu:
                return Several("multi_external_select", await LookUpAsync(
                    menu.ActionId, menu.InitialOptions ?? [], offerAsync, cancellationToken).ConfigureAwait(false));
            case ExternalSelect menu:
                return One("external_select", await LookUpAsync(
                    menu.ActionId, Initial(menu.InitialOption), offerAsync, cancellationToken).ConfigureAwait(false));
            case ConversationsSelect:
                screen.Say($"Type # for #{ChatPlace.ChannelName}.", quietly: true);
                return await LineAsync(standing: null, cancellationToken).ConfigureAwait(false) is { } typed
                    ? new JsonObject
                    {
                        ["type"] = "conversations_select",
                        ["selected_conversation"] = typed.Length > 0 ? ChatPlace.Channel : null,
                    }
                    : null;
            case MultiUsersSelect users:
                screen.Say("There is nobody else here.", quietly: true);
                return new JsonObject
                {
                    ["type"] = "multi_users_select",
                    ["selected_users"] = new JsonArray([.. (users.InitialUsers ?? []).Select(user => JsonValue.Create(user))]),
                };
            default:
                return [];
        }
    }

    /// <summary>Numbers of a list; nothing typed keeps what is chosen already.</summary>
    private async Task<IReadOnlyList<Option>?> ChooseAsync(
        IReadOnlyList<Option> options, IReadOnlyList<Option> initial, CancellationToken cancellationToken)
    {
        screen.Say(string.Join('\n', options.Select((option, index) => $"  {index + 1}  {option.Text.Text}")));
        var line = await LineAsync(
            initial.Count > 0 ? string.Join(", ", initial.Select(option => option.Text.Text)) : null, cancellationToken).ConfigureAwait(false);
        if (line is null)
            return null;
        var chosen = line.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)
            .Select(number => int.TryParse(number, CultureInfo.InvariantCulture, out var at) ? options.ElementAtOrDefault(at - 1) : null)
            .OfType<Option>().ToList();
        return chosen.Count > 0 ? chosen : initial;
    }

    /// <summary>Words, a choice among what they find, and again until nothing is typed.</summary>
    private async Task<IReadOnlyList<Option>?> LookUpAsync(
        string menu, IReadOnlyList<Option> initial, Func<string, string, Task<IReadOnlyList<Option>>> offerAsync, CancellationToken cancellationToken)
    {
        var chosen = initial.ToList();
        screen.Say("Type words; an empty line goes on.", quietly: true);
        while (true)
        {
            var line = await LineAsync(
                chosen.Count > 0 ? string.Join("; ", chosen.Select(option => option.Text.Text)) : null, cancellationToken).ConfigureAwait(false);
            if (line is null)
                return null;
            if (line.Length == 0)
                return chosen;
            var offered = await offerAsync(menu, line).ConfigureAwait(false);
            if (offered.Count == 0)
                screen.Say("Nothing is found by these words.", quietly: true);
            else if (offered.Count == 1)
                chosen.Add(offered[0]);
            else if (await ChooseAsync(offered, [], cancellationToken).ConfigureAwait(false) is { } some)
                chosen.AddRange(some);
            else
                return null;
        }
    }

    /// <returns>Null when the person would rather not.</returns>
    private async Task<string?> LineAsync(string? standing, CancellationToken cancellationToken)
    {
        if (standing is not null)
            screen.Say($"Now: {standing}. An empty line keeps it.", quietly: true);
        var line = await screen.ReadAsync("? ", cancellationToken).ConfigureAwait(false);
        return line is null or "/cancel" or "/quit" ? null : line;
    }

    private static IReadOnlyList<Option> Initial(Option? option) => option is null ? [] : [option];

    private static JsonObject? Several(string type, IReadOnlyList<Option>? options) => options is null ? null : new JsonObject
    {
        ["type"] = type,
        ["selected_options"] = new JsonArray([.. options.Select(Chosen)]),
    };

    private static JsonObject? One(string type, IReadOnlyList<Option>? options) => options is null ? null : new JsonObject
    {
        ["type"] = type,
        ["selected_option"] = options.Count > 0 ? Chosen(options[0]) : null,
    };

    private static JsonObject Chosen(Option option) =>
        new() { ["text"] = new JsonObject { ["type"] = "plain_text", ["text"] = option.Text.Text }, ["value"] = option.Value };
}
