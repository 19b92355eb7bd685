using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PaperBot.Slack.Events;
using PaperBot.Slack.Interaction;
using PaperBot.Slack.Json;

namespace PaperBot.Slack.Tests.Json;

/// <summary>What Slack sends is read, whatever is missing, null or new in it.</summary>
public sealed class PayloadJsonTests
{
    [Fact]
    public void BlockActions_OfEachElement_AreRead()
    {
        var request = JsonSerializer.Deserialize(
            """
            {"type":"block_actions","user":{"id":"U1","username":"reader","name":"reader","team_id":"T1"},"api_app_id":"A1","team":{"id":"T1","domain":"t"},
             "container":{"type":"message","message_ts":"1.2","thread_ts":"1.0","channel_id":"C1","is_ephemeral":true},"trigger_id":"1.2.a",
             "channel":{"id":"C1","name":"reading"},"message":{"type":"message","ts":"1.2","text":"t","blocks":[{"type":"unheard_of"}]},
             "state":{"values":{}},"response_url":"https://hooks.slack.com/actions/T1/2/x",
             "actions":[
              {"type":"feedback_buttons","action_id":"feedback","block_id":"b","text":{"type":"plain_text","text":"Good"},"value":"+","action_ts":"5.1"},
              {"type":"checkboxes","action_id":"aspects","block_id":"b","selected_options":[{"text":{"type":"mrkdwn","text":"A"},"value":"a"},{"value":"b"}]},
              {"type":"static_select","action_id":"mode","block_id":"b","selected_option":{"text":{"type":"plain_text","text":"X"},"value":"x"},"placeholder":{}},
              {"type":"conversations_select","action_id":"where","block_id":"b","selected_conversation":"C2"},
              {"type":"radio_buttons","action_id":"none","block_id":"b","selected_option":null},
              {"type":"rich_text_input","action_id":"rich","block_id":"b","rich_text_value":{"type":"rich_text","elements":[]}},
              {"type":"from_the_future","action_id":"new","block_id":"b","values":[[1]]}]}
            """,
            SlackJson.Default.BlockActionRequest)!;

        var byId = request.Actions.ToDictionary(action => action.ActionId);
        Assert.Equal(("+", "5.1"), (byId["feedback"].Value, byId["feedback"].ActionTs));
        Assert.Equal(["a", "b"], byId["aspects"].SelectedOptions.Select(option => option.Value));
        Assert.Equal("x", byId["mode"].SelectedOption!.Value);
        Assert.Equal("C2", byId["where"].SelectedConversation);
        Assert.Null(byId["none"].SelectedOption);
        Assert.Equal((null, 0), (byId["rich"].Value, byId["rich"].SelectedOptions.Count));
        Assert.Equal("from_the_future", byId["new"].Type);
        Assert.True(request.Container.IsEphemeral);
        Assert.Equal(("1.0", "C1"), (request.Container.ThreadTs, request.Container.ChannelId));
        Assert.Equal("unheard_of", request.Message!.Blocks!.Value[0].GetProperty("type").GetString());
    }

    [Fact]
    public void ViewSubmission_FieldsFilledAndEmpty_AreFound()
    {
        var submission = JsonSerializer.Deserialize(
            """
            {"type":"view_submission","user":{"id":"U1"},"view":{"id":"V1","type":"modal","callback_id":"compare","private_metadata":"m","hash":"1.h","state":{"values":{
             "b1":{"first":{"type":"plain_text_input","value":"typed"}},"b2":{"second":{"type":"plain_text_input","value":null}},
             "b3":{"third":{"type":"multi_external_select","selected_options":[{"value":"p1"}]}}}}},
             "response_urls":[{"response_url":"https://hooks.slack.com/app/1","channel_id":"C1","block_id":"b","action_id":"a"}]}
            """,
            SlackJson.Default.ViewSubmission)!;

        Assert.Equal("typed", submission.View.State.Find("first")!.Value);
        Assert.Null(submission.View.State.Find("second")!.Value);
        Assert.Equal("p1", submission.View.State.Find("third")!.SelectedOptions.Single().Value);
        Assert.Null(submission.View.State.Find("fourth"));
        Assert.Equal("C1", submission.ResponseUrls.Single().ChannelId);
    }

    [Fact]
    public void Events_FieldsMissingOrNull_AreReadAsEmpty()
    {
        var message = JsonSerializer.Deserialize("""{"type":"message","text":null,"files":null,"user":null}""", SlackJson.Default.MessageEvent)!;
        Assert.Equal(("", "", ""), (message.Text, message.Channel, message.Ts));
        Assert.Empty(message.Files);
        Assert.Empty(JsonSerializer.Deserialize("""{"links":null}""", SlackJson.Default.LinkShared)!.Links);
        Assert.Equal("", JsonSerializer.Deserialize("""{"item":{"type":"file","file":"F1"}}""", SlackJson.Default.ReactionAdded)!.Item!.Channel);
        Assert.Equal("", JsonSerializer.Deserialize("{}", SlackJson.Default.AssistantThreadStarted)!.AssistantThread.ThreadTs);
    }

    [Fact]
    public void MessageEvent_WithAFile_IsRead()
    {
        var message = JsonSerializer.Deserialize(
            """
            {"type":"message","subtype":"file_share","channel":"D1","channel_type":"im","user":"U1","text":"see &amp; read","ts":"2.0","thread_ts":"1.0",
             "files":[{"id":"F1","name":"a.pdf","mimetype":"application/pdf","size":12,"user_team":null}],"edited":{"user":"U1","ts":"3.0"},"blocks":[]}
            """,
            SlackJson.Default.MessageEvent)!;

        Assert.Equal(("file_share", "im", "1.0"), (message.Subtype, message.ChannelType, message.ThreadTs));
        Assert.Equal(new SharedFile { Id = "F1", Name = "a.pdf", Mimetype = "application/pdf" }, message.Files.Single());
        Assert.Equal("3.0", message.Edited!.Value.GetProperty("ts").GetString());
    }

    [Fact]
    public void EveryRecordThatIsRead_TakesAnEmptyObject_AndNullsThroughout()
    {
        JsonTypeInfo[] read =
        [
            SlackJson.Default.AppMention, SlackJson.Default.MessageEvent, SlackJson.Default.AppHomeOpened, SlackJson.Default.LinkShared,
            SlackJson.Default.ReactionAdded, SlackJson.Default.AssistantThreadStarted, SlackJson.Default.AssistantThreadContextChanged,
            SlackJson.Default.MemberJoinedChannel, SlackJson.Default.SlashCommand, SlackJson.Default.BlockActionRequest, SlackJson.Default.ViewSubmission,
            SlackJson.Default.MessageShortcut, SlackJson.Default.GlobalShortcut, SlackJson.Default.BlockOptionsRequest, SlackJson.Default.AuthTestResponse,
            SlackJson.Default.Conversation, SlackJson.Default.UserInfo, SlackJson.Default.HistoryMessage,
        ];

        foreach (var type in read)
        {
            var nulls = "{" + string.Join(',', type.Properties.Where(NullReadsAsEmpty).Select(property => $"\"{property.Name}\":null")) + "}";
            foreach (var value in new[] { JsonSerializer.Deserialize("{}", type), JsonSerializer.Deserialize(nulls, type) })
            {
                foreach (var property in value!.GetType().GetProperties().Where(IsNeverNull))
                    Assert.True(property.GetValue(value) is not null, $"{type.Type.Name}.{property.Name} is null.");
            }
        }
    }

    private static bool NullReadsAsEmpty(JsonPropertyInfo property) =>
        !property.PropertyType.IsValueType || Nullable.GetUnderlyingType(property.PropertyType) is not null;

    private static bool IsNeverNull(PropertyInfo property) => new NullabilityInfoContext().Create(property).ReadState == NullabilityState.NotNull;
}
