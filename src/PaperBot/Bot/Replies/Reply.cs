using System.Text;
using System.Text.Json.Serialization;
using PaperBot.Papers;
using PaperBot.Slack.Blocks;
using PaperBot.Slack.WebApi;

namespace PaperBot.Bot.Replies;

/// <summary>What the bot says, before it is known where: the delivery puts it into a message.</summary>
/// <param name="Id">Opaque; its buttons carry it.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The whole reply for notifications and screen readers; never empty.</param>
/// <param name="Blocks">As people see it; up to 48, which leaves room for what the place adds.</param>
/// <param name="Papers">The papers it rests on or names, in the order of their numbers.</param>
/// <param name="Statements">What it says in sentences, each with its quotes; empty for lists.</param>
internal sealed record Reply(
    string Id, ReplyKind Kind, string Text, IReadOnlyList<Block> Blocks, IReadOnlyList<PaperKey> Papers, IReadOnlyList<Statement> Statements)
{
    /// <summary>
    /// How many of the first blocks say the <see cref="Statements"/>: where those are streamed, only the blocks behind follow. 0 is never streamed.
    /// </summary>
    public int SpokenBlocks { get; init; }

    /// <summary>A file to send with it; null when there is none.</summary>
    public ReplyFile? File { get; init; }

    /// <summary>Whether it tells others something; help and mistakes do not.</summary>
    public bool IsShareable => Kind is ReplyKind.Answer or ReplyKind.Papers or ReplyKind.Summary or ReplyKind.Comparison;
}

internal enum ReplyKind
{
    Answer,
    Refusal,
    Papers,
    Summary,
    Comparison,
    Notice,
}

/// <param name="Text">As shown.</param>
/// <param name="Quotes">The verbatim sentences of abstracts that bear it.</param>
internal sealed record Statement(string Text, IReadOnlyList<Quotation> Quotes);

/// <param name="Number">The paper's number in the reply.</param>
internal sealed record Quotation(int Number, PaperKey Paper, string Quote);

/// <summary>A file of a reply: text, or a picture with what it shows in words.</summary>
/// <param name="Name">With its ending.</param>
/// <param name="Content">The file as it is written to a disk.</param>
/// <param name="AltText">For whoever cannot see a picture, up to 1,000 characters; null for text.</param>
internal sealed record ReplyFile(string Name, string Title, [property: JsonConverter(typeof(FileContentJson))] ReadOnlyMemory<byte> Content, string? AltText = null)
{
    public static ReplyFile OfText(string name, string title, string text) => new(name, title, Encoding.UTF8.GetBytes(text));

    /// <param name="conversation">Where it is shown.</param>
    /// <param name="thread">Null is outside of threads.</param>
    public FileUpload ToUpload(string conversation, string? thread) => new()
    {
        Channel = conversation,
        ThreadTs = thread,
        FileName = Name,
        Title = Title,
        Content = Content,
        AltText = AltText,
    };
}
