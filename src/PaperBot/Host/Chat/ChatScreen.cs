using System.Text;
using PaperBot.Papers;
using PaperBot.Slack.Blocks;
using PaperBot.Terminal.Output;
using PaperBot.Terminal.Views;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace PaperBot.Host.Chat;

/// <summary>Reads what a person types, line by line, and shows what the bot says.</summary>
internal sealed class ChatScreen(TerminalOutput output, ChatButtons buttons) : IDisposable
{
    private readonly StreamReader _input = new(output.Streams.In, Encoding.UTF8);
    private readonly BlockView _blocks = new(buttons);

    private bool IsTyped => output.Streams.InIsTerminal && output.Streams.OutIsTerminal;

    public void Dispose() => _input.Dispose();

    public void Say(string text, bool quietly = false) =>
        output.Write(new Paragraph($"{PrintableText.Block(text)}\n", quietly ? Styles.Quiet : Styles.Plain));

    /// <returns>What was typed; null at the end of the input.</returns>
    public async Task<string?> ReadAsync(string prompt, CancellationToken cancellationToken)
    {
        output.Write(new Paragraph(prompt, Styles.Mark));
        await output.Streams.Out.FlushAsync(cancellationToken).ConfigureAwait(false);
        // A console's read cannot be called off; the process ends with it under way.
        var line = await _input.ReadLineAsync(CancellationToken.None).AsTask().WaitAsync(cancellationToken).ConfigureAwait(false);
        // What comes through a pipe does not stand on the screen yet.
        if (!IsTyped)
            output.Write(new Paragraph($"{PrintableText.Line(line ?? "")}\n"));
        return line?.Trim();
    }

    public void Show(IReadOnlyList<ChatMessage> messages)
    {
        // A word of thanks for a vote leaves the buttons that it is about.
        if (messages.Any(message => message.Blocks.Any(block => block is ActionsBlock or ContextActionsBlock or SectionBlock { Accessory: not null })))
            buttons.Clear();
        foreach (var message in messages)
            Show(Where(message), message.Blocks.Count > 0 ? _blocks.Of(message) : [InlineText.OfMrkdwn(message.Text, Styles.Plain)]);
    }

    public void Show(string where, IReadOnlyList<Block> blocks)
    {
        buttons.Clear();
        Show(where, _blocks.Of(blocks, message: null));
    }

    private void Show(string where, IEnumerable<IRenderable> parts)
    {
        output.WriteLine();
        output.Write(new Paragraph($"{where}\n", Styles.Quiet));
        foreach (var part in parts)
        {
            output.Write(part);
            if (part is Paragraph)
                output.WriteLine();
        }

        output.WriteLine();
    }

    private static string Where(ChatMessage message) => message switch
    {
        { IsPrivate: true } => "PaperBot, only you see this",
        { Channel: ChatPlace.Channel } => $"PaperBot in #{ChatPlace.ChannelName}",
        _ => "PaperBot",
    };
}
