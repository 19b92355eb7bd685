using System.Text.Json;
using System.Text.Json.Serialization;
using PaperBot.Slack.Blocks;

namespace PaperBot.Bot.Replies;

/// <summary>Reads blocks and what is in them back from the JSON that they were kept as: their <c>type</c> says which record they are.</summary>
internal abstract class TypedJson<T>(params IReadOnlyList<(string Type, Type Record)> records) : JsonConverter<T>
    where T : class
{
    private readonly Dictionary<string, Type> _records = records.ToDictionary(pair => pair.Type, pair => pair.Record);

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var type = document.RootElement.GetProperty("Type").GetString() ?? "";
        return _records.TryGetValue(type, out var record)
            ? (T)document.RootElement.Deserialize(options.GetTypeInfo(record))!
            : throw new JsonException($"{typeof(T).Name} has no type '{type}'.");
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, options.GetTypeInfo(value.GetType()));
}

internal sealed class BlockJson() : TypedJson<Block>(
    ("actions", typeof(ActionsBlock)), ("context", typeof(ContextBlock)), ("context_actions", typeof(ContextActionsBlock)), ("divider", typeof(DividerBlock)),
    ("header", typeof(HeaderBlock)), ("image", typeof(ImageBlock)), ("input", typeof(InputBlock)), ("markdown", typeof(MarkdownBlock)),
    ("rich_text", typeof(RichTextBlock)), ("section", typeof(SectionBlock)), ("table", typeof(TableBlock)));

internal sealed class BlockElementJson() : TypedJson<BlockElement>(
    ("button", typeof(Button)), ("checkboxes", typeof(Checkboxes)), ("conversations_select", typeof(ConversationsSelect)),
    ("external_select", typeof(ExternalSelect)), ("feedback_buttons", typeof(FeedbackButtons)), ("icon_button", typeof(IconButton)),
    ("image", typeof(ImageElement)), ("multi_external_select", typeof(MultiExternalSelect)), ("multi_static_select", typeof(MultiStaticSelect)),
    ("multi_users_select", typeof(MultiUsersSelect)), ("overflow", typeof(OverflowMenu)), ("plain_text_input", typeof(PlainTextInput)),
    ("radio_buttons", typeof(RadioButtons)), ("static_select", typeof(StaticSelect)));

internal sealed class TextObjectJson() : TypedJson<TextObject>(("mrkdwn", typeof(Mrkdwn)), ("plain_text", typeof(PlainText)));

internal sealed class ContextElementJson() : TypedJson<IContextElement>(
    ("image", typeof(ImageElement)), ("mrkdwn", typeof(Mrkdwn)), ("plain_text", typeof(PlainText)));

internal sealed class RichTextElementJson() : TypedJson<RichTextElement>(
    ("rich_text_list", typeof(RichTextList)), ("rich_text_preformatted", typeof(RichTextPreformatted)), ("rich_text_quote", typeof(RichTextQuote)),
    ("rich_text_section", typeof(RichTextSection)));

internal sealed class RichTextPartJson() : TypedJson<RichTextPart>(("link", typeof(RichTextLink)), ("text", typeof(RichText)));

internal sealed class TableCellJson() : TypedJson<TableCell>(("raw_text", typeof(RawText)), ("rich_text", typeof(RichTextCell)));
