using PaperBot.Slack.Json;
using PaperBot.Slack.WebApi.Calls;

namespace PaperBot.Slack.WebApi.Groups;

internal sealed class ReactionsApi(SlackCaller caller) : IReactionsApi
{
    public async Task AddAsync(string channel, string ts, string name, CancellationToken cancellationToken)
    {
        var body = SlackBody.Json(new ReactionBody(channel, ts, name), SlackJson.Default.ReactionBody);
        try
        {
            await caller.CallAsync(SlackMethod.AddReaction, body, cancellationToken);
        }
        catch (SlackException exception) when (exception.ErrorCode == "already_reacted")
        {
            // The first of two tries had landed, or somebody was quicker: it is there, as asked.
        }
    }
}
