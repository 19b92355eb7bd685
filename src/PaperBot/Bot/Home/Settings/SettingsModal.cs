using PaperBot.Bot.Channels;
using PaperBot.Bot.Rendering;
using PaperBot.Retrieval;
using PaperBot.Slack.Blocks;
using PaperBot.Slack.Interaction;

namespace PaperBot.Bot.Home.Settings;

/// <summary>The form for a channel's settings: first the channel alone, then what is set there.</summary>
internal static class SettingsModal
{
    /// <summary>The form's callback.</summary>
    public const string Callback = "channel_settings";

    /// <summary>The menu that the channel is chosen from.</summary>
    public const string ChannelMenu = "settings_channel";

    private const string Mode = "settings_mode";
    private const string People = "settings_people";
    private const string Categories = "settings_categories";

    // https://docs.slack.dev/reference/block-kit/block-elements/multi-select-menu-element#static_multi_select
    private const int MostOptions = 100;
    private const int LongestOption = 75;
    private const int MostPeople = 100;

    /// <param name="problem">Why the channel that was chosen cannot be set, in Slack's markup; null when none was.</param>
    public static ModalView Choose(string? channel = null, string? problem = null) => new()
    {
        CallbackId = Callback,
        Title = "Channel settings",
        Close = "Close",
        Blocks = problem is null ? [ChannelRow(channel)] : [ChannelRow(channel), new SectionBlock { Text = new Mrkdwn(problem) }],
    };

    /// <param name="offered">Categories of the library; those that are set are offered as well.</param>
    public static ModalView Of(ChannelSettings settings, IReadOnlyList<string> offered) => new()
    {
        CallbackId = Callback,
        Title = "Channel settings",
        Submit = "Save",
        Close = "Cancel",
        PrivateMetadata = settings.Channel,
        Blocks =
        [
            ChannelRow(settings.Channel),
            Input(settings.Channel, Mode, "When I answer", new RadioButtons
            {
                ActionId = Mode, Options = Modes, InitialOption = Modes[settings.Mode == AnswerMode.Questions ? 1 : 0],
            }),
            Input(settings.Channel, People, "Who may ask", new MultiUsersSelect
            {
                ActionId = People, Placeholder = "Everybody", MaxSelectedItems = MostPeople,
                InitialUsers = settings.People.Count > 0 ? [.. settings.People.Take(MostPeople)] : null,
            }, optional: true),
            .. CategoryRow(settings, offered),
        ],
    };

    /// <summary>What is filled in, for the channel that the form was made for.</summary>
    public static ChannelSettings Read(PayloadView view, string person) => ChannelSettings.Usual(view.PrivateMetadata) with
    {
        Mode = view.State.Find(Mode)?.SelectedOption?.Value == Modes[1].Value ? AnswerMode.Questions : AnswerMode.Mentions,
        People = [.. (view.State.Find(People)?.SelectedUsers ?? []).Distinct(StringComparer.Ordinal).Take(MostPeople)],
        Categories =
        [
            .. (view.State.Find(Categories)?.SelectedOptions ?? []).Select(option => option.Value).Distinct(StringComparer.Ordinal).Take(MostOptions),
        ],
        ChangedBy = person,
    };

    private static readonly Option[] Modes =
    [
        new() { Text = (PlainText)"When I am mentioned", Value = "mentions" },
        new()
        {
            Text = (PlainText)"Also to questions that do not mention me",
            Value = "questions",
            Description = (PlainText)"Only to questions about papers",
        },
    ];

    private static SectionBlock ChannelRow(string? channel) => new()
    {
        Text = new Mrkdwn("*Channel*"),
        Accessory = new ConversationsSelect
        {
            ActionId = ChannelMenu,
            InitialConversation = channel,
            Placeholder = "Choose a channel",
            Filter = new ConversationFilter { Include = ["public", "private"], ExcludeBotUsers = true },
        },
    };

    private static IEnumerable<Block> CategoryRow(ChannelSettings settings, IReadOnlyList<string> offered)
    {
        var set = settings.Categories.Where(IsOption).Take(MostOptions).ToList();
        var options = set.Concat(offered.Where(IsOption)).Distinct(StringComparer.Ordinal).Take(MostOptions)
            .Order(StringComparer.OrdinalIgnoreCase).Select(Option).ToList();
        if (options.Count == 0)
            return [];
        return
        [
            Input(settings.Channel, Categories, "Which categories of papers", new MultiStaticSelect
            {
                ActionId = Categories, Placeholder = "All", Options = options, InitialOptions = set.Count > 0 ? [.. set.Select(Option)] : null,
            }, optional: true),
        ];
    }

    private static bool IsOption(string category) => category.Length is > 0 and <= LongestOption;

    private static Option Option(string category) => new() { Text = new PlainText(category) { Emoji = false }, Value = category };

    /// <summary>The channel is in the block's name: a field of the same name would keep what was filled in for another channel.</summary>
    private static InputBlock Input(string channel, string id, string label, BlockElement element, bool? optional = null) =>
        new() { BlockId = $"{id}:{channel}", Label = label, Element = element, Optional = optional };
}
