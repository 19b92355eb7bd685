using System.Text.Json;
using System.Text.Json.Nodes;

namespace FakeSlack;

/// <summary>Gives blocks and elements that came without a name the names that Slack would give them.</summary>
internal static class BlockNames
{
    public static JsonElement Fill(JsonElement blocks)
    {
        if (Json.Node(blocks) is not JsonArray array)
            return blocks;
        foreach (var block in array.OfType<JsonObject>())
        {
            block["block_id"] ??= Ids.ShortName();
            Actions(block);
        }
        return Json.Element(array);
    }

    private static void Actions(JsonObject parent)
    {
        var children = new[] { parent["elements"], parent["actions"] }.OfType<JsonArray>().SelectMany(array => array)
            .Append(parent["accessory"]).Append(parent["element"]);
        foreach (var child in children.OfType<JsonObject>())
        {
            var type = child["type"]?.ToString();
            if (BlockElement.IsInteractive(type))
                child["action_id"] ??= Ids.ShortName();
            else if (type == "card")
                Actions(child);
        }
    }
}
