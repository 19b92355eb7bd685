using System.Globalization;
using PaperBot.Bot.Replies;
using PaperBot.Bot.Requests;
using PaperBot.Digests.Feedback;

namespace PaperBot.Bot.Digests;

/// <summary>Tells the replies that are digests from all others, and notes what is asked about their papers.</summary>
internal sealed class DigestThreads(ReplyStore replies, VerdictStore verdicts)
{
    private const string Prefix = "digest:";

    // As far back as "it" may reach.
    private const int MostReplies = 20;

    /// <summary>What a digest's message is known by; the same however often it is tried to post it.</summary>
    public static string Delivery(long subscription, string digest) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{subscription}:{digest}");

    /// <returns>The subscription whose digest a reply is; null for any other reply.</returns>
    public static long? Subscription(SavedReply saved) =>
        saved.Delivery.StartsWith(Prefix, StringComparison.Ordinal)
        && long.TryParse(saved.Delivery.Split(':')[1], NumberStyles.None, CultureInfo.InvariantCulture, out var subscription) ? subscription : null;

    /// <summary>A person who asks about a paper where its digest was posted, and is answered from it, finds it worth a question.</summary>
    public void NoteAsked(Place place, Reply answer)
    {
        if (answer.Kind is not (ReplyKind.Answer or ReplyKind.Summary))
            return;
        var digest = replies.InThread(place.Channel, place.Thread, MostReplies).LastOrDefault(saved => Subscription(saved) is not null);
        if (digest is null || Subscription(digest) is not { } subscription)
            return;
        foreach (var paper in answer.Papers.Intersect(digest.Reply.Papers))
            verdicts.Give(subscription, place.Person, paper, Verdict.AskedAbout);
    }
}
