using PaperBot.Papers;
using PaperBot.Slack.Blocks;
using PaperBot.Terminal.Output;
using PaperBot.Terminal.Views;
using Spectre.Console;
using Spectre.Console.Rendering;
using TableCell = PaperBot.Slack.Blocks.TableCell;

namespace PaperBot.Host.Chat;

/// <summary>Blocks as a terminal shows them: text as text, a table as a table, buttons as numbers.</summary>
internal sealed class BlockView(ChatButtons buttons)
{
    public IEnumerable<IRenderable> Of(ChatMessage message) => Of(message.Blocks, message);

    public IEnumerable<IRenderable> Of(IReadOnlyList<Block> blocks, ChatMessage? message) => blocks.SelectMany(block => Of(block, message));

    private IEnumerable<IRenderable> Of(Block block, ChatMessage? message) => block switch
    {
        HeaderBlock header => [InlineText.OfPlain(header.Text.Text, Styles.Strong)],
        SectionBlock section => Section(section, message),
        ContextBlock context => context.Elements.OfType<TextObject>().Select(text => Text(text, Styles.Quiet)),
        MarkdownBlock markdown => [InlineText.OfMarkdown(markdown.Text, Styles.Plain)],
        ActionsBlock actions => Numbers(actions.Elements, message),
        ContextActionsBlock actions => Numbers(actions.Elements, message),
        TableBlock table => [Table(table)],
        RichTextBlock rich => rich.Elements.Select(element => InlineText.OfPlain(Plain(element), Styles.Plain)),
        ImageBlock image => [InlineText.OfPlain(image.AltText, Styles.Quiet)],
        _ => [],
    };

    private IEnumerable<IRenderable> Section(SectionBlock section, ChatMessage? message)
    {
        if (section.Text is { } text)
            yield return Text(text, Styles.Plain);
        foreach (var field in section.Fields ?? [])
            yield return Text(field, Styles.Plain);
        foreach (var line in section.Accessory is { } accessory ? Numbers([accessory], message) : [])
            yield return line;
    }

    private static Paragraph Text(TextObject text, Style style) =>
        text is Mrkdwn ? InlineText.OfMrkdwn(text.Text, style) : InlineText.OfPlain(text.Text, style);

    private IEnumerable<IRenderable> Numbers(IEnumerable<BlockElement> elements, ChatMessage? message)
    {
        var labels = elements.SelectMany(element => buttons.Add(element, message)).ToList();
        if (labels.Count > 0)
            yield return new Paragraph(PrintableText.Line(string.Join("   ", labels)), Styles.Mark);
    }

    private static Table Table(TableBlock block)
    {
        var table = new Table { Border = TableBorder.Horizontal, BorderStyle = Styles.Quiet, ShowHeaders = true };
        foreach (var cell in block.Rows[0])
            table.AddColumn(new TableColumn(InlineText.OfPlain(Plain(cell), Styles.Strong)));
        foreach (var row in block.Rows.Skip(1))
            table.AddRow(row.Select(cell => InlineText.OfPlain(Plain(cell), Styles.Plain)));
        return table;
    }

    private static string Plain(TableCell cell) => cell switch
    {
        RawText raw => raw.Text,
        RichTextCell rich => string.Join('\n', rich.Elements.Select(Plain)),
        _ => "",
    };

    private static string Plain(RichTextElement element) => element switch
    {
        RichTextSection section => Plain(section.Elements),
        RichTextQuote quote => $"“{Plain(quote.Elements)}”",
        RichTextPreformatted code => Plain(code.Elements),
        RichTextList list => string.Join('\n', list.Elements.Select(item => $"· {Plain(item)}")),
        _ => "",
    };

    private static string Plain(IEnumerable<RichTextPart> parts) => string.Concat(parts.Select(part => part switch
    {
        RichText text => text.Text,
        RichTextLink link => link.Text ?? link.Url,
        _ => "",
    }));
}
