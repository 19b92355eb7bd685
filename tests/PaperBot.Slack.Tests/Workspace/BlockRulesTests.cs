using System.Text.Json;
using FakeSlack;

namespace PaperBot.Slack.Tests.Workspace;

/// <summary>Slack's rules for blocks, one breach each.</summary>
public sealed class BlockRulesTests
{
    private const string Words = "{'type':'plain_text','text':'x'}";

    [Theory]
    [InlineData("{'type':'section','text':{'type':'mrkdwn','text':'x'}}")]
    [InlineData("{'type':'section','fields':[{'type':'mrkdwn','text':'x'}],'accessory':{'type':'image','image_url':'https://x.org/a',"
        + "'alt_text':''}}")]
    [InlineData("{'type':'markdown','text':'# x'}")]
    [InlineData("{'type':'table','rows':[[{'type':'raw_text','text':'x'},{'type':'rich_text','elements':[{'type':'rich_text_section',"
        + "'elements':[{'type':'text','text':'x'}]}]}]]}")]
    [InlineData("{'type':'context_actions','elements':[{'type':'feedback_buttons','positive_button':{'text':W,'value':'y'},"
        + "'negative_button':{'text':W,'value':'n'}}]}")]
    [InlineData("{'type':'actions','elements':[{'type':'static_select','options':[{'text':W,'value':'1'}]},{'type':'external_select',"
        + "'min_query_length':1}]}")]
    [InlineData("{'type':'input','label':W,'element':{'type':'plain_text_input','multiline':true}}")]
    [InlineData("{'type':'video','alt_text':'x','title':W,'video_url':'https://x.org','thumbnail_url':'https://x.org'}")]
    public void Block_AsTheReferenceHasIt_IsAccepted(string block) => Assert.Empty(BlockRules.ForMessage(Parse($"[{block}]")));

    [Theory]
    [InlineData("{'type':'section'}", "must have at least one of: text, fields [json-pointer:/blocks/0]")]
    [InlineData("{'type':'section','text':{'type':'mrkdwn','text':''}}", "must be more than 0 characters [json-pointer:/blocks/0/text/text]")]
    [InlineData("{'type':'section','text':{'type':'markdown','text':'x'}}", "unsupported type: markdown [json-pointer:/blocks/0/text/type]")]
    [InlineData("{'type':'header','text':{'type':'mrkdwn','text':'x'}}", "unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]")]
    [InlineData("{'type':'header','text':W,'level':9}", "must be between 1 and 6 [json-pointer:/blocks/0/level]")]
    [InlineData("{'type':'shout','text':'x'}", "unsupported type: shout [json-pointer:/blocks/0/type]")]
    [InlineData("{'type':'divider','colour':'red'}", "invalid additional property: colour [json-pointer:/blocks/0]")]
    [InlineData("{'type':'actions','elements':[]}", "no fewer than 1 items allowed [json-pointer:/blocks/0/elements]")]
    [InlineData("{'type':'actions','elements':[{'type':'button','action_id':'a','text':W},{'type':'button','action_id':'a','text':W}]}",
        "`action_id` \"a\" already exists [json-pointer:/blocks/0/elements/1/action_id]")]
    [InlineData("{'type':'actions','elements':[{'type':'plain_text_input'}]}",
        "unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]")]
    [InlineData("{'type':'context','elements':[{'type':'button','text':W}]}", "unsupported type: button [json-pointer:/blocks/0/elements/0/type]")]
    [InlineData("{'type':'image','image_url':'a b','alt_text':'x'}", "must be a valid URL [json-pointer:/blocks/0/image_url]")]
    public void Block_AgainstTheReference_IsNamedWithItsPlace(string block, string problem) =>
        Assert.Contains(problem, BlockRules.ForMessage(Parse($"[{block}]")));

    [Fact]
    public void Section_OneCharacterTooLong_IsRefused()
    {
        Assert.Empty(BlockRules.ForMessage(Section(3000)));
        Assert.Equal(["must be less than 3001 characters [json-pointer:/blocks/0/text/text]"], BlockRules.ForMessage(Section(3001)));
    }

    [Fact]
    public void Message_FiftyOneBlocksOrTwoTablesOrTwoNames_IsRefused()
    {
        var table = "{'type':'table','rows':[[{'type':'raw_text','text':'x'}]]}";
        Assert.Contains("no more than 50 items",
            Assert.Single(BlockRules.ForMessage(Parse($"[{string.Join(',', Enumerable.Repeat("{'type':'divider'}", 51))}]"))),
                StringComparison.Ordinal);
        Assert.Contains("only_one_table_allowed", Assert.Single(BlockRules.ForMessage(Parse($"[{table},{table}]"))), StringComparison.Ordinal);
        Assert.Contains("already exists",
            Assert.Single(BlockRules.ForMessage(Parse("[{'type':'divider','block_id':'a'},{'type':'divider','block_id':'a'}]"))),
                StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{'type':'modal','title':{'type':'plain_text','text':'A title of twenty-five let'},'blocks':[{'type':'divider'}]}",
        "must be less than 25 characters [json-pointer:/view/title/text]")]
    [InlineData("{'type':'modal','title':W,'blocks':[{'type':'markdown','text':'x'}]}",
        "unsupported type: markdown [json-pointer:/view/blocks/0/type]")]
    [InlineData("{'type':'modal','title':W,'blocks':[{'type':'input','label':W,'element':{'type':'plain_text_input'}}]}",
        "missing required field: submit [json-pointer:/view]")]
    [InlineData("{'type':'home','blocks':[{'type':'divider'}]}", "must be one of: modal [json-pointer:/view/type]")]
    public void Modal_AgainstTheReference_IsNamedWithItsPlace(string view, string problem) =>
        Assert.Contains(problem, BlockRules.ForView(Parse(view), "modal"));

    private static JsonElement Section(int length) => Parse($"[{{'type':'section','text':{{'type':'mrkdwn','text':'{new string('x', length)}'}}}}]");

    private static JsonElement Parse(string json) =>
        JsonSerializer.Deserialize<JsonElement>(json.Replace("W", Words, StringComparison.Ordinal).Replace('\'', '"'));
}
