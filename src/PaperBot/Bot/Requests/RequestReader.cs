using System.Text.RegularExpressions;
using PaperBot.Answering;
using PaperBot.Answering.Conversations;
using PaperBot.Papers;

namespace PaperBot.Bot.Requests;

/// <summary>
/// Reads what a person typed, behind the command or to the bot, into a request. Any text is one: what begins with no subcommand is a question.
/// </summary>
internal static partial class RequestReader
{
    // More than Slack lets people type; it bounds the work on what something else sends.
    private const int Longest = 100_000;

    /// <param name="markup">In Slack's markup.</param>
    public static BotRequest Read(string markup)
    {
        var text = TypedText.Read(markup.Length > Longest ? markup[..Longest] : markup);
        if (text.Length == 0)
            return new BotRequest.Help();
        // An id or an address alone asks for the paper.
        if (PaperReference.ParseExact(text)?.Key is not null)
            return new BotRequest.Show(text);
        if (AskedPicture().Match(text) is { Success: true } picture)
            return Read(picture.Groups["map"].Success ? "map" : "trend", picture.Groups["topic"].Value);
        var (first, rest) = Split(text);
        if (Subcommand.Of(first.TrimEnd(':')) is { } subcommand)
            return IsQuestion(subcommand, text, rest) ? new BotRequest.Ask(text) : Read(subcommand, rest);
        if (Subscribing(text, first, rest) is { } subscribing)
            return subscribing;
        if (LibraryQuestions.Read(Courtesy.Strip(text), isFirst: false) is { } library)
            return library is Understood.FindPapers all ? new BotRequest.Search(all.Query) : new BotRequest.Status();
        return Subcommand.MeantBy(first) is { } meant && !text.EndsWith('?') && !IsQuestion(meant, text, rest)
            ? Missing($"There is no “{first}”; did you mean “{meant}”? To ask it as a question, put “ask” in front.", $"{meant} {rest}".Trim())
            : new BotRequest.Ask(text);
    }

    private static BotRequest Read(string subcommand, string rest) => subcommand switch
    {
        "ask" => rest.Length > 0 ? new BotRequest.Ask(rest) : Missing("A question is missing.", "ask How does SPANN search a billion vectors?"),
        "search" => rest.Length > 0
            ? new BotRequest.Search(rest) : Missing("What to search for is missing.", "search nearest neighbour search since:2021"),
        "summarize" => Summarize(rest),
        "compare" => CompareReader.Read(rest),
        "similar" => Reference(SimilarWords().Replace(rest, "")) is { Length: > 0 } one
            ? new BotRequest.Similar(one) : Missing("Which paper is missing.", "similar 2111.08566"),
        "show" => Reference(ShowWords().Replace(rest, "")) is { Length: > 0 } one
            ? new BotRequest.Show(one) : Missing("Which paper is missing.", "show 2111.08566"),
        "add" => rest.Length > 0 ? new BotRequest.Add(WithoutFence(rest)) : Missing("What to add is missing: name a paper, or paste its BibTeX.", "add 2111.08566"),
        "export" => Export(rest),
        "trend" => Topic(rest) is { Length: > 0 } topic
            ? new BotRequest.Trend(topic) : Missing("The topic is missing: whose papers should I count?", "trend sparse retrieval"),
        "map" => Topic(rest) is { Length: > 0 } topic
            ? new BotRequest.Map(topic) : Missing("The topic is missing: around what should I draw the map?", "map sparse retrieval"),
        "subscribe" => SubscriptionsReader.Within(rest) is { } deed && rest.Length > 0 ? deed : SubscribeReader.Read(rest),
        "subscriptions" => SubscriptionsReader.OfSubscriptions(rest),
        "saved" => new BotRequest.Saved(),
        "status" => new BotRequest.Status(),
        _ => new BotRequest.Help(),
    };

    /// <summary>"Pause 2", "unsubscribe from sparse retrieval", "please subscribe us to sparse retrieval".</summary>
    private static BotRequest? Subscribing(string text, string first, string rest)
    {
        if (text.EndsWith('?') && !Asked().IsMatch(text))
            return null;
        if (SubscriptionsReader.Leading(text) is { } deed)
            return deed;
        var plain = Courtesy.Strip(text);
        return plain.Length < text.Length && Split(plain) is var (verb, what) && Subcommand.Of(verb) is "subscribe" && !verb.Equals(first, StringComparison.OrdinalIgnoreCase)
            ? Read("subscribe", what) : null;
    }

    private static BotRequest Summarize(string rest)
    {
        var words = Words.Of(SummarizeWords().Replace(rest, ""));
        if (words.Count == 0)
            return Missing("Which paper is missing.", "summarize 2111.08566");
        var references = CompareReader.References(words);
        // "wide and deep networks" is one title, unless each of its parts names a paper by itself.
        if (!words.Any(word => word.IsQuoted) && references.Any(reference => PaperReference.ParseExact(reference)?.Key is null))
            references = [Words.Join(words)];
        return references.Count <= Compare.MostPapers
            ? new BotRequest.Summarize(references)
            : Missing($"That is {references.Count} papers; up to {Compare.MostPapers} can be summarized at once.", "summarize 2111.08566 2009.10819");
    }

    private static BotRequest Export(string rest)
    {
        // "export all papers as csv".
        if (ExportAs().Match(rest) is { Success: true } whole)
            rest = $"{whole.Groups["format"].Value} {Everything().Replace(whole.Groups["what"].Value, "")}";
        var (format, query) = Split(rest);
        return format.ToLowerInvariant() switch
        {
            "bibtex" or "bib" => new BotRequest.Export(ExportFormat.BibTeX, query),
            "csv" => new BotRequest.Export(ExportFormat.Csv, query),
            "" => Missing("The format is missing: bibtex or csv.", "export bibtex"),
            _ => Missing(
                $"There is no export as “{format}”; it is bibtex or csv, then what to search for.", "export bibtex nearest neighbour search"),
        };
    }

    /// <summary>The topic in "of papers about sparse retrieval".</summary>
    private static string Topic(string rest)
    {
        var topic = TopicWords().Replace(rest, "").Trim();
        return Words.Of(topic) is [{ IsQuoted: true } only] ? only.Text : topic.TrimEnd('.', '!').Trim();
    }

    private static BotRequest.Mistake Missing(string problem, string rightForm) => new(problem, rightForm);

    /// <summary>The words of one paper, without the quotes around them.</summary>
    private static string Reference(string rest) => Words.Of(rest) is [{ IsQuoted: true } only] ? only.Text
        : NamePaper().Match(rest.Trim()) is { Success: true } named ? named.Groups[1].Value : rest.Trim();

    /// <summary>A sentence that begins as a subcommand does: "show me which …", "compare how …", "summarize what is known …".</summary>
    private static bool IsQuestion(string subcommand, string text, string rest)
    {
        if (subcommand is "ask" or "add" || rest.Length == 0 || PaperReference.FindAll(rest).Count > 0 || rest[0] is '"' or '“' or '„' or '«')
            return false;
        return subcommand switch
        {
            "status" or "help" or "saved" => Subcommand.Of(rest) is null,
            "subscribe" or "subscriptions" => text.EndsWith('?'),
            "export" => text.EndsWith('?'),
            "search" => Asking().IsMatch(rest),
            // "Map matching with neural networks?" and "trends in retrieval, which are there?" ask.
            "trend" or "map" => text.EndsWith('?') || Asking().IsMatch(rest),
            _ => Asking().IsMatch(rest) || (subcommand is not "compare" && text.EndsWith('?')),
        };
    }

    private static (string First, string Others) Split(string text)
    {
        var end = text.AsSpan().IndexOfAny(" \t\r\n\u00A0");
        return end < 0 ? (text, "") : (text[..end], text[end..].Trim());
    }

    private static string WithoutFence(string text) =>
        Fence().Match(text) is { Success: true } fenced ? fenced.Groups[1].Value.Trim() : text.Trim('`').Trim();

    [GeneratedRegex(
        @"^(?:me\s+|us\s+)?(?:how|which|what|why|when|where|who|whose|whether|if|all|any|some|everything|anything"
        + @"|papers?\s+(?:that|which|on|about|with)|the\s+(?:difference|state|main|best|latest|newest|most|effect|role|way)s?)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asking();

    /// <summary>"Show me the trend of sparse retrieval", "draw a map of the papers on hashing".</summary>
    [GeneratedRegex(
        @"^(?:please\s+|can\s+you\s+|could\s+you\s+)*(?:(?:show|draw|plot|post|give|make)\s+(?:me\s+|us\s+)?)?(?:an?|the)\s+(?:(?<map>map)|trend|chart)\s+(?:of|for|about|around|on)\s+"
        + @"(?<topic>[^?]+?)[.!?\s]*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AskedPicture();

    [GeneratedRegex(
        @"^(?:(?:of|for|in|on|about|around)(?:\s+|$))?(?:(?:the\s+)?(?:papers|research|work|topic)\s+(?:of|for|in|on|about|around)(?:\s+|$))?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex TopicWords();

    /// <summary>"Can you subscribe us to sparse retrieval?"</summary>
    [GeneratedRegex(@"^\W*(?:can|could|would|will)\s+you\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asked();

    [GeneratedRegex(@"^(?:me\s+|us\s+)?(?:the\s+)?(?:papers?\s+)?(?=\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ShowWords();

    [GeneratedRegex(@"^(?:me\s+)?(?:the\s+papers?\s+|papers?\s+)?(?=\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SummarizeWords();

    /// <summary>"The SPANN paper".</summary>
    [GeneratedRegex(@"^the\s+(\S+)\s+(?:paper|article)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamePaper();

    [GeneratedRegex(@"^(?<what>.*?)\s*\b(?:as|to|in|into)\s+(?:an?\s+)?(?<format>bib(?:tex)?|csv)(?:\s+file)?[.!]?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ExportAs();

    [GeneratedRegex(
        @"^(?:(?:all|everything|(?:all\s+)?(?:of\s+)?(?:the|our|your|my)\s+(?:whole\s+)?(?:papers|library)|(?:all\s+)?papers|library)(?:\s+(?:on|about)\s+(?=\S))?|\s+)+$|^(?:all\s+)?(?:the\s+)?papers\s+(?:on|about)\s+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Everything();

    [GeneratedRegex(@"^(?:papers?\s+)?(?:to|like|as)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SimilarWords();

    [GeneratedRegex(@"^```(?:[a-z]*\n)?(.*?)```\s*$", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Fence();
}
