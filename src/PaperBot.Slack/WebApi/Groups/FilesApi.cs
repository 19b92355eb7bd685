using System.Globalization;
using PaperBot.Slack.Json;
using PaperBot.Slack.WebApi.Calls;

namespace PaperBot.Slack.WebApi.Groups;

internal sealed class FilesApi(SlackCaller caller, SlackApiOptions options, Wire wire, Retries retries, TrustedHosts hosts, TimeProvider time)
    : IFilesApi
{
    // No method of Slack's: the name that stands in errors and logs for the address that takes the bytes.
    private const string Upload = "files.upload";

    public async Task<string> UploadAsync(FileUpload upload, CancellationToken cancellationToken)
    {
        var place = await caller.CallAsync(
            SlackMethod.GetUploadUrl,
            SlackBody.Form(
                ("filename", upload.FileName),
                ("length", upload.Content.Length.ToString(CultureInfo.InvariantCulture)),
                ("alt_txt", upload.AltText)),
            SlackJson.Default.UploadUrlAnswer,
            (answer, _) => answer is { UploadUrl: not null, FileId: not null } ? answer : null,
            cancellationToken);
        await SendAsync(
            hosts.UploadUrl(place.UploadUrl) ?? throw new SlackException("invalid_upload_url", SlackMethod.GetUploadUrl.Name),
            upload.Content,
            cancellationToken);
        var body = new CompleteUploadBody([new UploadedFile(place.FileId!, upload.Title)], upload.Channel, upload.InitialComment, upload.ThreadTs);
        await caller.CallAsync(
            SlackMethod.CompleteUpload, SlackBody.Json(body, SlackJson.Default.CompleteUploadBody), cancellationToken, upload.Channel);
        return place.FileId!;
    }

    private async Task SendAsync(Uri address, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        await retries.RunAsync(
            Upload,
            TryAsync,
            (retryAfter, stop) => Pause.ForAsync(Upload, retryAfter, options.MaxRateLimitWait, time, stop),
            _ => true,
            findAsync: null,
            cancellationToken);

        async Task<Attempt<Received>> TryAsync(CancellationToken stop)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ReadOnlyMemoryContent(content) };
            var attempt = await wire.SendAsync(Upload, request, options.UploadTimeout, stop);
            return attempt.Then<Received>(received => received.Status is >= 200 and < 300
                ? new Attempt<Received>.Done(received)
                : throw new SlackException($"http_{received.Status.ToString(CultureInfo.InvariantCulture)}", Upload));
        }
    }
}
