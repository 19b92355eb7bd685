using System.Text.Json;
using System.Text.Json.Nodes;
using PaperBot.Slack.Blocks;
using PaperBot.Slack.Interaction;
using PaperBot.Slack.Json;

namespace PaperBot.Slack.Dispatch;

/// <summary>What goes with an acknowledgement.</summary>
internal static class AnswerJson
{
    public static string Ephemeral(string text) =>
        new JsonObject { ["response_type"] = "ephemeral", ["text"] = SlackText.Escape(text) }.ToJsonString();

    /// <summary>See https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload.</summary>
    public static string Options(IReadOnlyList<Option> options) =>
        new JsonObject { ["options"] = JsonSerializer.SerializeToNode(options, SlackJson.Default.IReadOnlyListOption) }.ToJsonString();

    /// <summary>See https://docs.slack.dev/surfaces/modals#response_actions.</summary>
    /// <returns>Null where the acknowledgement alone says it.</returns>
    public static string? Form(ViewSubmissionResponse response) => response switch
    {
        ViewSubmissionResponse.Errors errors => Action(
            "errors", "errors", new JsonObject(errors.ByBlock.Select(e => KeyValuePair.Create(e.Key, (JsonNode?)e.Value)))),
        ViewSubmissionResponse.Update update => Action("update", "view", JsonSerializer.SerializeToNode(update.View, SlackJson.Default.View)),
        _ => null,
    };

    private static string Action(string action, string name, JsonNode? value) =>
        new JsonObject { ["response_action"] = action, [name] = value }.ToJsonString();
}
