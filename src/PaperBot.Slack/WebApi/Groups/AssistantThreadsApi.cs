using PaperBot.Slack.Json;
using PaperBot.Slack.WebApi.Calls;

namespace PaperBot.Slack.WebApi.Groups;

internal sealed class AssistantThreadsApi(SlackCaller caller) : IAssistantThreadsApi
{
    public Task SetStatusAsync(string channel, string threadTs, string status, CancellationToken cancellationToken) => caller.CallAsync(
        SlackMethod.SetStatus,
        SlackBody.Json(new ThreadStatusBody(channel, threadTs, status), SlackJson.Default.ThreadStatusBody),
        cancellationToken);

    public Task SetTitleAsync(string channel, string threadTs, string title, CancellationToken cancellationToken) => caller.CallAsync(
        SlackMethod.SetTitle,
        SlackBody.Json(new ThreadTitleBody(channel, threadTs, title), SlackJson.Default.ThreadTitleBody),
        cancellationToken);

    public Task SetSuggestedPromptsAsync(
        string channel, string? threadTs, string? title, IReadOnlyList<SuggestedPrompt> prompts, CancellationToken cancellationToken)
    {
        var body = new SuggestedPromptsBody(channel, threadTs, title, Blocks.Limit.Count(prompts, 1, 4, nameof(prompts)));
        return caller.CallAsync(SlackMethod.SetSuggestedPrompts, SlackBody.Json(body, SlackJson.Default.SuggestedPromptsBody), cancellationToken);
    }
}
