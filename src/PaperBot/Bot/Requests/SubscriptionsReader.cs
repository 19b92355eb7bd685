using System.Text.RegularExpressions;

namespace PaperBot.Bot.Requests;

/// <summary>Reads what a person wants of the subscriptions that there are: to see them, or <c>pause 2</c>.</summary>
internal static partial class SubscriptionsReader
{
    /// <summary>The words for the deeds, as they are typed behind the command.</summary>
    public static readonly IReadOnlyDictionary<string, SubscriptionDeed> Deeds = new Dictionary<string, SubscriptionDeed>(StringComparer.OrdinalIgnoreCase)
    {
        ["pause"] = SubscriptionDeed.Pause,
        ["resume"] = SubscriptionDeed.Resume,
        ["edit"] = SubscriptionDeed.Edit,
        ["remove"] = SubscriptionDeed.Remove,
        ["preview"] = SubscriptionDeed.Preview,
        ["now"] = SubscriptionDeed.Now,
    };

    private const int LongestWhich = 200;

    /// <param name="rest">What stands behind <c>subscribe</c> or <c>subscriptions</c>.</param>
    /// <returns>Null when it is no deed.</returns>
    public static BotRequest? Within(string rest)
    {
        var (first, which) = Split(rest);
        if (first.Length == 0 || (which.Length == 0 && first.ToLowerInvariant() is "list" or "show" or "all"))
            return new BotRequest.Subscriptions();
        return Deeds.TryGetValue(Synonym(first), out var deed) && (IsAlone(which) || IsNumber(which) || IsQuoted(which)) ? Change(deed, which) : null;
    }

    /// <param name="rest">What stands behind <c>subscriptions</c>.</param>
    public static BotRequest OfSubscriptions(string rest)
    {
        var (first, which) = Split(rest);
        return Within(rest) ?? (Deeds.TryGetValue(Synonym(first), out var deed)
            ? Change(deed, which)
            : new BotRequest.Mistake("Behind “subscriptions” goes nothing, or what to do and with which.", "subscriptions pause 2"));
    }

    /// <summary>Reads a text that begins with a deed. Its words begin other sentences as well, so more is wanted than that.</summary>
    /// <returns>Null when it may be anything else.</returns>
    public static BotRequest? Leading(string text)
    {
        var (first, rest) = Split(text);
        if (!Deeds.TryGetValue(first, out var deed))
            return first.Equals("unsubscribe", StringComparison.OrdinalIgnoreCase) ? Change(SubscriptionDeed.Remove, From().Replace(rest, "")) : null;
        return rest.Length == 0 || IsNumber(rest) || IsQuoted(rest) || Named().IsMatch(rest) ? Change(deed, rest) : null;
    }

    private static BotRequest.ChangeSubscription Change(SubscriptionDeed deed, string which)
    {
        var words = Named().Replace(which.Trim(), "").Trim();
        words = IsAlone(words) ? "" : IsNumber(words) ? words.Trim('#', '.', ' ') : Words.Join(Words.Of(words));
        return new BotRequest.ChangeSubscription(deed, words.Length > LongestWhich ? words[..LongestWhich] : words);
    }

    private static string Synonym(string word) => word.ToLowerInvariant() switch
    {
        "delete" or "stop" or "cancel" => "remove",
        "continue" or "start" => "resume",
        "change" => "edit",
        var other => other,
    };

    private static bool IsAlone(string which) => which.Length == 0 || Pronoun().IsMatch(which);

    private static bool IsNumber(string which) => Number().IsMatch(which);

    private static bool IsQuoted(string which) => Words.Of(which) is [{ IsQuoted: true }];

    private static (string First, string Others) Split(string text)
    {
        var trimmed = text.Trim();
        var end = trimmed.AsSpan().IndexOfAny(" \t\r\n\u00A0");
        return end < 0 ? (trimmed, "") : (trimmed[..end], trimmed[end..].Trim());
    }

    [GeneratedRegex(@"^#?[0-9]{1,4}\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(?:it|this|that|mine|(?:the|my|our|this)\s+one)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pronoun();

    /// <summary>"The digest on", "my subscription to", "number".</summary>
    [GeneratedRegex(
        @"^(?:(?:the|my|our|this|that)\s+)?(?:(?:digest|subscription)s?\b(?:\s+(?:to|on|about|for|of)\b)?|number\b|no\.)\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex(@"^(?:me\s+|us\s+)?from\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex From();
}
