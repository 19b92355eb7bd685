using System.Globalization;
using PaperBot.Bot.Channels;
using PaperBot.Bot.Decisions;
using PaperBot.Bot.Rendering;
using PaperBot.Bot.Replies;
using PaperBot.Retrieval;
using PaperBot.Slack.Blocks;

namespace PaperBot.Bot.Home;

/// <summary>App Home: what the bot can do, how it does, and what became of this person's questions; about 45 blocks, whatever there is.</summary>
internal static class HomePage
{
    public const string CompareButton = "home_compare";
    public const string SettingsButton = "home_settings";
    public const string RefreshButton = "home_refresh";

    /// <summary>Shown of questions, decisions and channels.</summary>
    public const int Most = 5;

    private const int LongestQuestion = 300;
    private const int LongestWords = 600;
    private const int MostCategories = 5;

    public static HomeView Of(HomeContent content) => new()
    {
        Blocks =
        [
            .. Introduction(content),
            new HeaderBlock { Text = "The library" }, .. Library(content.Library, content.Command),
            new HeaderBlock { Text = "Health" }, Text(content.Health.Select(Health)),
            new HeaderBlock { Text = "Digests" }, .. Digests(content),
            new HeaderBlock { Text = "Your recent questions" }, .. Questions(content),
            new HeaderBlock { Text = "Why was I not answered?" }, .. Decisions(content),
            new HeaderBlock { Text = "Channels" }, .. Channels(content.Settings),
        ],
    };

    private static string Health(Condition part) =>
        $"{(part.IsWell ? ":white_check_mark:" : ":warning:")} {SafeText.Mrkdwn(part.Words, LongestWords)}";

    private static IEnumerable<Block> Introduction(HomeContent content) =>
    [
        Text([
            "I answer questions from the papers in our library. Each sentence is an abstract's own, with its source; "
            + "what the abstracts do not say, I do not answer.",
            "",
            $"• *In a channel:* {Mention(content.Bot)} How does SPANN search a billion vectors? What you ask next in the thread needs no mention.",
            $"• *Only for you:* write to me under Messages, or type `{content.Command}` and your question anywhere.",
            $"• *New papers by themselves:* `{content.Command} subscribe \"sparse retrieval\" weekdays 9:00`, in a channel or only for you.",
            $"• *Papers:* `{content.Command} search`, `summarize`, `compare`, `similar`, `show`, `add`, `export`. "
            + $"`{content.Command} help` has examples.",
            "• *On a message with links to papers:* choose “Summarize papers here” from its menu.",
        ]),
        new ActionsBlock
        {
            Elements =
            [
                new Button { ActionId = CompareButton, Text = "Compare papers…" },
                SubscriptionReply.SubscribeButton(),
                new Button { ActionId = SettingsButton, Text = "Channel settings…" },
                new Button { ActionId = RefreshButton, Text = "Refresh" },
            ],
        },
    ];

    private static IEnumerable<Block> Library(LibraryStatistics library, string command)
    {
        if (library.Papers == 0)
            return [Text([$"There are no papers yet. Paste BibTeX behind `{command} add` to begin."])];
        var missing = library.WithoutAbstract > 0 ? $", {Number(library.WithoutAbstract)} of them without an abstract" : "";
        var categories = library.TopCategories.Take(MostCategories)
            .Select(category => $"{SafeText.Mrkdwn(category.Name, 60)} ({Number(category.Count)})");
        var facts = new[]
        {
            ("Papers", Number(library.Papers) + missing),
            ("Published", library.Dates ?? "not known"),
            ("Most of them in", string.Join(", ", categories)),
            ("Last change", library.LastChange is { } changed ? ReaderTime.Of(changed) : ""),
        };
        var fields = facts.Where(fact => fact.Item2.Length > 0).Select(fact => new Mrkdwn($"*{fact.Item1}*\n{fact.Item2}"));
        return [new SectionBlock { Fields = [.. fields] }];
    }

    private static IEnumerable<Block> Digests(HomeContent content) => content.Digests.Count == 0
        ? [Small("You have subscribed to nothing yet. What is new of a topic, of authors or like papers that you name comes by itself then.")]
        : content.Digests.Take(Most).SelectMany(digest => new Block[] { Text([digest.Words]), SubscriptionReply.Buttons(digest.Subscription) })
            .Concat(content.Digests.Count > Most ? [Small($"And {Number(content.Digests.Count - Most)} more: `{content.Command} subscriptions` in our conversation has all.")] : []);

    private static IEnumerable<Block> Questions(HomeContent content) => content.Questions.Count == 0
        ? [Small("You have not asked anything yet.")]
        : content.Questions.Take(Most).Select(question => Text([
            SafeText.Typed(question.Request, LongestQuestion),
            $"_{ReaderTime.Of(question.At)}{Where(question.Place.Channel, question.Place.IsPrivate)} · {Outcome(question.Reply.Kind)}_",
        ]));

    private static IEnumerable<Block> Decisions(HomeContent content) => content.Decisions.Count == 0
        ? [Small("I know of nothing of yours that I left unanswered. In a channel, I answer where I am a member; mention me to be sure.")]
        : content.Decisions.Take(Most).Select(decision => (Block)Small(
            $"{ReaderTime.Of(decision.At)}{Where(decision.Channel, isPrivate: false)} · {SafeText.Mrkdwn(DecisionText.Of(decision), LongestWords)}"));

    private static IEnumerable<Block> Channels(IReadOnlyList<ChannelSettings> settings) =>
    [
        Text([
            "In each channel can be set whether I answer questions that do not mention me, who may ask, and which categories of papers count. "
            + "Admins and owners of the workspace can set it, and whoever made the channel.",
        ]),
        .. settings.Take(Most).Select(channel => Small($"You set <#{channel.Channel}>: {SafeText.Mrkdwn(Words(channel), LongestWords)}.")),
    ];

    private static string Words(ChannelSettings settings) => string.Join(", ",
    [
        settings.Mode == AnswerMode.Questions ? "questions without a mention are answered" : "mentions alone are answered",
        settings.People.Count switch { 0 => "everybody may ask", 1 => "one person may ask", var some => $"{Number(some)} people may ask" },
        settings.Categories.Count == 0 ? "about all papers" : $"about papers of {string.Join(", ", settings.Categories)}",
    ]);

    private static string Outcome(ReplyKind kind) => kind switch
    {
        ReplyKind.Refusal => "no answer in the library",
        ReplyKind.Notice => "told",
        _ => "answered",
    };

    private static string Where(string channel, bool isPrivate) => channel switch
    {
        "" => "",
        _ when isPrivate => ", only for you",
        _ when channel.StartsWith('D') => ", in our conversation",
        _ => $", in <#{channel}>",
    };

    private static string Mention(string bot) => bot.Length > 0 ? $"<@{bot}>" : "mention me:";

    private static string Number(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static SectionBlock Text(IEnumerable<string> lines) => new() { Text = new Mrkdwn(string.Join('\n', lines)) { Verbatim = true } };

    private static ContextBlock Small(string text) => new() { Elements = [new Mrkdwn(text) { Verbatim = true }] };
}
