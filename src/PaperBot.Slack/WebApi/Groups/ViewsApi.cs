using PaperBot.Slack.Blocks;
using PaperBot.Slack.Json;
using PaperBot.Slack.WebApi.Calls;

namespace PaperBot.Slack.WebApi.Groups;

internal sealed class ViewsApi(SlackCaller caller) : IViewsApi
{
    public Task<string> OpenAsync(string triggerId, ModalView view, CancellationToken cancellationToken) =>
        OpenAsync(SlackMethod.OpenView, triggerId, view, cancellationToken);

    public Task<string> PushAsync(string triggerId, ModalView view, CancellationToken cancellationToken) =>
        OpenAsync(SlackMethod.PushView, triggerId, view, cancellationToken);

    public Task UpdateAsync(string viewId, ModalView view, CancellationToken cancellationToken) => caller.CallAsync(
        SlackMethod.UpdateView, SlackBody.Json(new UpdateViewBody(viewId, view), SlackJson.Default.UpdateViewBody), cancellationToken);

    public Task PublishAsync(string user, HomeView view, CancellationToken cancellationToken) => caller.CallAsync(
        SlackMethod.PublishView, SlackBody.Json(new PublishViewBody(user, view), SlackJson.Default.PublishViewBody), cancellationToken);

    private async Task<string> OpenAsync(SlackMethod method, string triggerId, ModalView view, CancellationToken cancellationToken) =>
        await caller.CallAsync(
            method,
            SlackBody.Json(new OpenViewBody(triggerId, view), SlackJson.Default.OpenViewBody),
            SlackJson.Default.ViewAnswer,
            (answer, _) => answer.View?.Id,
            cancellationToken);
}
