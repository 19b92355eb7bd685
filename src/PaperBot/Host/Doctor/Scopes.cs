namespace PaperBot.Host.Doctor;

/// <summary>What the bot may do in a workspace, and what does not work without it. The manifest asks for these and no more.</summary>
internal static class Scopes
{
    public static IReadOnlyDictionary<string, string> Lacks { get; } = new Dictionary<string, string>
    {
        ["app_mentions:read"] = "mentions in channels are not heard",
        ["assistant:write"] = "people see no status while an answer is made, and no suggested questions",
        ["channels:history"] = "follow-ups in threads of public channels are not heard",
        ["channels:read"] = "the settings of public channels cannot be shown",
        ["chat:write"] = "nothing can be answered",
        ["commands"] = "the slash command and the shortcuts do not exist",
        ["files:write"] = "exports cannot be sent as files",
        ["groups:history"] = "follow-ups in threads of private channels are not heard",
        ["groups:read"] = "the settings of private channels cannot be shown",
        ["im:history"] = "direct messages are not heard",
        ["im:read"] = "direct messages cannot be told from channels",
        ["im:write"] = "the bot cannot open a direct conversation",
        ["links:read"] = "links to papers are not seen",
        ["links:write"] = "links to papers get no preview",
        ["mpim:history"] = "follow-ups in group conversations are not heard",
        ["mpim:read"] = "group conversations cannot be told from channels",
        ["reactions:write"] = "where Slack shows no status, people see no sign that a question was heard",
        ["users:read"] = "it cannot be told who may change a channel's settings",
    };

    public static IEnumerable<string> Missing(IEnumerable<string> granted) => Lacks.Keys.Except(granted).Order(StringComparer.Ordinal);
}
