using System.Text.Json;
using System.Text.Json.Serialization;
using PaperBot.Slack.Blocks;
using PaperBot.Slack.Events;
using PaperBot.Slack.Interaction;
using PaperBot.Slack.WebApi;
using PaperBot.Slack.WebApi.Calls;

namespace PaperBot.Slack.Json;

/// <summary>
/// All that goes to Slack or comes from it. Names are in snake_case; what is null is left out, since Slack takes a null for a value.
/// Reading passes over fields that are not known, and the records read a null as empty.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Block))]
[JsonSerializable(typeof(BlockElement))]
[JsonSerializable(typeof(View))]
[JsonSerializable(typeof(IReadOnlyList<Option>))]
[JsonSerializable(typeof(Message))]
[JsonSerializable(typeof(ResponseMessage))]
[JsonSerializable(typeof(StreamStart))]
[JsonSerializable(typeof(StreamStop))]
[JsonSerializable(typeof(EphemeralBody))]
[JsonSerializable(typeof(UpdateBody))]
[JsonSerializable(typeof(DeleteBody))]
[JsonSerializable(typeof(UnfurlBody))]
[JsonSerializable(typeof(AppendBody))]
[JsonSerializable(typeof(ReactionBody))]
[JsonSerializable(typeof(OpenConversationBody))]
[JsonSerializable(typeof(OpenViewBody))]
[JsonSerializable(typeof(UpdateViewBody))]
[JsonSerializable(typeof(PublishViewBody))]
[JsonSerializable(typeof(CompleteUploadBody))]
[JsonSerializable(typeof(ThreadStatusBody))]
[JsonSerializable(typeof(ThreadTitleBody))]
[JsonSerializable(typeof(SuggestedPromptsBody))]
[JsonSerializable(typeof(SlackAnswer))]
[JsonSerializable(typeof(AuthTestResponse))]
[JsonSerializable(typeof(PostedMessage))]
[JsonSerializable(typeof(ConnectionAnswer))]
[JsonSerializable(typeof(PermalinkAnswer))]
[JsonSerializable(typeof(ConversationAnswer))]
[JsonSerializable(typeof(HistoryAnswer))]
[JsonSerializable(typeof(UserAnswer))]
[JsonSerializable(typeof(ViewAnswer))]
[JsonSerializable(typeof(UploadUrlAnswer))]
[JsonSerializable(typeof(CompletedUploadAnswer))]
[JsonSerializable(typeof(AppMention))]
[JsonSerializable(typeof(MessageEvent))]
[JsonSerializable(typeof(AppHomeOpened))]
[JsonSerializable(typeof(LinkShared))]
[JsonSerializable(typeof(ReactionAdded))]
[JsonSerializable(typeof(AssistantThreadStarted))]
[JsonSerializable(typeof(AssistantThreadContextChanged))]
[JsonSerializable(typeof(MemberJoinedChannel))]
[JsonSerializable(typeof(SlashCommand))]
[JsonSerializable(typeof(BlockActionRequest))]
[JsonSerializable(typeof(ViewSubmission))]
[JsonSerializable(typeof(MessageShortcut))]
[JsonSerializable(typeof(GlobalShortcut))]
[JsonSerializable(typeof(BlockOptionsRequest))]
internal sealed partial class SlackJson : JsonSerializerContext;
