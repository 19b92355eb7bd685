using System.Runtime.CompilerServices;
using PaperBot.Bot.Replies;

namespace PaperBot.Bot.Deliveries;

/// <summary>The sentences of a reply as the parts of a stream.</summary>
internal static class StreamedStatements
{
    public static bool Has(Reply reply) => reply is { SpokenBlocks: > 0, Statements.Count: > 0 };

#pragma warning disable CS1998 // They are all there already; what writes as it thinks awaits here.
    public static async IAsyncEnumerable<string> Of(Reply reply, [EnumeratorCancellation] CancellationToken cancellationToken)
#pragma warning restore CS1998
    {
        var between = "";
        foreach (var statement in reply.Statements)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var numbers = string.Concat(statement.Quotes.Select(quote => quote.Number).Distinct().Select(number => $"[{number}]"));
            yield return $"{between}{MarkdownText.Escape(statement.Text)} {MarkdownText.Escape(numbers)}".TrimEnd();
            between = " ";
        }
    }
}
