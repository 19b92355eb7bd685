using PaperBot.Slack.Json;
using PaperBot.Slack.WebApi.Calls;

namespace PaperBot.Slack.WebApi.Groups;

internal sealed class AuthApi(SlackCaller caller) : IAuthApi
{
    public Task<AuthTestResponse> TestAsync(CancellationToken cancellationToken) => caller.CallAsync(
        SlackMethod.AuthTest,
        SlackBody.None,
        SlackJson.Default.AuthTestResponse,
        (answer, received) => answer.UserId.Length == 0 ? null : answer with { Scopes = Scopes(received) },
        cancellationToken);

    private static string[] Scopes(Received received) =>
        received.Scopes?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
