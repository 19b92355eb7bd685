using PaperBot.Slack.Json;
using PaperBot.Slack.WebApi.Calls;

namespace PaperBot.Slack.WebApi.Groups;

internal sealed class AppsApi(SlackCaller caller) : IAppsApi
{
    public Task<Uri> OpenConnectionAsync(CancellationToken cancellationToken) => caller.CallAsync(
        SlackMethod.OpenConnection,
        SlackBody.None,
        SlackJson.Default.ConnectionAnswer,
        (answer, _) => Uri.TryCreate(answer.Url, UriKind.Absolute, out var url) && url.Scheme is "wss" or "ws" ? url : null,
        cancellationToken);
}
