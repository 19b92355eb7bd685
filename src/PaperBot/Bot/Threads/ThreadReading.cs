using PaperBot.Answering;
using PaperBot.Answering.Conversations;
using PaperBot.Bot.Replies;
using PaperBot.Bot.Requests;
using PaperBot.Papers;
using PaperBot.Retrieval;
using PaperBot.Slack;
using PaperBot.Slack.WebApi;

namespace PaperBot.Bot.Threads;

/// <summary>Reads what was said before a message, in its thread and nowhere else.</summary>
internal sealed class ThreadReading(ISlackApiClient slack, ReplyStore replies, PaperStore papers, TimeProvider time)
{
    private const int MostReplies = 20;
    private const int PageSize = 999;
    private const int MostPages = 6;

    // Further back nobody leans on what was said.
    private const int MostMessages = 100;

    // Outside of threads there is no end to a conversation but the time that has passed.
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(12);

    /// <param name="place">Where; its thread is empty outside of threads.</param>
    /// <param name="before">The message that is to be understood.</param>
    public async Task<SaidBefore> ReadAsync(Place place, string before, CancellationToken cancellationToken)
    {
        var saved = replies.InThread(place.Channel, place.Thread, MostReplies);
        if (place.Thread.Length == 0)
            return new SaidBefore([.. saved.Where(reply => time.GetUtcNow() - reply.At < Remembered).Select(Turn)], []);
        if (place.Thread == before)
            return new SaidBefore([], []);
        var messages = await MessagesAsync(place, before, cancellationToken);
        if (messages.Count == 0)
            return new SaidBefore([.. saved.Select(Turn)], []);
        var byMessage = saved.Where(reply => reply.Message.Length > 0).ToDictionary(reply => reply.Message);
        var turns = messages.Select(message =>
            byMessage.TryGetValue(message.Ts, out var reply) ? Turn(reply) : IsFromAPerson(message) ? Turn(place.Channel, message) : null);
        return new SaidBefore([.. turns.OfType<ConversationTurn>()], messages);
    }

    /// <returns>Whether a person was answered in a thread before.</returns>
    public bool HasAsked(Place place, string person) =>
        replies.InThread(place.Channel, place.Thread, MostReplies).Any(reply => reply.Place.Person == person);

    /// <returns>The oldest first, those before the message only; none where they cannot be read.</returns>
    private async Task<IReadOnlyList<HistoryMessage>> MessagesAsync(Place place, string before, CancellationToken cancellationToken)
    {
        var read = new List<HistoryMessage>();
        var query = new HistoryQuery(place.Channel) { Latest = before, Inclusive = false, Limit = PageSize };
        try
        {
            for (var page = 0; page < MostPages; page++)
            {
                var (messages, next) = await slack.Conversations.RepliesAsync(place.Thread, query, cancellationToken);
                read.AddRange(messages);
                if (next is null)
                    break;
                query = query with { Cursor = next };
            }
        }
        catch (SlackException)
        {
            // Without the scope, or when Slack is busy, what the bot itself said has to do.
        }

        // The thread's first message comes with each page.
        return
        [
            .. read.Where(message => string.CompareOrdinal(message.Ts, before) < 0).DistinctBy(message => message.Ts)
                .OrderBy(message => message.Ts, StringComparer.Ordinal).TakeLast(MostMessages),
        ];
    }

    private ConversationTurn Turn(SavedReply saved) => new(
        saved.Request,
        [.. saved.Reply.Papers.Select(papers.Find).OfType<Paper>()],
        [.. saved.Reply.Statements.Select(statement =>
            new AnswerSentence(statement.Text, [.. statement.Quotes.Select(quote => quote.Number).Distinct()]))]);

    /// <summary>What people said of papers before the bot was there; null for what was no question, named no paper, or was answered.</summary>
    private ConversationTurn? Turn(string channel, HistoryMessage message)
    {
        var named = Shares.NamedPapers.In(message.Text).Select(papers.Find).OfType<Paper>().ToList();
        var text = TypedText.Read(message.Text);
        return (named.Count > 0 || Addressed.IsQuestionAboutPapers(text)) && replies.FindByDelivery(MessageKey.Of(channel, message.Ts)) is null
            ? new ConversationTurn(text, named, []) : null;
    }

    private static bool IsFromAPerson(HistoryMessage message) =>
        message is { BotId: null, User: not null, Subtype: null or "file_share" or "thread_broadcast" };
}

/// <param name="Turns">The oldest first.</param>
/// <param name="Messages">As they were written, the oldest first; empty outside of threads and where they could not be read.</param>
internal sealed record SaidBefore(IReadOnlyList<ConversationTurn> Turns, IReadOnlyList<HistoryMessage> Messages);
