using PaperBot.Slack.Json;
using PaperBot.Slack.WebApi.Calls;

namespace PaperBot.Slack.WebApi.Groups;

internal sealed class UsersApi(SlackCaller caller) : IUsersApi
{
    public Task<UserInfo> InfoAsync(string user, CancellationToken cancellationToken) => caller.CallAsync(
        SlackMethod.UserInfo, SlackBody.Form(("user", user)), SlackJson.Default.UserAnswer, (answer, _) => answer.User, cancellationToken);
}
