using System.Reflection;
using System.Text.RegularExpressions;
using PaperBot.Bot;
using PaperBot.Host.Doctor;
using PaperBot.Tests.Architecture;

namespace PaperBot.Tests.Host;

/// <summary>The manifest asks for what the code uses, and for no more. What needs which scope is from https://docs.slack.dev/reference.</summary>
public sealed partial class SlackManifestTests
{
    private static readonly string[] History = ["channels:history", "groups:history", "im:history", "mpim:history"];
    private static readonly string[] Reading = ["channels:read", "groups:read", "im:read", "mpim:read"];

    private static readonly Dictionary<string, string[]> ScopesOfMethods = new()
    {
        ["Auth.Test"] = [],
        ["Apps.OpenConnection"] = [],
        ["Chat.PostMessage"] = ["chat:write"],
        ["Chat.PostEphemeral"] = ["chat:write"],
        ["Chat.Update"] = ["chat:write"],
        ["Chat.Delete"] = ["chat:write"],
        ["Chat.GetPermalink"] = [],
        ["Chat.Unfurl"] = ["links:write"],
        ["Chat.StartStream"] = ["chat:write"],
        ["Chat.AppendStream"] = ["chat:write"],
        ["Chat.StopStream"] = ["chat:write"],
        ["Conversations.Info"] = Reading,
        ["Conversations.History"] = History,
        ["Conversations.Replies"] = History,
        ["Conversations.Open"] = ["im:write"],
        ["Users.Info"] = ["users:read"],
        ["Views.Open"] = [],
        ["Views.Push"] = [],
        ["Views.Update"] = [],
        ["Views.Publish"] = [],
        ["Reactions.Add"] = ["reactions:write"],
        ["Files.Upload"] = ["files:write"],
        ["AssistantThreads.SetStatus"] = ["assistant:write"],
        ["AssistantThreads.SetTitle"] = ["assistant:write"],
        ["AssistantThreads.SetSuggestedPrompts"] = ["assistant:write"],
    };

    /// <summary>The record of an event, its names in the manifest, and the scopes they need.</summary>
    private static readonly Dictionary<string, (string[] Names, string[] Scopes)> Events = new()
    {
        ["AppMention"] = (["app_mention"], ["app_mentions:read"]),
        ["MessageEvent"] = (["message.channels", "message.groups", "message.im", "message.mpim"], History),
        ["AppHomeOpened"] = (["app_home_opened"], []),
        ["LinkShared"] = (["link_shared"], ["links:read"]),
        ["MemberJoinedChannel"] = (["member_joined_channel"], ["channels:read", "groups:read"]),
        ["ReactionAdded"] = (["reaction_added"], ["reactions:read"]),
        // Of the surface before agent_view: apps that still have it get it unasked.
        ["AssistantThreadStarted"] = ([], []),
        ["AssistantThreadContextChanged"] = ([], []),
    };

    private static readonly SlackManifest Manifest = SlackManifest.Read();

    private static readonly string Sources = string.Join(
        '\n', SourceTree.Files.Where(file => file.Path.Split('/')[0] is "Bot" or "Host").SelectMany(file => file.Lines));

    private static IReadOnlyList<string> Heard => [.. EventHandler().Matches(Sources).Select(match => match.Groups[1].Value).Distinct()];

    private static IReadOnlyList<string> Called =>
        [.. Call().Matches(Sources).Select(match => $"{match.Groups[1].Value}.{match.Groups[2].Value}").Distinct()];

    [Fact]
    public void Scopes_AreThoseThatTheCodeNeeds() => Assert.Equal(
        Called.SelectMany(method => ScopesOfMethods[method])
            .Concat(Heard.SelectMany(name => Events[name].Scopes)).Append("commands").Distinct().Order(StringComparer.Ordinal),
        Manifest.All("/oauth_config/scopes/bot").Order(StringComparer.Ordinal));

    [Fact]
    public void Scopes_AreEachKnownToTheDoctor() =>
        Assert.Equal(Manifest.All("/oauth_config/scopes/bot").Order(StringComparer.Ordinal), Scopes.Lacks.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Events_AreThoseThatHaveAHandler() =>
        Assert.Equal(
            Heard.SelectMany(name => Events[name].Names).Order(StringComparer.Ordinal),
            Manifest.All("/settings/event_subscriptions/bot_events").Order(StringComparer.Ordinal));

    [Fact]
    public void Command_IsTheSettingsDefault() => Assert.Equal(new BotOptions().Command, Manifest.One("/features/slash_commands/command"));

    [Fact]
    public void Shortcuts_AreThoseThatHaveAHandler() => Assert.Equal(
        Shortcut().Matches(Sources)
            .Select(match => (match.Groups[1].Value.ToLowerInvariant(), Constant(match.Groups[2].Value, match.Groups[3].Value))).Order(),
        Manifest.All("/features/shortcuts/type").Zip(Manifest.All("/features/shortcuts/callback_id"), (type, callback) => (type, callback)).Order());

    [Fact]
    public void Texts_KeepSlacksLimits()
    {
        Assert.InRange(Manifest.One("/display_information/name").Length, 1, 35);
        Assert.InRange(Manifest.One("/display_information/description").Length, 1, 140);
        Assert.InRange(Manifest.One("/features/agent_view/agent_description").Length, 1, 300);
        Assert.All(Manifest.All("/features/shortcuts/name"), name => Assert.InRange(name.Length, 1, 24));
        Assert.InRange(Manifest.All("/features/agent_view/suggested_prompts/title").Count, 1, 4);
    }

    [Theory]
    [InlineData("/settings/socket_mode_enabled", "true")]
    [InlineData("/settings/org_deploy_enabled", "false")]
    [InlineData("/settings/interactivity/is_enabled", "true")]
    [InlineData("/features/app_home/home_tab_enabled", "true")]
    [InlineData("/features/app_home/messages_tab_enabled", "true")]
    [InlineData("/features/app_home/messages_tab_read_only_enabled", "false")]
    public void Switches_AreSetAsTheBotNeedsThem(string path, string value) => Assert.Equal(value, Manifest.One(path));

    private static string Constant(string type, string name) =>
        (string)typeof(Program).Assembly.GetTypes().Single(candidate => candidate.Name == type)
        .GetField(name, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!.GetRawConstantValue()!;

    [GeneratedRegex(@"RegisterEventHandler<(\w+),")]
    private static partial Regex EventHandler();

    [GeneratedRegex(@"\.(Auth|Apps|Chat|Conversations|Users|Views|Reactions|Files|AssistantThreads)\s*\.(\w+)Async\(")]
    private static partial Regex Call();

    [GeneratedRegex(@"Register(Global|Message)ShortcutHandler<\w+>\((\w+)\.(\w+)\)")]
    private static partial Regex Shortcut();
}
