using System.Globalization;
using PaperBot.Bot.Replies;
using PaperBot.Bot.Requests;

namespace PaperBot.Bot.Deliveries;

/// <summary>A reply that is to be said once, whatever happens meanwhile.</summary>
/// <param name="Delivery">What it answers, the same after a restart. It stays with the message, unseen, to find it again by.</param>
/// <param name="Question">The message that is answered: nothing before it can be the reply.</param>
internal sealed record Outgoing(string Delivery, Place Place, string Question)
{
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <summary>Stands for the question where none was written, as for a click: the time of it, by a clock that need not be Slack's.</summary>
    public static string Before(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"{(at - ClockSkew).ToUnixTimeSeconds()}.000000");
}

/// <summary>What became of a reply.</summary>
internal abstract record Sent
{
    private Sent()
    {
    }

    internal sealed record Delivered(Reply Reply) : Sent;

    /// <summary>The bot cannot write there, and will not be able to by trying again.</summary>
    /// <param name="Code">Why, in the chat's own code.</param>
    internal sealed record Unreachable(Reply Reply, string Code) : Sent;
}
