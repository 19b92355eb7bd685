using System.Globalization;
using PaperBot.Bot.Rendering;
using PaperBot.Bot.Replies;
using PaperBot.Retrieval;

namespace PaperBot.Bot.Deliveries;

/// <summary>The sentences of a reply as the parts of a stream.</summary>
internal sealed class StreamedStatements(PaperStore papers)
{
    public static bool Has(Reply reply) => reply is { SpokenBlocks: > 0, Statements.Count: > 0 };

    public IAsyncEnumerable<string> Of(Reply reply) => reply.Statements.Select(Part).ToAsyncEnumerable();

    /// <param name="index">How many sentences come before it.</param>
    public string Part(Statement statement, int index)
    {
        var numbers = statement.Quotes.DistinctBy(quote => quote.Number).Select(Number);
        return $"{(index > 0 ? " " : "")}{MarkdownText.Escape(statement.Text)} {string.Concat(numbers)}".TrimEnd();
    }

    /// <summary>Linked as in a message that is posted whole: to the address that the library has for the paper, and to no other.</summary>
    private string Number(Quotation quote)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $@"\[{quote.Number}\]");
        return papers.Find(quote.Paper) is { } paper && PaperLink.Address(paper) is { } address ? $"[{number}](<{address.AbsoluteUri}>)" : number;
    }
}
