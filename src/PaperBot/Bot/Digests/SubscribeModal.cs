using System.Globalization;
using PaperBot.Bot.Rendering;
using PaperBot.Bot.Requests;
using PaperBot.Bot.Shortcuts;
using PaperBot.Digests.Subscriptions;
using PaperBot.Papers;
using PaperBot.Slack.Blocks;
using PaperBot.Slack.Interaction;

namespace PaperBot.Bot.Digests;

/// <summary>The form for a subscription: a new one, or one that there is.</summary>
internal static class SubscribeModal
{
    /// <summary>The form's callback.</summary>
    public const string Callback = "subscribe_form";

    /// <summary>The menus that ask for papers and time zones.</summary>
    public const string PapersMenu = "subscribe_like", ZoneMenu = "subscribe_zone";

    private const string Topics = "subscribe_topics", Authors = "subscribe_authors", Categories = "subscribe_categories", Most = "subscribe_most",
        Level = "subscribe_level", DaysMenu = "subscribe_days", Time = "subscribe_time", Target = "subscribe_target";

    // What Slack takes at most; as many topics as fit in a subscription, of the longest, are in it whole when the form is opened to change them.
    private const int LongestTyped = 3_000;
    private const int BetweenTimes = 30;

    private static readonly int[] Counts = [3, 5, 10];

    /// <param name="zone">Chosen at first.</param>
    /// <param name="channel">Where it is shown that the form was opened, so that the digest may come there; null is no channel.</param>
    public static ModalView New(string zone, string? channel) =>
        Of("", "Subscribe", Interest.None, [], 5, MatchLevel.Good, WeeklyTimes.Usual, zone, keeps: null, Where(channel));

    /// <param name="seeds">Those of its papers that the library has.</param>
    public static ModalView Edit(Subscription subscription, IReadOnlyList<Paper> seeds) => Of(
        subscription.Id.ToString(CultureInfo.InvariantCulture), "Save", subscription.Interest, seeds, subscription.Most, MatchLevelText.Nearest(subscription.MinimumScore),
        WeeklyTimes.Of(subscription.Timing.Cron), subscription.Timing.TimeZone, Schedule.Describe(subscription.Timing), where: null);

    /// <returns>The subscription that the form was opened for; null for a new one.</returns>
    public static long? Edited(PayloadView view) => long.TryParse(view.PrivateMetadata, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>What is filled in. Papers are the values of their options.</summary>
    public static SubscriptionWish Read(ViewState state) => new(
        List(state, Topics), List(state, Authors), List(state, Categories),
        [.. (state.Find(PapersMenu)?.SelectedOptions ?? []).Select(option => option.Value).Distinct(StringComparer.Ordinal)])
    {
        Most = int.TryParse(state.Find(Most)?.SelectedOption?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most is > 0 and <= SubscribeReader.MostPapers
            ? most : null,
        Level = SubscribeReader.Level(state.Find(Level)?.SelectedOption?.Value ?? ""),
    };

    /// <param name="before">The timing that stays where no day or no time is chosen; null for a new subscription.</param>
    public static Timing ReadTiming(ViewState state, Timing? before)
    {
        var days = (state.Find(DaysMenu)?.SelectedOptions ?? []).Select(option => option.Value).Where(value => value is [>= '0' and <= '6'])
            .Select(value => value[0] - '0').Distinct().Order().ToList();
        var isTime = int.TryParse(state.Find(Time)?.SelectedOption?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes < 24 * 60;
        var zone = state.Find(ZoneMenu)?.SelectedOption?.Value is { } chosen && TimeZones.Find(chosen) is not null ? chosen : before?.TimeZone ?? TimeZones.Utc;
        var cron = days.Count > 0 && isTime ? new WeeklyTimes(days, minutes).Cron : before?.Cron ?? WeeklyTimes.Usual.Cron;
        return new Timing(cron, zone);
    }

    /// <returns>The channel that was chosen; null for direct messages.</returns>
    public static string? Place(ViewState state) => state.Find(Target)?.SelectedConversation is { Length: > 0 } channel && !channel.StartsWith('D') ? channel : null;

    /// <returns>A sentence by field that must be mended.</returns>
    public static IReadOnlyDictionary<string, string> Mistakes(ViewState state)
    {
        var mistakes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in new[] { Topics, Authors, Categories })
        {
            if (List(state, field) is var list && list.Count > SubscribeReader.MostOfAKind)
                mistakes[field] = $"Up to {SubscribeReader.MostOfAKind} fit in a subscription.";
            else if (list.Any(said => said.Length > SubscribeReader.LongestTopic))
                mistakes[field] = $"Each takes up to {SubscribeReader.LongestTopic} characters.";
        }

        return mistakes;
    }

    private static ModalView Of(
        string metadata, string submit, Interest interest, IReadOnlyList<Paper> seeds, int most, MatchLevel level, WeeklyTimes? times, string zone, string? keeps, Block? where) => new()
        {
            CallbackId = Callback,
            Title = "New papers by themselves",
            Submit = submit,
            Close = "Cancel",
            PrivateMetadata = metadata,
            Blocks =
            [
                Input(Topics, "Topics", "In plain words, one a line. Leave all of this empty for the trending papers.", new PlainTextInput
                {
                    ActionId = Topics, Multiline = true, MaxLength = LongestTyped, InitialValue = Typed(interest.Topics, "\n"), Placeholder = "sparse retrieval",
                }),
                Input(Authors, "Authors", "With commas between.", new PlainTextInput
                {
                    ActionId = Authors, MaxLength = LongestTyped, InitialValue = Typed(interest.Authors, ", "), Placeholder = "Ada Lovelace, Grace Hopper",
                }),
                Input(Categories, "Categories", "As their source writes them, with commas between.", new PlainTextInput
                {
                    ActionId = Categories, MaxLength = LongestTyped, InitialValue = Typed(interest.Categories, ", "), Placeholder = "cs.IR, cs.CL",
                }),
                Input(PapersMenu, "Like these papers", "Type words of a title, or an arXiv id or DOI.", new MultiExternalSelect
                {
                    ActionId = PapersMenu, MinQueryLength = 0, MaxSelectedItems = SubscribeReader.MostOfAKind, Placeholder = "Choose papers of the library",
                    InitialOptions = seeds.Count > 0 ? [.. seeds.Take(SubscribeReader.MostOfAKind).Select(PaperOption.Of)] : null,
                }),
                Input(Most, "How many papers at most", null, Menu(Most, Counts.Append(most).Distinct().Order().Select(CountOption), CountOption(most)), optional: false),
                Input(Level, "Which of them", null, new RadioButtons
                {
                    ActionId = Level, Options = [.. MatchLevelText.All.Select(LevelOption)], InitialOption = LevelOption(level),
                }, optional: false),
                .. keeps is not null && times is null ? Lines.Plain($"It comes {SafeText.Mrkdwn(keeps, 200)}. Choose days and a time to change that.") : [],
                Input(DaysMenu, "Days", null, new MultiStaticSelect
                {
                    ActionId = DaysMenu, Options = [.. WeeklyTimes.Names.Select(DayOption)],
                    InitialOptions = times is null ? null : [.. WeeklyTimes.Names.Where(day => times.Days.Contains(day.Number)).Select(DayOption)],
                }, optional: times is null),
                Input(Time, "Time", null, Menu(Time, Times(times).Select(TimeOption), times is null ? null : TimeOption(times.Minutes)), optional: times is null),
                Input(ZoneMenu, "Time zone", "Type a city.", new ExternalSelect
                {
                    ActionId = ZoneMenu, MinQueryLength = 2, InitialOption = TimeZoneOptions.Of(zone),
                }, optional: false),
                .. where is null ? Array.Empty<Block>() : [where],
            ],
        };

    private static InputBlock Where(string? channel) => Input(Target, "Where it comes", "Leave this empty to get it in direct messages.", new ConversationsSelect
    {
        ActionId = Target,
        InitialConversation = channel,
        ResponseUrlEnabled = true,
        Placeholder = "Direct messages to me",
        Filter = new ConversationFilter { Include = ["public", "private", "mpim"], ExcludeBotUsers = true },
    });

    private static IEnumerable<int> Times(WeeklyTimes? times) => Enumerable.Range(0, 24 * 60 / BetweenTimes).Select(i => i * BetweenTimes)
        .Concat(times is null ? [] : [times.Minutes]).Distinct().Order();

    private static Option CountOption(int count) => Option(count.ToString(CultureInfo.InvariantCulture), count.ToString(CultureInfo.InvariantCulture));

    private static Option LevelOption(MatchLevel level) => Option(MatchLevelText.Of(level), level.ToString().ToLowerInvariant());

    private static Option DayOption((int Number, string Name) day) => Option(day.Name, day.Number.ToString(CultureInfo.InvariantCulture));

    private static Option TimeOption(int minutes) => Option(WeeklyTimes.Clock(minutes), minutes.ToString(CultureInfo.InvariantCulture));

    private static Option Option(string text, string value) => new() { Text = (PlainText)text, Value = value };

    private static StaticSelect Menu(string id, IEnumerable<Option> options, Option? initial) => new() { ActionId = id, Options = [.. options], InitialOption = initial };

    private static string? Typed(IReadOnlyList<string> list, string between) =>
        list.Count == 0 ? null : string.Join(between, list) is var text && text.Length <= LongestTyped ? text : text[..LongestTyped];

    private static List<string> List(ViewState state, string field) =>
    [
        .. (state.Find(field)?.Value ?? "").Split(['\n', ',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(said => said.Trim('"', '“', '”')).Where(said => said.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase),
    ];

    private static InputBlock Input(string id, string label, string? hint, BlockElement element, bool optional = true) => new()
    {
        BlockId = id,
        Label = label,
        Hint = hint is null ? null : (PlainText)hint,
        Element = element,
        Optional = optional,
    };
}
